CREATE TABLE "outbox" (
    "id" TEXT NOT NULL CONSTRAINT "pk_outbox" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reply_to" TEXT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "calendar" TEXT NULL,
    "created_at_utc" TEXT NOT NULL,
    "due_at_utc" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_trouble" TEXT NULL,
    "sent_at_utc" TEXT NULL,
    "given_up_at_utc" TEXT NULL,
    "once_key" TEXT NULL
);

CREATE TABLE "people" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "created_at_utc" TEXT NOT NULL,
    "closed_at_utc" TEXT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);

CREATE TABLE "pictures" (
    "id" TEXT NOT NULL CONSTRAINT "pk_pictures" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "added_at_utc" TEXT NOT NULL,
    "person_id" TEXT NULL
);

CREATE TABLE "roles" (
    "id" TEXT NOT NULL CONSTRAINT "pk_roles" PRIMARY KEY,
    "name" TEXT NULL,
    "normalized_name" TEXT NULL,
    "concurrency_stamp" TEXT NULL
);

CREATE TABLE "stored_keys" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stored_keys" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "xml" TEXT NOT NULL
);

CREATE TABLE "view_keys" (
    "day" TEXT NOT NULL CONSTRAINT "pk_view_keys" PRIMARY KEY,
    "key" BLOB NOT NULL
);

CREATE TABLE "audit_entries" (
    "id" TEXT NOT NULL CONSTRAINT "pk_audit_entries" PRIMARY KEY,
    "at_utc" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "fk_audit_entries_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "one_time_links" (
    "secret_hash" TEXT NOT NULL CONSTRAINT "pk_one_time_links" PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "role" TEXT NOT NULL,
    "expires_at_utc" TEXT NOT NULL,
    "used_at_utc" TEXT NULL,
    CONSTRAINT "fk_one_time_links_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id")
);

CREATE TABLE "passkeys" (
    "credential_id" BLOB NOT NULL CONSTRAINT "pk_passkeys" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "fk_passkeys_people_user_id" FOREIGN KEY ("user_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "people_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_people_claims" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_people_claims_people_user_id" FOREIGN KEY ("user_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "people_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "pk_people_logins" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_people_logins_people_user_id" FOREIGN KEY ("user_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "people_tokens" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_people_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_people_tokens_people_user_id" FOREIGN KEY ("user_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "sessions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sessions" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "started_at_utc" TEXT NOT NULL,
    "seen_at_utc" TEXT NOT NULL,
    "ended_at_utc" TEXT NULL,
    CONSTRAINT "fk_sessions_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "authors" (
    "id" TEXT NOT NULL CONSTRAINT "pk_authors" PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bio" TEXT NOT NULL,
    "picture_id" TEXT NULL,
    "person_id" TEXT NULL,
    CONSTRAINT "fk_authors_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id"),
    CONSTRAINT "fk_authors_pictures_picture_id" FOREIGN KEY ("picture_id") REFERENCES "pictures" ("id")
);

CREATE TABLE "picture_files" (
    "picture_id" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "content_type" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "pk_picture_files" PRIMARY KEY ("picture_id", "width"),
    CONSTRAINT "fk_picture_files_pictures_picture_id" FOREIGN KEY ("picture_id") REFERENCES "pictures" ("id") ON DELETE CASCADE
);

CREATE TABLE "settings" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_settings" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "logo_id" TEXT NULL,
    "accent_light" TEXT NULL,
    "accent_dark" TEXT NULL,
    "privacy_note" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "under_maintenance" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_settings_pictures_logo_id" FOREIGN KEY ("logo_id") REFERENCES "pictures" ("id") ON DELETE RESTRICT
);

CREATE TABLE "people_roles" (
    "user_id" TEXT NOT NULL,
    "role_id" TEXT NOT NULL,
    CONSTRAINT "pk_people_roles" PRIMARY KEY ("user_id", "role_id"),
    CONSTRAINT "fk_people_roles_people_user_id" FOREIGN KEY ("user_id") REFERENCES "people" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_people_roles_roles_role_id" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE
);

CREATE TABLE "role_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_role_claims" PRIMARY KEY AUTOINCREMENT,
    "role_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_role_claims_roles_role_id" FOREIGN KEY ("role_id") REFERENCES "roles" ("id") ON DELETE CASCADE
);

CREATE TABLE "articles" (
    "id" TEXT NOT NULL CONSTRAINT "pk_articles" PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "cover_id" TEXT NULL,
    "cover_alt" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "publish_at_utc" TEXT NULL,
    "changed_at_utc" TEXT NOT NULL,
    "takes_comments" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "views" INTEGER NOT NULL,
    "views_since_utc" TEXT NOT NULL,
    CONSTRAINT "fk_articles_authors_author_id" FOREIGN KEY ("author_id") REFERENCES "authors" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_articles_pictures_cover_id" FOREIGN KEY ("cover_id") REFERENCES "pictures" ("id") ON DELETE RESTRICT
);

CREATE TABLE "article_revisions" (
    "article_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "saved_at_utc" TEXT NOT NULL,
    "person_id" TEXT NULL,
    CONSTRAINT "pk_article_revisions" PRIMARY KEY ("article_id", "number"),
    CONSTRAINT "fk_article_revisions_articles_article_id" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_article_revisions_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "article_subjects" (
    "article_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "atlas_id" TEXT NOT NULL,
    CONSTRAINT "pk_article_subjects" PRIMARY KEY ("article_id", "kind", "atlas_id"),
    CONSTRAINT "fk_article_subjects_articles_article_id" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
);

CREATE TABLE "article_tags" (
    "article_id" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    CONSTRAINT "pk_article_tags" PRIMARY KEY ("article_id", "tag"),
    CONSTRAINT "fk_article_tags_articles_article_id" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
);

CREATE TABLE "comments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_comments" PRIMARY KEY,
    "article_id" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "email" TEXT NULL,
    "state" TEXT NOT NULL,
    "held_for" TEXT NOT NULL,
    "writer_mark" TEXT NOT NULL,
    "by_practice" INTEGER NOT NULL,
    "written_at_utc" TEXT NOT NULL,
    "edited_at_utc" TEXT NULL,
    "reports" INTEGER NOT NULL,
    "form_id" TEXT NOT NULL,
    CONSTRAINT "fk_comments_articles_article_id" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_comments_comments_parent_id" FOREIGN KEY ("parent_id") REFERENCES "comments" ("id")
);

