CREATE TABLE booking_settings (
    id integer NOT NULL,
    is_open boolean NOT NULL,
    reminder_hours integer NOT NULL,
    late_policy character varying(1000) NOT NULL,
    currency character varying(3) NOT NULL,
    legal_name character varying(100) NOT NULL,
    tax_id character varying(20) NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_booking_settings PRIMARY KEY (id)
);

CREATE TABLE webhooks (
    id uuid NOT NULL,
    address character varying(500) NOT NULL,
    protected_secret character varying(500) NOT NULL,
    events character varying(300) NOT NULL,
    created_at_utc timestamp with time zone NOT NULL,
    stopped_at_utc timestamp with time zone,
    CONSTRAINT pk_webhooks PRIMARY KEY (id)
);

CREATE TABLE api_keys (
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    secret_hash character varying(44) NOT NULL,
    may_write boolean NOT NULL,
    created_by_id uuid NOT NULL,
    created_at_utc timestamp with time zone NOT NULL,
    last_used_at_utc timestamp with time zone,
    revoked_at_utc timestamp with time zone,
    CONSTRAINT pk_api_keys PRIMARY KEY (id),
    CONSTRAINT fk_api_keys_people_created_by_id FOREIGN KEY (created_by_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE webhook_deliveries (
    id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    event character varying(40) NOT NULL,
    body text NOT NULL,
    created_at_utc timestamp with time zone NOT NULL,
    due_at_utc timestamp with time zone NOT NULL,
    attempts integer NOT NULL,
    last_answer character varying(100),
    delivered_at_utc timestamp with time zone,
    given_up_at_utc timestamp with time zone,
    CONSTRAINT pk_webhook_deliveries PRIMARY KEY (id),
    CONSTRAINT fk_webhook_deliveries_webhooks_webhook_id FOREIGN KEY (webhook_id) REFERENCES webhooks (id) ON DELETE RESTRICT
);

CREATE TABLE payments (
    id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    received_on date NOT NULL,
    method character varying(20) NOT NULL,
    purpose character varying(20) NOT NULL,
    amount_cents integer NOT NULL,
    reference character varying(60) NOT NULL,
    recorded_by_id uuid NOT NULL,
    recorded_at_utc timestamp with time zone NOT NULL,
    withdrawn_at_utc timestamp with time zone,
    CONSTRAINT pk_payments PRIMARY KEY (id),
    CONSTRAINT fk_payments_appointments_appointment_id FOREIGN KEY (appointment_id) REFERENCES appointments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_payments_people_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE receipts (
    id uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    appointment_id uuid NOT NULL,
    client_id uuid NOT NULL,
    service_date date NOT NULL,
    document text NOT NULL,
    issued_at_utc timestamp with time zone NOT NULL,
    issued_by_id uuid NOT NULL,
    corrects_id uuid,
    CONSTRAINT pk_receipts PRIMARY KEY (id),
    CONSTRAINT fk_receipts_appointments_appointment_id FOREIGN KEY (appointment_id) REFERENCES appointments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipts_clients_client_id FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipts_people_issued_by_id FOREIGN KEY (issued_by_id) REFERENCES people (id) ON DELETE RESTRICT,
    CONSTRAINT fk_receipts_receipts_corrects_id FOREIGN KEY (corrects_id) REFERENCES receipts (id) ON DELETE RESTRICT
);

CREATE TABLE visit_notes (
    id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    author_id uuid NOT NULL,
    amends_id uuid,
    subjective character varying(4000) NOT NULL,
    objective character varying(4000) NOT NULL,
    assessment character varying(4000) NOT NULL,
    plan character varying(4000) NOT NULL,
    findings text,
    created_at_utc timestamp with time zone NOT NULL,
    saved_at_utc timestamp with time zone NOT NULL,
    signed_at_utc timestamp with time zone,
    erased_at_utc timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_visit_notes PRIMARY KEY (id),
    CONSTRAINT fk_visit_notes_appointments_appointment_id FOREIGN KEY (appointment_id) REFERENCES appointments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_visit_notes_people_author_id FOREIGN KEY (author_id) REFERENCES people (id) ON DELETE RESTRICT,
    CONSTRAINT fk_visit_notes_visit_notes_amends_id FOREIGN KEY (amends_id) REFERENCES visit_notes (id) ON DELETE RESTRICT
);

CREATE TABLE waiting_list (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    minutes integer NOT NULL,
    therapist_id uuid,
    name character varying(100) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    language character varying(2) NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    days integer NOT NULL,
    earliest_minute integer NOT NULL,
    latest_minute integer NOT NULL,
    state character varying(20) NOT NULL,
    created_at_utc timestamp with time zone NOT NULL,
    offered_id uuid,
    version integer NOT NULL,
    request_key uuid NOT NULL,
    CONSTRAINT pk_waiting_list PRIMARY KEY (id),
    CONSTRAINT fk_waiting_list_appointments_offered_id FOREIGN KEY (offered_id) REFERENCES appointments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_waiting_list_services_service_id FOREIGN KEY (service_id) REFERENCES services (id) ON DELETE RESTRICT,
    CONSTRAINT fk_waiting_list_therapists_therapist_id FOREIGN KEY (therapist_id) REFERENCES therapists (id) ON DELETE RESTRICT
);

CREATE INDEX ix_api_keys_created_by_id ON api_keys (created_by_id);

CREATE UNIQUE INDEX ix_api_keys_secret_hash ON api_keys (secret_hash);

CREATE INDEX ix_payments_appointment_id ON payments (appointment_id);

CREATE INDEX ix_payments_received_on ON payments (received_on);

CREATE INDEX ix_payments_recorded_by_id ON payments (recorded_by_id);

CREATE INDEX ix_receipts_appointment_id ON receipts (appointment_id);

CREATE INDEX ix_receipts_client_id_service_date ON receipts (client_id, service_date);

CREATE UNIQUE INDEX ix_receipts_corrects_id ON receipts (corrects_id);

CREATE INDEX ix_receipts_issued_by_id ON receipts (issued_by_id);

CREATE UNIQUE INDEX ix_receipts_year_number ON receipts (year, number);

CREATE INDEX ix_visit_notes_amends_id ON visit_notes (amends_id);

CREATE INDEX ix_visit_notes_appointment_id ON visit_notes (appointment_id);

CREATE INDEX ix_visit_notes_author_id ON visit_notes (author_id);

CREATE INDEX ix_waiting_list_offered_id ON waiting_list (offered_id);

CREATE UNIQUE INDEX ix_waiting_list_request_key ON waiting_list (request_key);

CREATE INDEX ix_waiting_list_service_id ON waiting_list (service_id);

CREATE INDEX ix_waiting_list_state_created_at_utc ON waiting_list (state, created_at_utc);

CREATE INDEX ix_waiting_list_therapist_id ON waiting_list (therapist_id);

CREATE INDEX ix_webhook_deliveries_delivered_at_utc_due_at_utc ON webhook_deliveries (delivered_at_utc, due_at_utc);

CREATE INDEX ix_webhook_deliveries_webhook_id ON webhook_deliveries (webhook_id);

-- What a receipt says is never changed; a correction is a further receipt.
CREATE FUNCTION refuse_change_of_receipts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'receipts are never changed or removed';
END $$;

CREATE TRIGGER receipts_are_not_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON receipts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_receipts();

-- A payment is withdrawn, not changed.
CREATE FUNCTION refuse_change_of_payments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'payments are withdrawn, never changed or removed';
END $$;

CREATE TRIGGER payments_are_not_changed BEFORE UPDATE ON payments FOR EACH ROW
    WHEN (OLD.withdrawn_at_utc IS NOT NULL OR NEW.appointment_id <> OLD.appointment_id OR NEW.received_on <> OLD.received_on OR NEW.method <> OLD.method
        OR NEW.purpose <> OLD.purpose OR NEW.amount_cents <> OLD.amount_cents OR NEW.reference <> OLD.reference)
    EXECUTE FUNCTION refuse_change_of_payments();

CREATE TRIGGER payments_are_not_removed BEFORE DELETE OR TRUNCATE ON payments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_payments();

-- A signed note is amended by another one. Only erasing a client's data empties it.
CREATE FUNCTION refuse_change_of_signed_notes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'signed notes are amended, never changed or removed';
END $$;

CREATE TRIGGER signed_notes_are_not_changed BEFORE UPDATE ON visit_notes FOR EACH ROW
    WHEN (OLD.signed_at_utc IS NOT NULL AND (NEW.signed_at_utc IS DISTINCT FROM OLD.signed_at_utc OR NEW.erased_at_utc IS NULL
        OR NEW.subjective <> '' OR NEW.objective <> '' OR NEW.assessment <> '' OR NEW.plan <> '' OR NEW.findings IS NOT NULL))
    EXECUTE FUNCTION refuse_change_of_signed_notes();

CREATE TRIGGER signed_notes_are_not_removed BEFORE DELETE ON visit_notes FOR EACH ROW
    WHEN (OLD.signed_at_utc IS NOT NULL)
    EXECUTE FUNCTION refuse_change_of_signed_notes();
