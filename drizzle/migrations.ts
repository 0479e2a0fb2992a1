// Written by `npm run migrations` from the .sql files beside it.
export const migrations: readonly { tag: string; statements: readonly string[] }[] = [
  {
    "tag": "0000_start",
    "statements": [
      "CREATE TABLE `account` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`account_id` text NOT NULL,\n\t`provider_id` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`access_token` text,\n\t`refresh_token` text,\n\t`id_token` text,\n\t`access_token_expires_at` integer,\n\t`refresh_token_expires_at` integer,\n\t`scope` text,\n\t`password` text,\n\t`created_at` integer NOT NULL,\n\t`updated_at` integer NOT NULL\n);",
      "CREATE INDEX `account_user` ON `account` (`user_id`);",
      "CREATE TABLE `audit_entry` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`at` integer NOT NULL,\n\t`user_id` text,\n\t`device_id` text,\n\t`workspace_id` text,\n\t`action` text NOT NULL,\n\t`detail` text\n);",
      "CREATE INDEX `audit_user` ON `audit_entry` (`user_id`,`at`);",
      "CREATE TABLE `client` (\n\t`workspace_id` text NOT NULL,\n\t`cid` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`last` integer NOT NULL,\n\t`seq` integer NOT NULL,\n\t`rejected` text NOT NULL,\n\t`restamped` text,\n\t`seen_at` integer NOT NULL,\n\tPRIMARY KEY(`workspace_id`, `cid`)\n);",
      "CREATE TABLE `device` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`user_id` text NOT NULL,\n\t`name` text NOT NULL,\n\t`token_hash` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`last_seen_at` integer NOT NULL,\n\t`revoked_at` integer\n);",
      "CREATE UNIQUE INDEX `device_token_hash_unique` ON `device` (`token_hash`);",
      "CREATE INDEX `device_user` ON `device` (`user_id`);",
      "CREATE TABLE `guard` (\n\t`moved` integer,\n\tCONSTRAINT \"guard_moved\" CHECK(\"guard\".\"moved\" = 0)\n);",
      "CREATE TABLE `member` (\n\t`workspace_id` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`role` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`removed_at` integer,\n\tPRIMARY KEY(`workspace_id`, `user_id`)\n);",
      "CREATE INDEX `member_user` ON `member` (`user_id`);",
      "CREATE TABLE `meta` (\n\t`workspace_id` text PRIMARY KEY NOT NULL,\n\t`seq` integer DEFAULT 0 NOT NULL,\n\t`epoch` text NOT NULL,\n\t`epoch_start` integer DEFAULT 0 NOT NULL,\n\t`floor` integer DEFAULT 0 NOT NULL\n);",
      "CREATE TABLE `pairing` (\n\t`device_code_hash` text PRIMARY KEY NOT NULL,\n\t`user_code` text NOT NULL,\n\t`device_name` text NOT NULL,\n\t`status` text NOT NULL,\n\t`user_id` text,\n\t`interval` integer NOT NULL,\n\t`polled_at` integer,\n\t`created_at` integer NOT NULL,\n\t`expires_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `pairing_user_code_unique` ON `pairing` (`user_code`);",
      "CREATE INDEX `pairing_expires` ON `pairing` (`expires_at`);",
      "CREATE TABLE `rate_limit` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`count` integer NOT NULL,\n\t`since` integer NOT NULL\n);",
      "CREATE TABLE `rows` (\n\t`workspace_id` text NOT NULL,\n\t`seq` integer NOT NULL,\n\t`tbl` text NOT NULL,\n\t`id` text NOT NULL,\n\t`hlc` text NOT NULL,\n\t`del` integer NOT NULL,\n\t`data` text NOT NULL,\n\t`fv` text,\n\t`by` text NOT NULL,\n\tPRIMARY KEY(`workspace_id`, `seq`)\n);",
      "CREATE UNIQUE INDEX `rows_id` ON `rows` (`workspace_id`,`tbl`,`id`);",
      "CREATE TABLE `session` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`token` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\t`ip_address` text,\n\t`user_agent` text,\n\t`created_at` integer NOT NULL,\n\t`updated_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);",
      "CREATE INDEX `session_user` ON `session` (`user_id`);",
      "CREATE TABLE `user` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`name` text NOT NULL,\n\t`email` text NOT NULL,\n\t`email_verified` integer DEFAULT false NOT NULL,\n\t`image` text,\n\t`created_at` integer NOT NULL,\n\t`updated_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);",
      "CREATE TABLE `verification` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`identifier` text NOT NULL,\n\t`value` text NOT NULL,\n\t`expires_at` integer NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`updated_at` integer NOT NULL\n);",
      "CREATE INDEX `verification_identifier` ON `verification` (`identifier`);",
      "CREATE TABLE `workspace` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`name` text NOT NULL,\n\t`owner_id` text NOT NULL,\n\t`created_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `workspace_personal` ON `workspace` (`owner_id`) WHERE \"workspace\".\"kind\" = 'personal';"
    ]
  },
  {
    "tag": "0001_teams",
    "statements": [
      "CREATE TABLE `erased_token` (\n\t`token_hash` text PRIMARY KEY NOT NULL,\n\t`at` integer NOT NULL\n);",
      "CREATE TABLE `invitation` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`workspace_id` text NOT NULL,\n\t`email` text NOT NULL,\n\t`role` text NOT NULL,\n\t`secret_hash` text NOT NULL,\n\t`invited_by` text NOT NULL,\n\t`created_at` integer NOT NULL,\n\t`expires_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `invitation_secret_hash_unique` ON `invitation` (`secret_hash`);",
      "CREATE UNIQUE INDEX `invitation_email` ON `invitation` (`workspace_id`,`email`);",
      "ALTER TABLE `device` ADD `wipe_asked_at` integer;",
      "ALTER TABLE `device` ADD `wiped_at` integer;",
      "ALTER TABLE `device` ADD `wiped_unsent` integer;",
      "CREATE INDEX `audit_workspace` ON `audit_entry` (`workspace_id`,`at`);"
    ]
  },
  {
    "tag": "0002_mail",
    "statements": [
      "CREATE TABLE `email_delivery` (\n\t`workspace_id` text NOT NULL,\n\t`message_id` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`integration_id` text NOT NULL,\n\t`person_id` text NOT NULL,\n\t`address` text NOT NULL,\n\t`name` text NOT NULL,\n\t`subject` text NOT NULL,\n\t`text` text NOT NULL,\n\t`html` text NOT NULL,\n\t`language` text NOT NULL,\n\t`has_farewell` integer NOT NULL,\n\t`state` text NOT NULL,\n\t`due_at` integer NOT NULL,\n\t`zone` text NOT NULL,\n\t`hours` text,\n\t`marker` text NOT NULL,\n\t`rfc_id` text NOT NULL,\n\t`in_reply_to` text,\n\t`refs` text,\n\t`thread_id` text,\n\t`provider_id` text,\n\t`tried_at` integer,\n\t`sent_at` integer,\n\t`failure` text,\n\t`created_at` integer NOT NULL,\n\tPRIMARY KEY(`workspace_id`, `message_id`)\n);",
      "CREATE INDEX `email_delivery_rfc` ON `email_delivery` (`rfc_id`);",
      "CREATE INDEX `email_delivery_provider` ON `email_delivery` (`provider_id`);",
      "CREATE INDEX `email_delivery_sent` ON `email_delivery` (`integration_id`,`sent_at`);",
      "CREATE INDEX `email_delivery_address` ON `email_delivery` (`workspace_id`,`address`);",
      "CREATE TABLE `integration` (\n\t`id` text PRIMARY KEY NOT NULL,\n\t`workspace_id` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`provider` text NOT NULL,\n\t`address` text NOT NULL,\n\t`name` text NOT NULL,\n\t`sealed_key` text NOT NULL,\n\t`sealed_tokens` text NOT NULL,\n\t`can_read` integer NOT NULL,\n\t`daily_limit` integer NOT NULL,\n\t`read_until` integer NOT NULL,\n\t`problem` text,\n\t`created_at` integer NOT NULL\n);",
      "CREATE UNIQUE INDEX `integration_address` ON `integration` (`workspace_id`,`user_id`,`address`);",
      "CREATE TABLE `mail_file` (\n\t`workspace_id` text NOT NULL,\n\t`message_id` text NOT NULL,\n\t`place` integer NOT NULL,\n\t`part` integer NOT NULL,\n\t`name` text NOT NULL,\n\t`type` text NOT NULL,\n\t`data` text NOT NULL,\n\tPRIMARY KEY(`workspace_id`, `message_id`, `place`, `part`)\n);",
      "CREATE TABLE `oauth_request` (\n\t`state_hash` text PRIMARY KEY NOT NULL,\n\t`workspace_id` text NOT NULL,\n\t`user_id` text NOT NULL,\n\t`provider` text NOT NULL,\n\t`expires_at` integer NOT NULL\n);",
      "CREATE TABLE `occurrence` (\n\t`key` text PRIMARY KEY NOT NULL,\n\t`kind` text NOT NULL,\n\t`payload` text NOT NULL,\n\t`due_at` integer NOT NULL,\n\t`claim` text,\n\t`claimed_until` integer,\n\t`attempts` integer NOT NULL,\n\t`done_at` integer,\n\t`outcome` text\n);",
      "CREATE INDEX `occurrence_due` ON `occurrence` (`done_at`,`due_at`);",
      "CREATE TABLE `suppression` (\n\t`workspace_id` text NOT NULL,\n\t`address` text NOT NULL,\n\t`reason` text NOT NULL,\n\t`at` integer NOT NULL,\n\t`user_id` text,\n\tPRIMARY KEY(`workspace_id`, `address`)\n);"
    ]
  },
  {
    "tag": "0003_groups",
    "statements": [
      "DROP TABLE `guard`;"
    ]
  }
];
