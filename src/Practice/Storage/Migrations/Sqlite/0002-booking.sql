CREATE TABLE "clients" (
    "id" TEXT NOT NULL CONSTRAINT "pk_clients" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "letter_reference" TEXT NOT NULL,
    "letter_valid_until" TEXT NULL,
    "created_at_utc" TEXT NOT NULL,
    "erased_at_utc" TEXT NULL
);

CREATE TABLE "rooms" (
    "id" TEXT NOT NULL CONSTRAINT "pk_rooms" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "is_offered" INTEGER NOT NULL
);

CREATE TABLE "services" (
    "id" TEXT NOT NULL CONSTRAINT "pk_services" PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "is_offered" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL,
    "buffer_after_minutes" INTEGER NOT NULL,
    "step_minutes" INTEGER NOT NULL,
    "notice_minutes" INTEGER NOT NULL,
    "window_days" INTEGER NOT NULL,
    "move_hours" INTEGER NOT NULL,
    "cancel_hours" INTEGER NOT NULL,
    "needs_approval" INTEGER NOT NULL,
    "order" INTEGER NOT NULL
);

CREATE TABLE "therapists" (
    "id" TEXT NOT NULL CONSTRAINT "pk_therapists" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "is_bookable" INTEGER NOT NULL,
    "most_sessions_a_day" INTEGER NULL,
    "most_minutes_a_day" INTEGER NULL,
    "credential" TEXT NOT NULL,
    "licence_number" TEXT NOT NULL,
    "licence_state" TEXT NOT NULL,
    "npi" TEXT NOT NULL,
    "feed_hash" TEXT NULL,
    CONSTRAINT "fk_therapists_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "add_ons" (
    "id" TEXT NOT NULL CONSTRAINT "pk_add_ons" PRIMARY KEY,
    "service_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "price_cents" INTEGER NOT NULL,
    "is_offered" INTEGER NOT NULL,
    CONSTRAINT "fk_add_ons_services_service_id" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE CASCADE
);

CREATE TABLE "service_lengths" (
    "service_id" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "price_cents" INTEGER NOT NULL,
    CONSTRAINT "pk_service_lengths" PRIMARY KEY ("service_id", "minutes"),
    CONSTRAINT "fk_service_lengths_services_service_id" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE CASCADE
);

CREATE TABLE "service_rooms" (
    "service_id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,
    CONSTRAINT "pk_service_rooms" PRIMARY KEY ("service_id", "room_id"),
    CONSTRAINT "fk_service_rooms_rooms_room_id" FOREIGN KEY ("room_id") REFERENCES "rooms" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_service_rooms_services_service_id" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE CASCADE
);

CREATE TABLE "appointments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_appointments" PRIMARY KEY,
    "therapist_id" TEXT NOT NULL,
    "room_id" TEXT NULL,
    "service_id" TEXT NULL,
    "starts_at_utc" TEXT NOT NULL,
    "ends_at_utc" TEXT NOT NULL,
    "occupied_from_utc" TEXT NOT NULL,
    "occupied_to_utc" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "hold_ends_at_utc" TEXT NULL,
    "client_id" TEXT NULL,
    "add_ons" TEXT NOT NULL,
    "price_cents" INTEGER NOT NULL,
    "client_note" TEXT NOT NULL,
    "body_map" TEXT NULL,
    "consent_version" TEXT NOT NULL,
    "consent_at_utc" TEXT NULL,
    "created_at_utc" TEXT NOT NULL,
    "remind_at_utc" TEXT NULL,
    "series_id" TEXT NULL,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "request_key" TEXT NOT NULL,
    CONSTRAINT "fk_appointments_clients_client_id" FOREIGN KEY ("client_id") REFERENCES "clients" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_appointments_rooms_room_id" FOREIGN KEY ("room_id") REFERENCES "rooms" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_appointments_services_service_id" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_appointments_therapists_therapist_id" FOREIGN KEY ("therapist_id") REFERENCES "therapists" ("id") ON DELETE RESTRICT
);

CREATE TABLE "closures" (
    "id" TEXT NOT NULL CONSTRAINT "pk_closures" PRIMARY KEY,
    "therapist_id" TEXT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "fk_closures_therapists_therapist_id" FOREIGN KEY ("therapist_id") REFERENCES "therapists" ("id")
);

CREATE TABLE "day_changes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_day_changes" PRIMARY KEY,
    "therapist_id" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "start_minute" INTEGER NULL,
    "end_minute" INTEGER NULL,
    CONSTRAINT "fk_day_changes_therapists_therapist_id" FOREIGN KEY ("therapist_id") REFERENCES "therapists" ("id") ON DELETE CASCADE
);

CREATE TABLE "service_therapists" (
    "service_id" TEXT NOT NULL,
    "therapist_id" TEXT NOT NULL,
    CONSTRAINT "pk_service_therapists" PRIMARY KEY ("service_id", "therapist_id"),
    CONSTRAINT "fk_service_therapists_services_service_id" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_service_therapists_therapists_therapist_id" FOREIGN KEY ("therapist_id") REFERENCES "therapists" ("id") ON DELETE CASCADE
);

