CREATE TABLE `operative_wishes` (
	`operative_id` text NOT NULL,
	`wish` text NOT NULL,
	PRIMARY KEY(`operative_id`, `wish`),
	FOREIGN KEY (`operative_id`) REFERENCES `operatives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `homes` ADD `not_alone_why` text;--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD `elsewhere` integer DEFAULT false NOT NULL;