CREATE TABLE `erased_token` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text NOT NULL,
	`secret_hash` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_secret_hash_unique` ON `invitation` (`secret_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_email` ON `invitation` (`workspace_id`,`email`);--> statement-breakpoint
ALTER TABLE `device` ADD `wipe_asked_at` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `wiped_at` integer;--> statement-breakpoint
ALTER TABLE `device` ADD `wiped_unsent` integer;--> statement-breakpoint
CREATE INDEX `audit_workspace` ON `audit_entry` (`workspace_id`,`at`);