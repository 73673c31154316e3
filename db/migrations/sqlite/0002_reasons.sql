ALTER TABLE `slots` ADD `withdrawn` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `slots` ADD `reason` text;