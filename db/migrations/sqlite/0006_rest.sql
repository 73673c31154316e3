CREATE TABLE `retention_holds` (
	`repair_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`who` text NOT NULL,
	PRIMARY KEY(`repair_id`, `reason`),
	FOREIGN KEY (`repair_id`) REFERENCES `repairs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `messages_once`;--> statement-breakpoint
ALTER TABLE `messages` ADD `follower_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_once` ON `messages` (`repair_id`,`kind`,`number`,`event`,`channel`,`follower_id`);--> statement-breakpoint
ALTER TABLE `repairs` ADD `forgotten_at` integer;--> statement-breakpoint
CREATE INDEX `repairs_to_forget` ON `repairs` (`closed_at`) WHERE "repairs"."closed_at" IS NOT NULL AND "repairs"."forgotten_at" IS NULL;--> statement-breakpoint
CREATE INDEX `appointments_by_repair` ON `appointments` (`repair_id`);