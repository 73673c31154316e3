CREATE TABLE `message_templates` (
	`kind` text NOT NULL,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`words` text,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	PRIMARY KEY(`kind`, `language`, `version`)
);
--> statement-breakpoint
CREATE TABLE `repair_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`device` text NOT NULL,
	`try_key` text NOT NULL,
	`repair_id` text,
	`message_id` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`code_until` integer NOT NULL,
	`proven_until` integer,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `repair_proofs_by_device` ON `repair_proofs` (`device`,`repair_id`);--> statement-breakpoint
CREATE INDEX `repair_proofs_by_code_until` ON `repair_proofs` (`code_until`);--> statement-breakpoint
CREATE TABLE `sooner_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`wish_id` text NOT NULL,
	`date` text NOT NULL,
	`window` text NOT NULL,
	`draft_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`until` integer NOT NULL,
	`outcome` text,
	FOREIGN KEY (`wish_id`) REFERENCES `sooner_wishes`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sooner_offers_outcome" CHECK("sooner_offers"."outcome" IN ('accepted', 'declined', 'lapsed', 'gone', 'ended'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sooner_offers_one_open` ON `sooner_offers` (`wish_id`) WHERE "sooner_offers"."outcome" IS NULL;--> statement-breakpoint
CREATE INDEX `sooner_offers_by_wish` ON `sooner_offers` (`wish_id`,`offered_at`);--> statement-breakpoint
CREATE TABLE `sooner_wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	`appointment_id` text,
	`date` text,
	`window` text,
	`windows` text NOT NULL,
	`notice_hours` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sooner_wishes_one_live` ON `sooner_wishes` (`repair_id`) WHERE "sooner_wishes"."ended_at" IS NULL;--> statement-breakpoint
DROP INDEX `messages_once`;--> statement-breakpoint
DROP INDEX `messages_to_send`;--> statement-breakpoint
ALTER TABLE `messages` ADD `appointment_id` text REFERENCES appointments(id);--> statement-breakpoint
ALTER TABLE `messages` ADD `channel` text DEFAULT 'webhook' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `event` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `rank` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `sent_by` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `receipt` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `receipt_at` integer;--> statement-breakpoint
CREATE INDEX `messages_by_status` ON `messages` (`status`,`channel`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`repair_id`,`kind`,`number`,`event`,`channel`);--> statement-breakpoint
CREATE INDEX `messages_to_send` ON `messages` (`rank`,`try_at`) WHERE "messages"."status" = 'waiting';