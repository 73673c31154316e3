CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`operative_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL,
	`starts` text,
	`ends` text,
	`change_id` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `absences_by_operative` ON `absences` (`operative_id`,`until_date`);--> statement-breakpoint
CREATE TABLE `accreditations` (
	`operative_id` text NOT NULL,
	`kind` text NOT NULL,
	`ends_on` text NOT NULL,
	PRIMARY KEY(`operative_id`, `kind`),
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `changed_slots` (
	`change_id` text NOT NULL,
	`slot_id` text NOT NULL,
	`open` integer NOT NULL,
	`withdrawn` integer NOT NULL,
	`reason` text,
	`appointment_id` text,
	`part` integer,
	`appointment_after` text,
	PRIMARY KEY(`change_id`, `slot_id`),
	FOREIGN KEY (`change_id`) REFERENCES `changes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changed_slots_by_slot` ON `changed_slots` (`slot_id`);--> statement-breakpoint
CREATE TABLE `changes` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`slots` integer NOT NULL,
	`reason` text,
	`refused` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE INDEX `changes_by_time` ON `changes` (`at`);--> statement-breakpoint
CREATE TABLE `closures` (
	`id` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text NOT NULL,
	`trade_id` text,
	`patch_id` text,
	`window` text,
	`change_id` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`trade_id`) REFERENCES `trades`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patch_id`) REFERENCES `patches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `closures_by_date` ON `closures` (`until_date`);--> statement-breakpoint
CREATE TABLE `contacts_before` (
	`repair_id` text NOT NULL,
	`version` integer NOT NULL,
	`values` text NOT NULL,
	PRIMARY KEY(`repair_id`, `version`),
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `repair_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `repair_notes_by_repair` ON `repair_notes` (`repair_id`,`at`);--> statement-breakpoint
CREATE TABLE `ring_fences` (
	`id` text PRIMARY KEY NOT NULL,
	`trade_id` text NOT NULL,
	`kept_for` text NOT NULL,
	`slots` integer NOT NULL,
	`released_at` text NOT NULL,
	`change_id` text NOT NULL,
	FOREIGN KEY (`trade_id`) REFERENCES `trades`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ring_fences_once` ON `ring_fences` (`trade_id`,`kept_for`);--> statement-breakpoint
CREATE TABLE `shift_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`operative_id` text NOT NULL,
	`date` text NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_links_by_token` ON `shift_links` (`token`);--> statement-breakpoint
CREATE INDEX `shift_links_by_operative` ON `shift_links` (`operative_id`,`date`);--> statement-breakpoint
CREATE TABLE `visits` (
	`appointment_id` text PRIMARY KEY NOT NULL,
	`on_the_way_at` integer,
	`arrived_at` integer,
	`ended_at` integer,
	`outcome` text,
	`why` text,
	`note` text,
	`submission` text,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_ended_with_outcome" CHECK(("visits"."ended_at" IS NULL) = ("visits"."outcome" IS NULL)),
	CONSTRAINT "visits_outcome" CHECK("visits"."outcome" IN ('done', 'no-access', 'more-work', 'could-not'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_by_submission` ON `visits` (`submission`);--> statement-breakpoint
CREATE INDEX `visits_ended` ON `visits` (`ended_at`);--> statement-breakpoint
CREATE TABLE `worked_holidays` (
	`date` text PRIMARY KEY NOT NULL,
	`change_id` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `emergencies` ADD `dispatched_at` integer;--> statement-breakpoint
ALTER TABLE `emergencies` ADD `made_safe_at` integer;--> statement-breakpoint
ALTER TABLE `operatives` ADD `investigates` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `operatives` ADD `version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `photos` ADD `appointment_id` text REFERENCES appointments(id);--> statement-breakpoint
ALTER TABLE `repairs` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `repairs` ADD `closed_why` text;--> statement-breakpoint
CREATE INDEX `repairs_by_status` ON `repairs` (`status`,`raised_at`,`id`);--> statement-breakpoint
CREATE INDEX `repairs_by_due` ON `repairs` (`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `repairs_by_time` ON `repairs` (`raised_at`,`id`);--> statement-breakpoint
ALTER TABLE `slots` ADD `change_id` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `extra` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `slots` ADD `kept_for` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `kept_until` integer;--> statement-breakpoint
CREATE INDEX `slots_to_move` ON `slots` (`date`) WHERE "slots"."appointment_id" IS NOT NULL AND NOT "slots"."open";--> statement-breakpoint
ALTER TABLE `trades` ADD `accreditation` text;--> statement-breakpoint
ALTER TABLE `working_patterns` ADD `every_weeks` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_by_phone` ON `contacts` (`phone`);--> statement-breakpoint
CREATE INDEX `contacts_by_visit_phone` ON `contacts` (`visit_phone`);--> statement-breakpoint
CREATE INDEX `contacts_by_name` ON `contacts` (`name`,`visit_name`,`repair_id`);