CREATE TABLE clients (
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    email character varying(254) NOT NULL,
    email_key character varying(254) NOT NULL,
    phone character varying(40) NOT NULL,
    language character varying(2) NOT NULL,
    letter_reference character varying(200) NOT NULL,
    letter_valid_until date,
    created_at_utc timestamp with time zone NOT NULL,
    erased_at_utc timestamp with time zone,
    CONSTRAINT pk_clients PRIMARY KEY (id)
);

CREATE TABLE rooms (
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    is_offered boolean NOT NULL,
    CONSTRAINT pk_rooms PRIMARY KEY (id)
);

CREATE TABLE services (
    id uuid NOT NULL,
    slug character varying(60) NOT NULL,
    name character varying(100) NOT NULL,
    description character varying(500) NOT NULL,
    is_offered boolean NOT NULL,
    buffer_before_minutes integer NOT NULL,
    buffer_after_minutes integer NOT NULL,
    step_minutes integer NOT NULL,
    notice_minutes integer NOT NULL,
    window_days integer NOT NULL,
    move_hours integer NOT NULL,
    cancel_hours integer NOT NULL,
    needs_approval boolean NOT NULL,
    "order" integer NOT NULL,
    CONSTRAINT pk_services PRIMARY KEY (id)
);

CREATE TABLE therapists (
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    person_id uuid,
    is_bookable boolean NOT NULL,
    most_sessions_a_day integer,
    most_minutes_a_day integer,
    credential character varying(40) NOT NULL,
    licence_number character varying(40) NOT NULL,
    licence_state character varying(40) NOT NULL,
    npi character varying(10) NOT NULL,
    feed_hash character varying(44),
    CONSTRAINT pk_therapists PRIMARY KEY (id),
    CONSTRAINT fk_therapists_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE add_ons (
    id uuid NOT NULL,
    service_id uuid NOT NULL,
    name character varying(60) NOT NULL,
    minutes integer NOT NULL,
    price_cents integer NOT NULL,
    is_offered boolean NOT NULL,
    CONSTRAINT pk_add_ons PRIMARY KEY (id),
    CONSTRAINT fk_add_ons_services_service_id FOREIGN KEY (service_id) REFERENCES services (id) ON DELETE CASCADE
);

CREATE TABLE service_lengths (
    service_id uuid NOT NULL,
    minutes integer NOT NULL,
    price_cents integer NOT NULL,
    CONSTRAINT pk_service_lengths PRIMARY KEY (service_id, minutes),
    CONSTRAINT fk_service_lengths_services_service_id FOREIGN KEY (service_id) REFERENCES services (id) ON DELETE CASCADE
);

CREATE TABLE service_rooms (
    service_id uuid NOT NULL,
    room_id uuid NOT NULL,
    CONSTRAINT pk_service_rooms PRIMARY KEY (service_id, room_id),
    CONSTRAINT fk_service_rooms_rooms_room_id FOREIGN KEY (room_id) REFERENCES rooms (id) ON DELETE CASCADE,
    CONSTRAINT fk_service_rooms_services_service_id FOREIGN KEY (service_id) REFERENCES services (id) ON DELETE CASCADE
);

CREATE TABLE appointments (
    id uuid NOT NULL,
    therapist_id uuid NOT NULL,
    room_id uuid,
    service_id uuid,
    starts_at_utc timestamp with time zone NOT NULL,
    ends_at_utc timestamp with time zone NOT NULL,
    occupied_from_utc timestamp with time zone NOT NULL,
    occupied_to_utc timestamp with time zone NOT NULL,
    state character varying(20) NOT NULL,
    hold_ends_at_utc timestamp with time zone,
    client_id uuid,
    add_ons character varying(300) NOT NULL,
    price_cents integer NOT NULL,
    client_note character varying(2000) NOT NULL,
    body_map text,
    consent_version character varying(20) NOT NULL,
    consent_at_utc timestamp with time zone,
    created_at_utc timestamp with time zone NOT NULL,
    remind_at_utc timestamp with time zone,
    series_id uuid,
    sequence integer NOT NULL,
    version integer NOT NULL,
    request_key uuid NOT NULL,
    CONSTRAINT pk_appointments PRIMARY KEY (id),
    CONSTRAINT fk_appointments_clients_client_id FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointments_rooms_room_id FOREIGN KEY (room_id) REFERENCES rooms (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointments_services_service_id FOREIGN KEY (service_id) REFERENCES services (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointments_therapists_therapist_id FOREIGN KEY (therapist_id) REFERENCES therapists (id) ON DELETE RESTRICT
);

CREATE TABLE closures (
    id uuid NOT NULL,
    therapist_id uuid,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason character varying(100) NOT NULL,
    CONSTRAINT pk_closures PRIMARY KEY (id),
    CONSTRAINT fk_closures_therapists_therapist_id FOREIGN KEY (therapist_id) REFERENCES therapists (id)
);

CREATE TABLE day_changes (
    id uuid NOT NULL,
    therapist_id uuid NOT NULL,
    date date NOT NULL,
    start_minute integer,
    end_minute integer,
    CONSTRAINT pk_day_changes PRIMARY KEY (id),
    CONSTRAINT fk_day_changes_therapists_therapist_id FOREIGN KEY (therapist_id) REFERENCES therapists (id) ON DELETE CASCADE
);

CREATE TABLE service_therapists (
    service_id uuid NOT NULL,
    therapist_id uuid NOT NULL,
    CONSTRAINT pk_service_therapists PRIMARY KEY (service_id, therapist_id),
    CONSTRAINT fk_service_therapists_services_service_id FOREIGN KEY (service_id) REFERENCES services (id) ON DELETE CASCADE,
    CONSTRAINT fk_service_therapists_therapists_therapist_id FOREIGN KEY (therapist_id) REFERENCES therapists (id) ON DELETE CASCADE
);

CREATE TABLE working_windows (
    id uuid NOT NULL,
    therapist_id uuid NOT NULL,
    day integer NOT NULL,
    start_minute integer NOT NULL,
    end_minute integer NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    every_weeks integer NOT NULL,
    CONSTRAINT pk_working_windows PRIMARY KEY (id),
    CONSTRAINT fk_working_windows_therapists_therapist_id FOREIGN KEY (therapist_id) REFERENCES therapists (id) ON DELETE CASCADE
);

CREATE TABLE appointment_events (
    id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    at_utc timestamp with time zone NOT NULL,
    what character varying(20) NOT NULL,
    person_id uuid,
    note character varying(300) NOT NULL,
    CONSTRAINT pk_appointment_events PRIMARY KEY (id),
    CONSTRAINT fk_appointment_events_appointments_appointment_id FOREIGN KEY (appointment_id) REFERENCES appointments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointment_events_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE INDEX ix_add_ons_service_id ON add_ons (service_id);

CREATE INDEX ix_appointment_events_appointment_id_at_utc ON appointment_events (appointment_id, at_utc);

CREATE INDEX ix_appointment_events_person_id ON appointment_events (person_id);

CREATE INDEX ix_appointments_client_id ON appointments (client_id);

CREATE INDEX ix_appointments_remind_at_utc ON appointments (remind_at_utc);

CREATE UNIQUE INDEX ix_appointments_request_key ON appointments (request_key);

CREATE INDEX ix_appointments_room_id_occupied_from_utc ON appointments (room_id, occupied_from_utc);

CREATE INDEX ix_appointments_series_id ON appointments (series_id);

CREATE INDEX ix_appointments_service_id ON appointments (service_id);

CREATE INDEX ix_appointments_state_hold_ends_at_utc ON appointments (state, hold_ends_at_utc);

CREATE INDEX ix_appointments_therapist_id_occupied_from_utc ON appointments (therapist_id, occupied_from_utc);

CREATE INDEX ix_clients_email_key ON clients (email_key);

CREATE INDEX ix_closures_last_day ON closures (last_day);

CREATE INDEX ix_closures_therapist_id ON closures (therapist_id);

CREATE INDEX ix_day_changes_therapist_id_date ON day_changes (therapist_id, date);

CREATE INDEX ix_service_rooms_room_id ON service_rooms (room_id);

CREATE INDEX ix_service_therapists_therapist_id ON service_therapists (therapist_id);

CREATE UNIQUE INDEX ix_services_slug ON services (slug);

CREATE UNIQUE INDEX ix_therapists_feed_hash ON therapists (feed_hash);

CREATE INDEX ix_therapists_person_id ON therapists (person_id);

CREATE INDEX ix_working_windows_therapist_id ON working_windows (therapist_id);

-- Nobody is in two sessions at once, and no room holds two.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE appointments
    ADD CONSTRAINT appointments_never_share_a_therapist
        EXCLUDE USING gist (therapist_id WITH =, tstzrange(occupied_from_utc, occupied_to_utc) WITH &&)
        WHERE (state IN ('Held', 'Pending', 'Confirmed', 'Blocked', 'Done')),
    ADD CONSTRAINT appointments_never_share_a_room
        EXCLUDE USING gist (room_id WITH =, tstzrange(occupied_from_utc, occupied_to_utc) WITH &&)
        WHERE (state IN ('Held', 'Pending', 'Confirmed', 'Blocked', 'Done') AND room_id IS NOT NULL),
    ADD CONSTRAINT appointments_never_end_before_they_start
        CHECK (ends_at_utc > starts_at_utc AND occupied_from_utc <= starts_at_utc AND occupied_to_utc >= ends_at_utc);

CREATE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'appointments are cancelled, never removed';
END $$;

CREATE TRIGGER appointments_are_not_removed BEFORE DELETE OR TRUNCATE ON appointments
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_removal();
