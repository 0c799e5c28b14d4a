CREATE TABLE "booking_settings" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_booking_settings" PRIMARY KEY,
    "is_open" INTEGER NOT NULL,
    "reminder_hours" INTEGER NOT NULL,
    "late_policy" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "tax_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "webhooks" (
    "id" TEXT NOT NULL CONSTRAINT "pk_webhooks" PRIMARY KEY,
    "address" TEXT NOT NULL,
    "protected_secret" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "created_at_utc" TEXT NOT NULL,
    "stopped_at_utc" TEXT NULL
);

CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL CONSTRAINT "pk_api_keys" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "may_write" INTEGER NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at_utc" TEXT NOT NULL,
    "last_used_at_utc" TEXT NULL,
    "revoked_at_utc" TEXT NULL,
    CONSTRAINT "fk_api_keys_people_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "webhook_deliveries" (
    "id" TEXT NOT NULL CONSTRAINT "pk_webhook_deliveries" PRIMARY KEY,
    "webhook_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at_utc" TEXT NOT NULL,
    "due_at_utc" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "last_answer" TEXT NULL,
    "delivered_at_utc" TEXT NULL,
    "given_up_at_utc" TEXT NULL,
    CONSTRAINT "fk_webhook_deliveries_webhooks_webhook_id" FOREIGN KEY ("webhook_id") REFERENCES "webhooks" ("id") ON DELETE RESTRICT
);

CREATE TABLE "payments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments" PRIMARY KEY,
    "appointment_id" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "reference" TEXT NOT NULL,
    "recorded_by_id" TEXT NOT NULL,
    "recorded_at_utc" TEXT NOT NULL,
    "withdrawn_at_utc" TEXT NULL,
    CONSTRAINT "fk_payments_appointments_appointment_id" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_payments_people_recorded_by_id" FOREIGN KEY ("recorded_by_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "receipts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_receipts" PRIMARY KEY,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "appointment_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "service_date" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "issued_at_utc" TEXT NOT NULL,
    "issued_by_id" TEXT NOT NULL,
    "corrects_id" TEXT NULL,
    CONSTRAINT "fk_receipts_appointments_appointment_id" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipts_clients_client_id" FOREIGN KEY ("client_id") REFERENCES "clients" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipts_people_issued_by_id" FOREIGN KEY ("issued_by_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_receipts_receipts_corrects_id" FOREIGN KEY ("corrects_id") REFERENCES "receipts" ("id") ON DELETE RESTRICT
);

CREATE TABLE "visit_notes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_visit_notes" PRIMARY KEY,
    "appointment_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "amends_id" TEXT NULL,
    "subjective" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "assessment" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "findings" TEXT NULL,
    "created_at_utc" TEXT NOT NULL,
    "saved_at_utc" TEXT NOT NULL,
    "signed_at_utc" TEXT NULL,
    "erased_at_utc" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_visit_notes_appointments_appointment_id" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_notes_people_author_id" FOREIGN KEY ("author_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_visit_notes_visit_notes_amends_id" FOREIGN KEY ("amends_id") REFERENCES "visit_notes" ("id") ON DELETE RESTRICT
);

