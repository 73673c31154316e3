CREATE TABLE `sign_in_tries` (
	`email` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`wait_until` integer
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`password` text,
	`subject` text,
	`second_factor` text,
	`code_used` integer,
	`welcome` text,
	`welcome_until` integer,
	`version` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "staff_role" CHECK("staff"."role" IN ('agent', 'officer', 'manager', 'administrator'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_email` ON `staff` (`email`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_subject` ON `staff` (`subject`) WHERE "staff"."subject" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `staff_by_welcome` ON `staff` (`welcome`) WHERE "staff"."welcome" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`staff_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`verified` integer NOT NULL,
	`browser` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_sessions_by_token` ON `staff_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `staff_sessions_by_staff` ON `staff_sessions` (`staff_id`);