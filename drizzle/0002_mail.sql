CREATE TABLE `email_delivery` (
	`workspace_id` text NOT NULL,
	`message_id` text NOT NULL,
	`user_id` text NOT NULL,
	`integration_id` text NOT NULL,
	`person_id` text NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`language` text NOT NULL,
	`has_farewell` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`zone` text NOT NULL,
	`hours` text,
	`marker` text NOT NULL,
	`rfc_id` text NOT NULL,
	`in_reply_to` text,
	`refs` text,
	`thread_id` text,
	`provider_id` text,
	`tried_at` integer,
	`sent_at` integer,
	`failure` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `message_id`)
);
--> statement-breakpoint
CREATE INDEX `email_delivery_rfc` ON `email_delivery` (`rfc_id`);--> statement-breakpoint
CREATE INDEX `email_delivery_provider` ON `email_delivery` (`provider_id`);--> statement-breakpoint
CREATE INDEX `email_delivery_sent` ON `email_delivery` (`integration_id`,`sent_at`);--> statement-breakpoint
CREATE INDEX `email_delivery_address` ON `email_delivery` (`workspace_id`,`address`);--> statement-breakpoint
CREATE TABLE `integration` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`provider` text NOT NULL,
	`address` text NOT NULL,
	`name` text NOT NULL,
	`sealed_key` text NOT NULL,
	`sealed_tokens` text NOT NULL,
	`can_read` integer NOT NULL,
	`daily_limit` integer NOT NULL,
	`read_until` integer NOT NULL,
	`problem` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `integration_address` ON `integration` (`workspace_id`,`user_id`,`address`);--> statement-breakpoint
CREATE TABLE `mail_file` (
	`workspace_id` text NOT NULL,
	`message_id` text NOT NULL,
	`place` integer NOT NULL,
	`part` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `message_id`, `place`, `part`)
);
--> statement-breakpoint
CREATE TABLE `oauth_request` (
	`state_hash` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`provider` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `occurrence` (
	`key` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`due_at` integer NOT NULL,
	`claim` text,
	`claimed_until` integer,
	`attempts` integer NOT NULL,
	`done_at` integer,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `occurrence_due` ON `occurrence` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `suppression` (
	`workspace_id` text NOT NULL,
	`address` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text,
	PRIMARY KEY(`workspace_id`, `address`)
);
