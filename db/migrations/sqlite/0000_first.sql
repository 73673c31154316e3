CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`repair_id` text NOT NULL,
	`purpose` text NOT NULL,
	`date` text NOT NULL,
	`window` text NOT NULL,
	`window_name` text NOT NULL,
	`starts` text NOT NULL,
	`ends` text NOT NULL,
	`slots_needed` integer DEFAULT 1 NOT NULL,
	`status` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appointments_status" CHECK("appointments"."status" IN ('booked', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appointments_one_live` ON `appointments` (`repair_id`,`purpose`) WHERE "appointments"."status" = 'booked';--> statement-breakpoint
CREATE INDEX `appointments_by_date` ON `appointments` (`date`);--> statement-breakpoint
CREATE TABLE `bank_holidays` (
	`nation` text NOT NULL,
	`date` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`nation`, `date`)
);
--> statement-breakpoint
CREATE TABLE `blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`patch_id` text,
	FOREIGN KEY (`patch_id`) REFERENCES `patches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `blocks_by_name` ON `blocks` (`name`);--> statement-breakpoint
CREATE TABLE `catalogues` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`source` text NOT NULL,
	`fingerprint` text NOT NULL,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `catalogues_by_version` ON `catalogues` (`version`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`email` text,
	`confirm_by` text NOT NULL,
	`description` text NOT NULL,
	`reports_for` text DEFAULT 'me' NOT NULL,
	`visit_name` text,
	`visit_phone` text,
	`visit_email` text,
	`messages_to` text DEFAULT 'reporter' NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contractors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`in_house` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contractors_by_name` ON `contractors` (`name`);--> statement-breakpoint
CREATE TABLE `days` (
	`date` text PRIMARY KEY NOT NULL,
	`version` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`device` text NOT NULL,
	`language` text NOT NULL,
	`catalogue_id` text NOT NULL,
	`typed` text NOT NULL,
	`held_window` text,
	`hold_until_at_most` integer,
	`origin` text,
	`reviewed_at` integer,
	`created_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`catalogue_id`) REFERENCES `catalogues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_by_device` ON `drafts` (`device`,`touched_at`);--> statement-breakpoint
CREATE INDEX `drafts_by_touched` ON `drafts` (`touched_at`);--> statement-breakpoint
CREATE INDEX `drafts_by_origin` ON `drafts` (`origin`,`hold_until_at_most`);--> statement-breakpoint
CREATE TABLE `emergencies` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`kind` text,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`channel` text NOT NULL,
	`what` text NOT NULL,
	`change_id` text NOT NULL,
	`repair_id` text,
	`appointment_id` text,
	`before` text,
	`after` text,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_by_repair` ON `events` (`repair_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_by_change` ON `events` (`change_id`);--> statement-breakpoint
CREATE TABLE `followers` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`repair_id` text NOT NULL,
	`submission` text NOT NULL,
	`device` text NOT NULL,
	`language` text NOT NULL,
	`phone` text,
	`email` text,
	`messages_by` text NOT NULL,
	`followed_at` integer NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `followers_by_reference` ON `followers` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `followers_once` ON `followers` (`repair_id`,`device`);--> statement-breakpoint
CREATE INDEX `followers_by_submission` ON `followers` (`submission`);--> statement-breakpoint
CREATE TABLE `homes` (
	`uprn` text PRIMARY KEY NOT NULL,
	`line1` text NOT NULL,
	`line2` text,
	`line3` text,
	`town` text,
	`postcode` text NOT NULL,
	`sort_key` text NOT NULL,
	`patch_id` text,
	`block_id` text,
	`tenure` text NOT NULL,
	`easting` integer,
	`northing` integer,
	`ended_on` text,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`patch_id`) REFERENCES `patches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`block_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `homes_by_postcode` ON `homes` (`postcode`,`sort_key`);--> statement-breakpoint
CREATE INDEX `homes_by_block` ON `homes` (`block_id`);--> statement-breakpoint
CREATE TABLE `installation` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`seeded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`repair_id` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`due_at` integer NOT NULL,
	`try_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`fault` text,
	`token_hash` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_status" CHECK("messages"."status" IN ('waiting', 'sent', 'stopped', 'failed')),
	CONSTRAINT "messages_sent" CHECK(("messages"."status" = 'sent') = ("messages"."sent_at" IS NOT NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`repair_id`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `messages_to_send` ON `messages` (`try_at`) WHERE "messages"."status" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_token` ON `messages` (`token_hash`);--> statement-breakpoint
