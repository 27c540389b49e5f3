-- People, the event log, incidents, units, orders, closures, positions.
-- Every table with a realm_id is confined to the realm of its transaction by row-level security.

CREATE TABLE app_user (
  id                    uuid PRIMARY KEY,
  username              text NOT NULL UNIQUE CHECK (username = lower(username)),
  display_name          text NOT NULL,
  password_hash         text NOT NULL,          -- Argon2id, PHC string
  must_change_password  boolean NOT NULL DEFAULT false,
  disabled              boolean NOT NULL DEFAULT false,
  failed_logins         integer NOT NULL DEFAULT 0,
  locked_until          timestamptz,
  created_at            timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE user_role (
  user_id  uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  role     text NOT NULL CHECK (role IN ('administrator', 'dispatcher', 'duty_officer', 'observer')),
  PRIMARY KEY (user_id, role)
);
CREATE TABLE user_session (
  token_hash    bytea PRIMARY KEY,              -- SHA-256 of the cookie value
  user_id       uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  csrf_token    text NOT NULL,
  created_at    timestamptz NOT NULL,
  last_seen_at  timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  ended_at      timestamptz
);
CREATE INDEX user_session_user ON user_session (user_id);
CREATE TABLE api_token (
  id            uuid PRIMARY KEY,
  token_hash    bytea NOT NULL UNIQUE,
  user_id       uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
  label         text NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz,
  revoked_at    timestamptz
);

CREATE TABLE event (
  realm_id      uuid NOT NULL REFERENCES realm,
  seq           bigint NOT NULL,
  at            timestamptz NOT NULL,
  actor         text NOT NULL,                  -- username, or system:<part>
  type          text NOT NULL,                  -- from the event catalogue
  subject_type  text NOT NULL,
  subject_id    uuid NOT NULL,
  incident_id   uuid,                           -- the incident whose timeline it belongs to
  payload       jsonb NOT NULL,
  prev_hash     bytea NOT NULL,
  hash          bytea NOT NULL,
  PRIMARY KEY (realm_id, seq)
);
CREATE INDEX event_incident ON event (realm_id, incident_id, seq);

-- The text that is hashed: every column that means something, in a fixed order, each with its length before it.
CREATE FUNCTION event_hash(prev bytea, realm uuid, n bigint, at timestamptz, actor text, type text,
                           subject_type text, subject_id uuid, incident_id uuid, payload jsonb)
  RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(prev || convert_to(string_agg(length(part) || ':' || part, ',' ORDER BY i), 'UTF8'))
    FROM unnest(ARRAY[realm::text, n::text, (extract(epoch FROM at) * 1000000)::bigint::text, actor, type, subject_type,
                      subject_id::text, coalesce(incident_id::text, ''), payload::text]) WITH ORDINALITY AS p(part, i)
$$;

-- Last act of a writing transaction: takes the realm's next sequence, which holds the realm's row until commit.
CREATE FUNCTION append_event(at timestamptz, actor text, type text, subject_type text, subject_id uuid,
                             incident_id uuid, payload jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  r realm%ROWTYPE;
  digest bytea;
BEGIN
  UPDATE realm SET seq = seq + 1 WHERE id = current_realm() RETURNING * INTO r;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'realm % does not exist', current_realm();
  END IF;
  digest := event_hash(r.head_hash, r.id, r.seq, at, actor, type, subject_type, subject_id, incident_id, payload);
  INSERT INTO event VALUES (r.id, r.seq, at, actor, type, subject_type, subject_id, incident_id, payload, r.head_hash, digest);
  UPDATE realm SET head_hash = digest WHERE id = r.id;
  RETURN r.seq;
END $$;

-- First sequence at which the chain of the current realm is broken (gap or changed row); null when it is whole.
CREATE FUNCTION first_broken_event() RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH chain AS (
    SELECT e.*, lag(e.hash, 1, '\x'::bytea) OVER (ORDER BY e.seq) AS before, row_number() OVER (ORDER BY e.seq) AS n
      FROM event e)
  SELECT min(broken) FROM (
    SELECT seq AS broken FROM chain
     WHERE n <> seq OR prev_hash <> before
        OR hash <> event_hash(prev_hash, realm_id, seq, at, actor, type, subject_type, subject_id, incident_id, payload)
    UNION ALL
    SELECT r.seq FROM realm r WHERE r.id = current_realm()
       AND (r.seq <> (SELECT count(*) FROM chain)
            OR r.head_hash <> coalesce((SELECT hash FROM chain ORDER BY seq DESC LIMIT 1), '\x'))) found
$$;

CREATE TABLE incident (
  realm_id     uuid NOT NULL REFERENCES realm,
  id           uuid NOT NULL,
  number       integer NOT NULL,                -- shown to people, counts up in the realm
  kind         text NOT NULL,
  level        smallint CHECK (level BETWEEN 1 AND 4),   -- I to IV; null: not yet judged
  title        text NOT NULL,
  description  text,
  place        text,
  location     geometry(Point, 4490) NOT NULL,
  people       integer CHECK (people >= 0),
  source       text NOT NULL,                   -- phone, patrol, sensor, other
  caller_phone text,
  state        text NOT NULL CHECK (state IN ('reported', 'responding', 'closed')),
  reported_at  timestamptz NOT NULL,
  reported_by  text NOT NULL,
  closed_at    timestamptz,
  revision     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (realm_id, id),
  UNIQUE (realm_id, number)
);

CREATE TABLE unit (
  realm_id      uuid NOT NULL REFERENCES realm,
  id            uuid NOT NULL,
  name          text NOT NULL,
  call_sign     text,
  type          text NOT NULL,                  -- fire_engine, water_tanker, ambulance, police_car, rescue_team ...
  profile       text NOT NULL,                  -- road profile: fire_engine, ambulance, car ...
  capabilities  text[] NOT NULL DEFAULT '{}',
  crew          integer NOT NULL CHECK (crew >= 0),
  phone         text,
  base_id       uuid,                           -- feature of the station or base
  base_name     text NOT NULL,
  base_location geometry(Point, 4490) NOT NULL,
  status        text NOT NULL CHECK (status IN ('available', 'ordered', 'en_route', 'on_scene', 'returning', 'out_of_service')),
  status_since  timestamptz NOT NULL,
  provenance    text NOT NULL CHECK (provenance IN ('SURVEYED', 'IMPORTED', 'REPORTED', 'SYNTHETIC')),
  revision      integer NOT NULL DEFAULT 1,
  PRIMARY KEY (realm_id, id)
);

CREATE TABLE dispatch_order (
  realm_id         uuid NOT NULL,
  id               uuid NOT NULL,
  incident_id      uuid NOT NULL,
  unit_id          uuid NOT NULL,
  task             text,
  state            text NOT NULL CHECK (state IN ('ordered', 'acknowledged', 'en_route', 'on_scene', 'complete', 'countermanded')),
  ordered_by       text NOT NULL,
  ordered_at       timestamptz NOT NULL,
  acknowledged_at  timestamptz,
  departed_at      timestamptz,
  arrived_at       timestamptz,
  completed_at     timestamptz,
  countermanded_at timestamptz,
  countermand_reason text,
  route            geometry(LineString, 4490),  -- as recommended when it was ordered; null when none was found
  duration_s       double precision,
  distance_m       double precision,
  revision         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (realm_id, id),
  FOREIGN KEY (realm_id, incident_id) REFERENCES incident (realm_id, id),
  FOREIGN KEY (realm_id, unit_id) REFERENCES unit (realm_id, id)
);
CREATE UNIQUE INDEX dispatch_order_one_active ON dispatch_order (realm_id, unit_id)
  WHERE state NOT IN ('complete', 'countermanded');
CREATE INDEX dispatch_order_incident ON dispatch_order (realm_id, incident_id, ordered_at);

CREATE TABLE closure (
  realm_id    uuid NOT NULL REFERENCES realm,
  id          uuid NOT NULL,
  geom        geometry(Geometry, 4490) NOT NULL CHECK (ST_IsValid(geom)),  -- as reported: point, line or polygon
  edges       bigint[] NOT NULL,                -- road_edge ids it closed when it was set
  reason      text NOT NULL,
  reported_by text NOT NULL,
  from_at     timestamptz NOT NULL,
  until_at    timestamptz CHECK (until_at > from_at),
  lifted_at   timestamptz,
  PRIMARY KEY (realm_id, id)
);

CREATE TABLE unit_latest_position (
  realm_id     uuid NOT NULL,
  unit_id      uuid NOT NULL,
  fix_at       timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  location     geometry(Point, 4490) NOT NULL,
  speed_kmh    real, course_deg real, accuracy_m real,
  source       text NOT NULL,
  PRIMARY KEY (realm_id, unit_id),
  FOREIGN KEY (realm_id, unit_id) REFERENCES unit (realm_id, id)
);
CREATE TABLE unit_position (
  realm_id     uuid NOT NULL,
  unit_id      uuid NOT NULL,
  fix_at       timestamptz NOT NULL,
  received_at  timestamptz NOT NULL,
  location     geometry(Point, 4490) NOT NULL,
  speed_kmh    real, course_deg real, accuracy_m real,
  source       text NOT NULL,
  PRIMARY KEY (realm_id, unit_id, fix_at)
) PARTITION BY RANGE (fix_at);

CREATE TABLE idempotency_key (
  realm_id      uuid NOT NULL REFERENCES realm,
  key           text NOT NULL,
  username      text NOT NULL,
  request_hash  bytea NOT NULL,
  status        smallint NOT NULL,
  answer        jsonb NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (realm_id, key, username)
);

-- Which capabilities an incident of a kind needs, in order of need. The county edits it.
CREATE TABLE response_need (
  incident_kind  text NOT NULL,
  level          smallint NOT NULL CHECK (level BETWEEN 1 AND 4),
  capability     text NOT NULL,
  units          integer NOT NULL CHECK (units > 0),
  source         text NOT NULL,
  valid_from     date NOT NULL,
  PRIMARY KEY (incident_kind, level, capability, valid_from)
);

SELECT confine_to_realm('realm', 'id');
SELECT confine_to_realm(t) FROM unnest(ARRAY['event', 'incident', 'unit', 'dispatch_order', 'closure',
  'unit_latest_position', 'unit_position', 'idempotency_key']::regclass[]) AS t;
