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