CREATE TABLE "working_windows" (
    "id" TEXT NOT NULL CONSTRAINT "pk_working_windows" PRIMARY KEY,
    "therapist_id" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT NULL,
    "every_weeks" INTEGER NOT NULL,
    CONSTRAINT "fk_working_windows_therapists_therapist_id" FOREIGN KEY ("therapist_id") REFERENCES "therapists" ("id") ON DELETE CASCADE
);

CREATE TABLE "appointment_events" (
    "id" TEXT NOT NULL CONSTRAINT "pk_appointment_events" PRIMARY KEY,
    "appointment_id" TEXT NOT NULL,
    "at_utc" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "fk_appointment_events_appointments_appointment_id" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_appointment_events_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_add_ons_service_id" ON "add_ons" ("service_id");

CREATE INDEX "ix_appointment_events_appointment_id_at_utc" ON "appointment_events" ("appointment_id", "at_utc");

CREATE INDEX "ix_appointment_events_person_id" ON "appointment_events" ("person_id");

CREATE INDEX "ix_appointments_client_id" ON "appointments" ("client_id");

CREATE INDEX "ix_appointments_remind_at_utc" ON "appointments" ("remind_at_utc");

CREATE UNIQUE INDEX "ix_appointments_request_key" ON "appointments" ("request_key");

CREATE INDEX "ix_appointments_room_id_occupied_from_utc" ON "appointments" ("room_id", "occupied_from_utc");

CREATE INDEX "ix_appointments_series_id" ON "appointments" ("series_id");

CREATE INDEX "ix_appointments_service_id" ON "appointments" ("service_id");

CREATE INDEX "ix_appointments_state_hold_ends_at_utc" ON "appointments" ("state", "hold_ends_at_utc");

CREATE INDEX "ix_appointments_therapist_id_occupied_from_utc" ON "appointments" ("therapist_id", "occupied_from_utc");

CREATE INDEX "ix_clients_email_key" ON "clients" ("email_key");

CREATE INDEX "ix_closures_last_day" ON "closures" ("last_day");

CREATE INDEX "ix_closures_therapist_id" ON "closures" ("therapist_id");

CREATE INDEX "ix_day_changes_therapist_id_date" ON "day_changes" ("therapist_id", "date");

CREATE INDEX "ix_service_rooms_room_id" ON "service_rooms" ("room_id");

CREATE INDEX "ix_service_therapists_therapist_id" ON "service_therapists" ("therapist_id");

CREATE UNIQUE INDEX "ix_services_slug" ON "services" ("slug");

CREATE UNIQUE INDEX "ix_therapists_feed_hash" ON "therapists" ("feed_hash");

CREATE INDEX "ix_therapists_person_id" ON "therapists" ("person_id");

CREATE INDEX "ix_working_windows_therapist_id" ON "working_windows" ("therapist_id");

-- Nobody is in two sessions at once, and no room holds two. Instants are text of one form, which sorts as they do.
CREATE TRIGGER appointments_never_overlap_on_insert BEFORE INSERT ON appointments
WHEN NEW.state IN ('Held', 'Pending', 'Confirmed', 'Blocked', 'Done')
BEGIN
    SELECT RAISE(ABORT, 'appointments never overlap') WHERE EXISTS (
        SELECT 1 FROM appointments AS other
        WHERE other.id <> NEW.id
          AND other.state IN ('Held', 'Pending', 'Confirmed', 'Blocked', 'Done')
          AND (other.therapist_id = NEW.therapist_id OR other.room_id = NEW.room_id)
          AND other.occupied_from_utc < NEW.occupied_to_utc
          AND NEW.occupied_from_utc < other.occupied_to_utc);
    SELECT RAISE(ABORT, 'an appointment ends after it starts, and occupies its whole time')
        WHERE NEW.ends_at_utc <= NEW.starts_at_utc OR NEW.occupied_from_utc > NEW.starts_at_utc OR NEW.occupied_to_utc < NEW.ends_at_utc;
END;

CREATE TRIGGER appointments_never_overlap_on_update BEFORE UPDATE ON appointments
WHEN NEW.state IN ('Held', 'Pending', 'Confirmed', 'Blocked', 'Done')
BEGIN
    SELECT RAISE(ABORT, 'appointments never overlap') WHERE EXISTS (
        SELECT 1 FROM appointments AS other
        WHERE other.id <> NEW.id
          AND other.state IN ('Held', 'Pending', 'Confirmed', 'Blocked', 'Done')
          AND (other.therapist_id = NEW.therapist_id OR other.room_id = NEW.room_id)
          AND other.occupied_from_utc < NEW.occupied_to_utc
          AND NEW.occupied_from_utc < other.occupied_to_utc);
    SELECT RAISE(ABORT, 'an appointment ends after it starts, and occupies its whole time')
        WHERE NEW.ends_at_utc <= NEW.starts_at_utc OR NEW.occupied_from_utc > NEW.starts_at_utc OR NEW.occupied_to_utc < NEW.ends_at_utc;
END;

CREATE TRIGGER appointments_are_not_removed BEFORE DELETE ON appointments
BEGIN
    SELECT RAISE(ABORT, 'appointments are cancelled, never removed');
END;
