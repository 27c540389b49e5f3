-- Imports of files into layers: what was sent, what became of it, and what was told of each row.

CREATE TABLE import_run (
  id            uuid PRIMARY KEY,
  state         text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'stopped')),
  mode          text NOT NULL CHECK (mode IN ('dry_run', 'merge', 'replace')),
  layer         text NOT NULL,
  crs           text,
  file          text NOT NULL,
  format        text,
  source        text NOT NULL,
  stored        boolean NOT NULL DEFAULT false,
  accepted      bigint NOT NULL DEFAULT 0,
  rejected      bigint NOT NULL DEFAULT 0,
  repaired      bigint NOT NULL DEFAULT 0,
  flagged       bigint NOT NULL DEFAULT 0,
  warnings      jsonb NOT NULL DEFAULT '[]',    -- [{code, args}]
  outcome       jsonb NOT NULL DEFAULT '{}',    -- {added, changed, removed, unchanged}: {count, names}
  problem       jsonb,                          -- [{kind, pointer, code, args}] of a run that failed
  started_at    timestamptz NOT NULL,
  started_by    text NOT NULL,
  finished_at   timestamptz
);
CREATE INDEX import_run_newest ON import_run (started_at DESC, id DESC);

CREATE TABLE import_finding (
  import_id  uuid NOT NULL REFERENCES import_run ON DELETE CASCADE,
  n          integer NOT NULL,                  -- order in the report
  kind       text NOT NULL CHECK (kind IN ('REJECTED', 'REPAIRED', 'FLAGGED')),
  row        bigint NOT NULL,                   -- from 1, a table's header not counted
  field      text,
  code       text NOT NULL,                     -- message key
  args       jsonb NOT NULL DEFAULT '[]',
  value      text,
  name       text,
  before     geometry(Geometry, 4490),          -- of a repaired row; of a flagged one, where it is. May be invalid
  after      geometry(Geometry, 4490),
  PRIMARY KEY (import_id, n)
);

-- The mapping that was used last for a layer and a source: the next file of that office needs no hand.
CREATE TABLE import_mapping (
  layer     text NOT NULL REFERENCES layer_type,
  source    text NOT NULL,
  crs       text,
  mapping   jsonb NOT NULL,
  saved_at  timestamptz NOT NULL,
  saved_by  text NOT NULL,
  PRIMARY KEY (layer, source)
);
