-- Heights of the ground. One terrain is in force, the newest; it belongs to no realm.

CREATE TABLE terrain (
  id         uuid PRIMARY KEY,
  west       double precision NOT NULL,        -- EPSG:4490, the north-western post
  north      double precision NOT NULL,
  step_lon   double precision NOT NULL CHECK (step_lon > 0),
  step_lat   double precision NOT NULL CHECK (step_lat > 0),
  columns    integer NOT NULL CHECK (columns > 1),
  rows       integer NOT NULL CHECK (rows > 1),
  void_posts bigint NOT NULL,                  -- posts without a height
  lowest_m   real,                             -- null when there is no height at all
  highest_m  real,
  loaded_at  timestamptz NOT NULL DEFAULT now()
);

-- What the heights were made of, in the order of precedence.
CREATE TABLE terrain_source (
  terrain    uuid NOT NULL REFERENCES terrain ON DELETE CASCADE,
  place      integer NOT NULL,
  name       text NOT NULL,                    -- of the file, or of who made it
  source     text NOT NULL,
  provenance text NOT NULL CHECK (provenance IN ('SURVEYED', 'IMPORTED', 'REPORTED', 'SYNTHETIC')),
  data_date  date,                             -- null is unknown
  accuracy_m double precision CHECK (accuracy_m >= 0),
  PRIMARY KEY (terrain, place)
);

-- Squares of 256 by 256 posts; one that is all void has no row. The coding is TerrainCoding's.
CREATE TABLE terrain_block (
  terrain      uuid NOT NULL REFERENCES terrain ON DELETE CASCADE,
  block_column integer NOT NULL,
  block_row    integer NOT NULL,
  heights      bytea NOT NULL,
  PRIMARY KEY (terrain, block_column, block_row)
);
ALTER TABLE terrain_block ALTER COLUMN heights SET STORAGE EXTERNAL;   -- already compressed