CREATE TABLE "former_slugs" (
    "slug" TEXT NOT NULL CONSTRAINT "pk_former_slugs" PRIMARY KEY,
    "article_id" TEXT NOT NULL,
    CONSTRAINT "fk_former_slugs_articles_article_id" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
);

CREATE TABLE "view_marks" (
    "article_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    CONSTRAINT "pk_view_marks" PRIMARY KEY ("article_id", "day", "mark"),
    CONSTRAINT "fk_view_marks_articles_article_id" FOREIGN KEY ("article_id") REFERENCES "articles" ("id") ON DELETE CASCADE
);

CREATE TABLE "comment_reports" (
    "comment_id" TEXT NOT NULL,
    "reader_mark" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reported_at_utc" TEXT NOT NULL,
    CONSTRAINT "pk_comment_reports" PRIMARY KEY ("comment_id", "reader_mark"),
    CONSTRAINT "fk_comment_reports_comments_comment_id" FOREIGN KEY ("comment_id") REFERENCES "comments" ("id") ON DELETE CASCADE
);

INSERT INTO "roles" ("id", "concurrency_stamp", "name", "normalized_name")
VALUES ('01990000-0000-7000-8000-000000000001', 'owner', 'owner', 'OWNER');

INSERT INTO "roles" ("id", "concurrency_stamp", "name", "normalized_name")
VALUES ('01990000-0000-7000-8000-000000000002', 'therapist', 'therapist', 'THERAPIST');

INSERT INTO "roles" ("id", "concurrency_stamp", "name", "normalized_name")
VALUES ('01990000-0000-7000-8000-000000000003', 'editor', 'editor', 'EDITOR');

CREATE INDEX "ix_article_revisions_person_id" ON "article_revisions" ("person_id");

CREATE INDEX "ix_article_subjects_kind_atlas_id" ON "article_subjects" ("kind", "atlas_id");

CREATE INDEX "ix_article_tags_tag" ON "article_tags" ("tag");

CREATE INDEX "ix_articles_author_id" ON "articles" ("author_id");

CREATE INDEX "ix_articles_cover_id" ON "articles" ("cover_id");

CREATE UNIQUE INDEX "ix_articles_slug" ON "articles" ("slug");

CREATE INDEX "ix_articles_state_publish_at_utc" ON "articles" ("state", "publish_at_utc");

CREATE INDEX "ix_audit_entries_at_utc" ON "audit_entries" ("at_utc");

CREATE INDEX "ix_audit_entries_person_id" ON "audit_entries" ("person_id");

CREATE INDEX "ix_audit_entries_subject_subject_id" ON "audit_entries" ("subject", "subject_id");

CREATE INDEX "ix_authors_person_id" ON "authors" ("person_id");

CREATE INDEX "ix_authors_picture_id" ON "authors" ("picture_id");

CREATE UNIQUE INDEX "ix_authors_slug" ON "authors" ("slug");

CREATE INDEX "ix_comments_article_id_state_written_at_utc" ON "comments" ("article_id", "state", "written_at_utc");

CREATE UNIQUE INDEX "ix_comments_form_id" ON "comments" ("form_id");

CREATE INDEX "ix_comments_parent_id" ON "comments" ("parent_id");

CREATE INDEX "ix_comments_state_written_at_utc" ON "comments" ("state", "written_at_utc");

CREATE INDEX "ix_comments_writer_mark" ON "comments" ("writer_mark");

CREATE INDEX "ix_former_slugs_article_id" ON "former_slugs" ("article_id");

CREATE INDEX "ix_one_time_links_person_id" ON "one_time_links" ("person_id");

CREATE UNIQUE INDEX "ix_outbox_once_key" ON "outbox" ("once_key");

CREATE INDEX "ix_outbox_sent_at_utc_due_at_utc" ON "outbox" ("sent_at_utc", "due_at_utc");

CREATE INDEX "ix_passkeys_user_id" ON "passkeys" ("user_id");

CREATE INDEX "email_index" ON "people" ("normalized_email");

CREATE UNIQUE INDEX "user_name_index" ON "people" ("normalized_user_name");

CREATE INDEX "ix_people_claims_user_id" ON "people_claims" ("user_id");

CREATE INDEX "ix_people_logins_user_id" ON "people_logins" ("user_id");

CREATE INDEX "ix_people_roles_role_id" ON "people_roles" ("role_id");

CREATE INDEX "ix_role_claims_role_id" ON "role_claims" ("role_id");

CREATE UNIQUE INDEX "role_name_index" ON "roles" ("normalized_name");

CREATE INDEX "ix_sessions_person_id" ON "sessions" ("person_id");

CREATE INDEX "ix_settings_logo_id" ON "settings" ("logo_id");

CREATE INDEX "ix_view_marks_day" ON "view_marks" ("day");

-- The trail is added to and never changed.
CREATE TRIGGER audit_entries_are_not_changed BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never changed');
END;

CREATE TRIGGER audit_entries_are_not_removed BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never removed');
END;
