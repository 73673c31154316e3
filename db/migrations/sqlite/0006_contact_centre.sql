CREATE TABLE `call_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`taken_by` text,
	`taken_until` integer,
	`next_try_at` integer
);
--> statement-breakpoint
CREATE TABLE `call_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`repair_id` text,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`method` text NOT NULL,
	`outcome` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `call_tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "call_tries_method" CHECK("call_tries"."method" IN ('phone', 'text', 'letter', 'visit'))
);
--> statement-breakpoint
CREATE INDEX `call_tries_by_task` ON `call_tries` (`task_id`,`at`);--> statement-breakpoint
CREATE INDEX `call_tries_by_repair` ON `call_tries` (`repair_id`,`at`);--> statement-breakpoint
CREATE TABLE `callers_for_tenants` (
	`check_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`relationship` text,
	FOREIGN KEY (`check_id`) REFERENCES `identity_checks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`uprn` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`reason` text,
	`repair_id` text,
	`draft_id` text,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uprn`) REFERENCES `homes`(`uprn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "calls_reason" CHECK("calls"."reason" IN ('new', 'chase', 'change', 'other'))
);
--> statement-breakpoint
CREATE INDEX `calls_by_staff` ON `calls` (`staff_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_by_home` ON `calls` (`uprn`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_by_time` ON `calls` (`started_at`);--> statement-breakpoint
CREATE INDEX `calls_by_repair` ON `calls` (`repair_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `complaint_words` (
	`complaint_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`submission` text NOT NULL,
	`repair_id` text,
	`uprn` text,
	`call_id` text,
	`at` integer NOT NULL,
	`heard_by` text NOT NULL,
	`acknowledge_by` text NOT NULL,
	`answer_by` text NOT NULL,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	`answered_at` integer,
	`answered_by` text,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uprn`) REFERENCES `homes`(`uprn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_once` ON `complaints` (`submission`);--> statement-breakpoint
CREATE INDEX `complaints_by_state` ON `complaints` (`answered_at`,`acknowledge_by`);--> statement-breakpoint
CREATE INDEX `complaints_by_repair` ON `complaints` (`repair_id`);--> statement-breakpoint
CREATE INDEX `complaints_by_home` ON `complaints` (`uprn`);--> statement-breakpoint
CREATE TABLE `home_records` (
	`id` text PRIMARY KEY NOT NULL,
	`uprn` text NOT NULL,
	`tenancy_id` text,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`words` text,
	`about` text,
	`source` text,
	`agreed` integer DEFAULT false NOT NULL,
	`until` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`checked_at` integer NOT NULL,
	`checked_by` text NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`uprn`) REFERENCES `homes`(`uprn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenancy_id`) REFERENCES `tenancies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`checked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "home_records_kind" CHECK("home_records"."kind" IN ('need', 'warning', 'fact'))
);
--> statement-breakpoint
CREATE INDEX `home_records_by_home` ON `home_records` (`uprn`,`ended_at`);--> statement-breakpoint
CREATE TABLE `identity_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`call_id` text NOT NULL,
	`at` integer NOT NULL,
	`asked` text NOT NULL,
	`passed` integer NOT NULL,
	`caller` text NOT NULL,
	`consent` text,
	FOREIGN KEY (`call_id`) REFERENCES `calls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_checks_by_call` ON `identity_checks` (`call_id`,`at`);--> statement-breakpoint
CREATE TABLE `openings` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`uprn` text,
	`repair_id` text,
	`file` text,
	`health` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`who`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uprn`) REFERENCES `homes`(`uprn`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `openings_by_time` ON `openings` (`at`);--> statement-breakpoint
CREATE INDEX `openings_by_home` ON `openings` (`uprn`,`at`);--> statement-breakpoint
CREATE TABLE `retention_holds` (
	`repair_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	PRIMARY KEY(`repair_id`, `reason`),
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staged_tenancies` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`tenant_id` text NOT NULL,
	`reference` text NOT NULL,
	`uprn` text NOT NULL,
	`name` text NOT NULL,
	`other_names` text,
	`born_on` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`contacts` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staged_tenancies_once` ON `staged_tenancies` (`import_id`,`reference`,`name`);--> statement-breakpoint
CREATE TABLE `tenancies` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`uprn` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`uprn`) REFERENCES `homes`(`uprn`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tenancies_by_reference` ON `tenancies` (`reference`);--> statement-breakpoint
CREATE INDEX `tenancies_by_home` ON `tenancies` (`uprn`,`starts_on`);--> statement-breakpoint
CREATE TABLE `tenant_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`tenant_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tenant_contacts_kind" CHECK("tenant_contacts"."kind" IN ('phone', 'email'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tenant_contacts_once` ON `tenant_contacts` (`tenant_id`,`value`);--> statement-breakpoint
CREATE INDEX `tenant_contacts_by_value` ON `tenant_contacts` (`value`);--> statement-breakpoint
CREATE TABLE `tenants` (
	`id` text PRIMARY KEY NOT NULL,
	`tenancy_id` text NOT NULL,
	`name` text NOT NULL,
	`other_names` text,
	`born_on` text,
	`version` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`tenancy_id`) REFERENCES `tenancies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tenants_once` ON `tenants` (`tenancy_id`,`name`);--> statement-breakpoint
DROP INDEX `messages_once`;--> statement-breakpoint
ALTER TABLE `messages` ADD `follower_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`repair_id`,`kind`,`number`,`event`,`channel`,`follower_id`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `staff_id` text;--> statement-breakpoint
CREATE INDEX `drafts_by_staff` ON `drafts` (`staff_id`,`touched_at`);--> statement-breakpoint
ALTER TABLE `events` ADD `uprn` text REFERENCES homes(uprn);--> statement-breakpoint
CREATE INDEX `events_by_home` ON `events` (`uprn`,`at`) WHERE "events"."uprn" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `homes` ADD `not_alone_until` text;--> statement-breakpoint
ALTER TABLE `homes` ADD `restricted_to` text;--> statement-breakpoint
ALTER TABLE `homes` ADD `restricted_why` text;--> statement-breakpoint
ALTER TABLE `homes` ADD `restricted_review_on` text;--> statement-breakpoint
CREATE INDEX `homes_restricted` ON `homes` (`restricted_to`) WHERE "homes"."restricted_to" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `homes_not_alone_until` ON `homes` (`not_alone_until`) WHERE "homes"."not_alone_until" IS NOT NULL;--> statement-breakpoint
ALTER TABLE `repairs` ADD `forgotten_at` integer;--> statement-breakpoint
CREATE INDEX `repairs_to_forget` ON `repairs` (`closed_at`) WHERE "repairs"."closed_at" IS NOT NULL AND "repairs"."forgotten_at" IS NULL;--> statement-breakpoint
CREATE INDEX `appointments_by_repair` ON `appointments` (`repair_id`);--> statement-breakpoint
CREATE INDEX `contacts_by_email` ON `contacts` (`email`);--> statement-breakpoint
CREATE INDEX `contacts_by_visit_email` ON `contacts` (`visit_email`);