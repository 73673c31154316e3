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
CREATE INDEX `repair_proofs_by_code_until` ON `repair_proofs` (`code_until`);