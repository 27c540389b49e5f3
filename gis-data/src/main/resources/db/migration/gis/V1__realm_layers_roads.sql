-- Ground of everything else: realms with row-level security, layers of features, the base map, the road network.
-- Coordinates are EPSG:4490 (CGCS2000), longitude first. Lengths are metres on the ellipsoid.

CREATE TABLE realm (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('real', 'drill', 'replay')),
  name        text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  seq         bigint NOT NULL DEFAULT 0,       -- last sequence of the realm's event log, no gaps
  head_hash   bytea NOT NULL DEFAULT '\x'      -- hash of that last event
);
CREATE UNIQUE INDEX realm_one_real ON realm (kind) WHERE kind = 'real';
INSERT INTO realm (id, kind, name) VALUES ('00000000-0000-7000-8000-000000000001', 'real', '实情域') ON CONFLICT DO NOTHING;

-- The realm of the running transaction. A missing realm is an error, never "the real one".
CREATE FUNCTION current_realm() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  setting text := current_setting('wanglou.realm', true);
BEGIN
  IF setting IS NULL OR setting = '' THEN
    RAISE EXCEPTION 'no realm is set for this transaction'
      USING ERRCODE = 'insufficient_privilege',
            HINT = 'Use Database.read(realm, ...) or Database.write(realm, ...).';
  END IF;
  RETURN setting::uuid;
END $$;

-- Puts a table with a realm_id column under the realm's row-level policy, for reading and writing.
CREATE FUNCTION confine_to_realm(target regclass, realm_column text DEFAULT 'realm_id') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY realm_only ON %s USING (%I = (SELECT current_realm())) WITH CHECK (%I = (SELECT current_realm()))',
    target, realm_column, realm_column);
END $$;

-- Where the loaded network and layers came from; one row per load, the newest in force.
CREATE TABLE dataset (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('sample', 'osm', 'county')),
  name         text NOT NULL,
  source       text NOT NULL,
  attribution  text NOT NULL,
  provenance   text NOT NULL CHECK (provenance IN ('SURVEYED', 'IMPORTED', 'REPORTED', 'SYNTHETIC')),
  data_date    date,
  bounds       geometry(Polygon, 4490) NOT NULL,
  loaded_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE layer_type (
  id             text PRIMARY KEY,             -- lower snake_case: depot, shelter, hospital ...
  geometry_type  text NOT NULL CHECK (geometry_type IN ('point', 'line', 'polygon')),
  label_zh       text NOT NULL,
  label_en       text NOT NULL,
  symbol         text NOT NULL,                -- id in the symbol registry of the map
  attribute_schema jsonb NOT NULL DEFAULT '[]',
  sort           integer NOT NULL
);

CREATE TABLE feature (
  id           uuid PRIMARY KEY,
  layer        text NOT NULL REFERENCES layer_type,
  external_id  text,
  name         text NOT NULL,
  geom         geometry(Geometry, 4490) NOT NULL CHECK (ST_IsValid(geom)),
  attributes   jsonb NOT NULL DEFAULT '{}',
  valid_from   timestamptz NOT NULL DEFAULT now(),
  valid_to     timestamptz CHECK (valid_to > valid_from),
  provenance   text NOT NULL CHECK (provenance IN ('SURVEYED', 'IMPORTED', 'REPORTED', 'SYNTHETIC')),
  source       text NOT NULL,
  accuracy_m   double precision CHECK (accuracy_m >= 0),
  revision     integer NOT NULL DEFAULT 1,
  UNIQUE (layer, external_id)
);
CREATE INDEX feature_layer ON feature (layer);
CREATE INDEX feature_geom ON feature USING gist (geom);

-- What the base map draws besides roads. kind: boundary, forest, water, built_up, building, river, stream,
-- railway, peak, place. rank orders drawing and labels: 1 first (county seat, large water).
CREATE TABLE base_feature (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind  text NOT NULL,
  name  text,
  rank  smallint NOT NULL DEFAULT 5,
  geom  geometry(Geometry, 4490) NOT NULL
);
CREATE INDEX base_feature_geom ON base_feature USING gist (geom);

CREATE TABLE road_node (
  id    bigint PRIMARY KEY,                    -- dense, from 0, ordered along a space-filling curve
  geom  geometry(Point, 4490) NOT NULL
);

-- One undirected stretch between two junctions. Directions are in one_way.
CREATE TABLE road_edge (
  id            bigint PRIMARY KEY,            -- dense, from 0
  from_node     bigint NOT NULL REFERENCES road_node,
  to_node       bigint NOT NULL REFERENCES road_node,
  geom          geometry(LineString, 4490) NOT NULL,
  length_m      double precision NOT NULL CHECK (length_m > 0),
  road_class    text NOT NULL,                 -- OSM highway value: motorway ... service, track, path
  name          text,
  ref           text,
  surface       text,                          -- OSM surface value; null is unknown
  one_way       smallint NOT NULL DEFAULT 0 CHECK (one_way IN (-1, 0, 1)),   -- 1 along the geometry, -1 against
  motor_access  text NOT NULL DEFAULT 'yes' CHECK (motor_access IN ('yes', 'destination', 'private', 'emergency', 'no')),
  foot_access   text NOT NULL DEFAULT 'yes' CHECK (foot_access IN ('yes', 'private', 'no')),
  max_speed_kmh smallint CHECK (max_speed_kmh > 0),
  max_height_m  real, max_width_m real, max_weight_t real,                   -- null is unknown, not unlimited
  lanes         smallint,
  structure     text CHECK (structure IN ('bridge', 'tunnel', 'ford')),
  level         smallint NOT NULL DEFAULT 0,   -- OSM layer, for drawing order and snapping
  external_id   text                           -- e.g. the OSM way
);
CREATE INDEX road_edge_geom ON road_edge USING gist (geom);

-- A forbidden or compulsory sequence of edges. only: compulsory; else forbidden.
CREATE TABLE turn_restriction (
  id         bigint PRIMARY KEY,
  from_edge  bigint NOT NULL REFERENCES road_edge,
  via_node   bigint REFERENCES road_node,      -- single via node, or
  via_edges  bigint[],                         -- via ways in driving order
  to_edge    bigint NOT NULL REFERENCES road_edge,
  only_this  boolean NOT NULL,
  exempt     text[] NOT NULL DEFAULT '{}',     -- OSM except=: emergency, bus, bicycle ...
  CHECK ((via_node IS NULL) <> (via_edges IS NULL))
);

-- Free-flow speeds by vehicle profile, class and surface. Data, so that the county can correct them.
CREATE TABLE road_speed (
  profile     text NOT NULL,
  road_class  text NOT NULL,
  surface     text NOT NULL DEFAULT '*',       -- '*': any; a named surface caps the class speed
  speed_kmh   double precision NOT NULL CHECK (speed_kmh > 0),
  source      text NOT NULL,
  valid_from  date NOT NULL,
  PRIMARY KEY (profile, road_class, surface, valid_from)
);