CREATE TABLE "waiting_list" (
    "id" TEXT NOT NULL CONSTRAINT "pk_waiting_list" PRIMARY KEY,
    "service_id" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "therapist_id" TEXT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "earliest_minute" INTEGER NOT NULL,
    "latest_minute" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "created_at_utc" TEXT NOT NULL,
    "offered_id" TEXT NULL,
    "version" INTEGER NOT NULL,
    "request_key" TEXT NOT NULL,
    CONSTRAINT "fk_waiting_list_appointments_offered_id" FOREIGN KEY ("offered_id") REFERENCES "appointments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_waiting_list_services_service_id" FOREIGN KEY ("service_id") REFERENCES "services" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_waiting_list_therapists_therapist_id" FOREIGN KEY ("therapist_id") REFERENCES "therapists" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_api_keys_created_by_id" ON "api_keys" ("created_by_id");

CREATE UNIQUE INDEX "ix_api_keys_secret_hash" ON "api_keys" ("secret_hash");

CREATE INDEX "ix_payments_appointment_id" ON "payments" ("appointment_id");

CREATE INDEX "ix_payments_received_on" ON "payments" ("received_on");

CREATE INDEX "ix_payments_recorded_by_id" ON "payments" ("recorded_by_id");

CREATE INDEX "ix_receipts_appointment_id" ON "receipts" ("appointment_id");

CREATE INDEX "ix_receipts_client_id_service_date" ON "receipts" ("client_id", "service_date");

CREATE UNIQUE INDEX "ix_receipts_corrects_id" ON "receipts" ("corrects_id");

CREATE INDEX "ix_receipts_issued_by_id" ON "receipts" ("issued_by_id");

CREATE UNIQUE INDEX "ix_receipts_year_number" ON "receipts" ("year", "number");

CREATE INDEX "ix_visit_notes_amends_id" ON "visit_notes" ("amends_id");

CREATE INDEX "ix_visit_notes_appointment_id" ON "visit_notes" ("appointment_id");

CREATE INDEX "ix_visit_notes_author_id" ON "visit_notes" ("author_id");

CREATE INDEX "ix_waiting_list_offered_id" ON "waiting_list" ("offered_id");

CREATE UNIQUE INDEX "ix_waiting_list_request_key" ON "waiting_list" ("request_key");

CREATE INDEX "ix_waiting_list_service_id" ON "waiting_list" ("service_id");

CREATE INDEX "ix_waiting_list_state_created_at_utc" ON "waiting_list" ("state", "created_at_utc");

CREATE INDEX "ix_waiting_list_therapist_id" ON "waiting_list" ("therapist_id");

CREATE INDEX "ix_webhook_deliveries_delivered_at_utc_due_at_utc" ON "webhook_deliveries" ("delivered_at_utc", "due_at_utc");

CREATE INDEX "ix_webhook_deliveries_webhook_id" ON "webhook_deliveries" ("webhook_id");

-- What a receipt says is never changed; a correction is a further receipt.
CREATE TRIGGER receipts_are_not_changed BEFORE UPDATE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are never changed');
END;

CREATE TRIGGER receipts_are_not_removed BEFORE DELETE ON receipts
BEGIN
    SELECT RAISE(ABORT, 'receipts are never removed');
END;

-- A payment is withdrawn, not changed.
CREATE TRIGGER payments_are_not_changed BEFORE UPDATE ON payments
WHEN OLD.withdrawn_at_utc IS NOT NULL OR NEW.appointment_id <> OLD.appointment_id OR NEW.received_on <> OLD.received_on OR NEW.method <> OLD.method
    OR NEW.purpose <> OLD.purpose OR NEW.amount_cents <> OLD.amount_cents OR NEW.reference <> OLD.reference
BEGIN
    SELECT RAISE(ABORT, 'payments are withdrawn, never changed');
END;

CREATE TRIGGER payments_are_not_removed BEFORE DELETE ON payments
BEGIN
    SELECT RAISE(ABORT, 'payments are withdrawn, never removed');
END;

-- A signed note is amended by another one. Only erasing a client's data empties it.
CREATE TRIGGER signed_notes_are_not_changed BEFORE UPDATE ON visit_notes
WHEN OLD.signed_at_utc IS NOT NULL AND (NEW.signed_at_utc IS NOT OLD.signed_at_utc OR NEW.erased_at_utc IS NULL
    OR NEW.subjective <> '' OR NEW.objective <> '' OR NEW.assessment <> '' OR NEW.plan <> '' OR NEW.findings IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'signed notes are amended, never changed');
END;

CREATE TRIGGER signed_notes_are_not_removed BEFORE DELETE ON visit_notes
WHEN OLD.signed_at_utc IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'signed notes are never removed');
END;