CREATE TABLE `operative_patches` (
	`operative_id` text NOT NULL,
	`patch_id` text NOT NULL,
	PRIMARY KEY(`patch_id`, `operative_id`),
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`patch_id`) REFERENCES `patches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `operative_patches_by_operative` ON `operative_patches` (`operative_id`);--> statement-breakpoint
CREATE TABLE `operative_trades` (
	`trade_id` text NOT NULL,
	`operative_id` text NOT NULL,
	PRIMARY KEY(`trade_id`, `operative_id`),
	FOREIGN KEY (`trade_id`) REFERENCES `trades`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `operative_trades_by_operative` ON `operative_trades` (`operative_id`);--> statement-breakpoint
CREATE TABLE `operatives` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`contractor_id` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	FOREIGN KEY (`contractor_id`) REFERENCES `contractors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `patches` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `patches_by_name` ON `patches` (`name`);--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text,
	`repair_id` text,
	`file` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`position` integer NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "photos_owner" CHECK(("photos"."draft_id" IS NULL) <> ("photos"."repair_id" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `photos_by_file` ON `photos` (`file`);--> statement-breakpoint
CREATE UNIQUE INDEX `photos_by_draft` ON `photos` (`draft_id`,`position`);--> statement-breakpoint
CREATE INDEX `photos_by_repair` ON `photos` (`repair_id`);--> statement-breakpoint
CREATE TABLE `problems` (
	`id` text PRIMARY KEY NOT NULL,
	`catalogue_id` text NOT NULL,
	`position` integer NOT NULL,
	`location` text NOT NULL,
	`problem` text NOT NULL,
	`detail` text,
	`code` text,
	`outcome` text NOT NULL,
	`trade` text,
	`priority` text,
	`visits` integer NOT NULL,
	`hazard` text,
	`search_words` text,
	`audience` text NOT NULL,
	`presence` integer NOT NULL,
	`entry` integer NOT NULL,
	FOREIGN KEY (`catalogue_id`) REFERENCES `catalogues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problems_in_order` ON `problems` (`catalogue_id`,`position`);--> statement-breakpoint
CREATE INDEX `problems_by_location` ON `problems` (`catalogue_id`,`location`);--> statement-breakpoint
CREATE TABLE `repairs` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`submission` text NOT NULL,
	`uprn` text NOT NULL,
	`block_id` text,
	`problem_id` text,
	`location` text NOT NULL,
	`problem` text NOT NULL,
	`detail` text,
	`code` text,
	`trade` text,
	`hazard` text,
	`priority` text NOT NULL,
	`due_on` text NOT NULL,
	`due_at` integer,
	`language` text NOT NULL,
	`channel` text NOT NULL,
	`raised_at` integer NOT NULL,
	`status` text NOT NULL,
	`waits_for` text,
	`call_time` text,
	`tenure_said` text,
	`tenure_differs` integer DEFAULT false NOT NULL,
	`proven` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`uprn`) REFERENCES `homes`(`uprn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`block_id`) REFERENCES `blocks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "repairs_status" CHECK("repairs"."status" IN ('open', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `repairs_by_reference` ON `repairs` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `repairs_by_submission` ON `repairs` (`submission`);--> statement-breakpoint
CREATE INDEX `repairs_by_home` ON `repairs` (`uprn`,`status`);--> statement-breakpoint
CREATE INDEX `repairs_by_block` ON `repairs` (`block_id`,`status`);--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`submission` text NOT NULL,
	`device` text NOT NULL,
	`language` text NOT NULL,
	`name` text,
	`phone` text,
	`email` text,
	`address` text,
	`problem` text,
	`asked_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_by_reference` ON `requests` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_by_submission` ON `requests` (`submission`);--> statement-breakpoint
CREATE INDEX `requests_open` ON `requests` (`closed_at`,`asked_at`);--> statement-breakpoint
CREATE TABLE `rules` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rules_once` ON `rules` (`kind`,`from_date`);--> statement-breakpoint
CREATE TABLE `slots` (
	`id` text PRIMARY KEY NOT NULL,
	`operative_id` text NOT NULL,
	`date` text NOT NULL,
	`window` text NOT NULL,
	`starts` text NOT NULL,
	`ends` text NOT NULL,
	`place` integer NOT NULL,
	`open` integer DEFAULT true NOT NULL,
	`draft_id` text,
	`appointment_id` text,
	`part` integer,
	`expires_at` integer,
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`date`) REFERENCES `days`(`date`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointment_id`) REFERENCES `appointments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "slots_one_holder" CHECK("slots"."draft_id" IS NULL OR "slots"."appointment_id" IS NULL),
	CONSTRAINT "slots_part_with_holder" CHECK(("slots"."part" IS NULL) = ("slots"."draft_id" IS NULL AND "slots"."appointment_id" IS NULL)),
	CONSTRAINT "slots_only_holds_expire" CHECK(("slots"."expires_at" IS NULL) = ("slots"."draft_id" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `slots_once` ON `slots` (`operative_id`,`date`,`window`,`place`);--> statement-breakpoint
CREATE UNIQUE INDEX `slots_of_draft` ON `slots` (`draft_id`,`part`) WHERE "slots"."draft_id" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `slots_of_appointment` ON `slots` (`appointment_id`,`part`) WHERE "slots"."appointment_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `slots_for_offers` ON `slots` (`operative_id`,`date`,`window`,`open`,`appointment_id`,`expires_at`);--> statement-breakpoint
CREATE INDEX `slots_by_date` ON `slots` (`date`,`window`);--> statement-breakpoint
CREATE TABLE `staged_homes` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`uprn` text NOT NULL,
	`line1` text NOT NULL,
	`line2` text,
	`line3` text,
	`town` text,
	`postcode` text NOT NULL,
	`sort_key` text NOT NULL,
	`patch_name` text,
	`block_name` text,
	`tenure` text NOT NULL,
	`easting` integer,
	`northing` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staged_homes_once` ON `staged_homes` (`import_id`,`uprn`);--> statement-breakpoint
CREATE TABLE `trades` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unfinished_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`uprn` text NOT NULL,
	`reason` text NOT NULL,
	`emergency` text,
	`problem_id` text,
	`description` text,
	`name` text,
	`phone` text,
	`email` text,
	`confirm_by` text,
	`language` text NOT NULL,
	`begun_at` integer NOT NULL,
	`left_at` integer NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`uprn`) REFERENCES `homes`(`uprn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problems`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unfinished_reports_by_left` ON `unfinished_reports` (`left_at`);--> statement-breakpoint
CREATE INDEX `unfinished_reports_by_home` ON `unfinished_reports` (`uprn`);--> statement-breakpoint
CREATE TABLE `visit_needs` (
	`repair_id` text PRIMARY KEY NOT NULL,
	`people` text NOT NULL,
	`needs` text NOT NULL,
	`language` text,
	`notes` text,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `working_patterns` (
	`id` text PRIMARY KEY NOT NULL,
	`operative_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`window` text NOT NULL,
	`visits` integer NOT NULL,
	`from_date` text NOT NULL,
	`until_date` text,
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `working_patterns_once` ON `working_patterns` (`operative_id`,`weekday`,`window`,`from_date`);