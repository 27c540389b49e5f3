-- The layer catalogue becomes data that a county extends, and every feature keeps its past.

-- attribute_schema: a list of {name, type, unit?, zh, en, required?, values?: [{code, zh, en}], columns?: [the same
-- without columns], source?}; type is text, integer, number, boolean, date or table. Read by org.wanglou.gis.layer.
ALTER TABLE layer_type
  DROP CONSTRAINT layer_type_geometry_type_check,
  ADD CONSTRAINT layer_type_geometry_type_check CHECK (geometry_type IN ('point', 'line', 'polygon', 'any')),
  ADD CONSTRAINT layer_type_id_check CHECK (id ~ '^[a-z][a-z0-9_]{0,59}$'),
  ADD COLUMN "group" text NOT NULL DEFAULT 'own'
    CHECK ("group" IN ('base', 'people', 'hazard', 'flood', 'forest', 'force', 'supply', 'safety', 'own')),
  ADD COLUMN source text,                        -- who keeps this layer, or which standard its schema follows
  ADD COLUMN accuracy_m double precision CHECK (accuracy_m >= 0),   -- what its features are expected to have
  ADD COLUMN update_rule text,                   -- who brings it up to date, and how often
  ADD COLUMN built_in boolean NOT NULL DEFAULT false,
  ADD COLUMN catalogue_revision integer NOT NULL DEFAULT 1,   -- counts changes of this row's meaning
  ADD COLUMN revision bigint NOT NULL DEFAULT 1;              -- counts changes of the layer's features

ALTER TABLE feature
  ADD COLUMN act text NOT NULL DEFAULT 'IMPORTED' CHECK (act IN ('CREATED', 'CHANGED', 'RESTORED', 'IMPORTED')),
  ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN changed_by text NOT NULL DEFAULT 'system:dataset',
  ADD COLUMN reason text;
-- A page of a layer is read by id. The unique index on (layer, external_id) finds a layer, too.
DROP INDEX feature_layer;
CREATE INDEX feature_layer_id ON feature (layer, id);

-- What a feature was before its newest change, one row for each revision. Of a removed feature the last row says who
-- removed it; the removal itself counts as the revision after that row.
CREATE TABLE feature_past (
  id             uuid NOT NULL,
  layer          text NOT NULL REFERENCES layer_type,
  external_id    text,
  name           text NOT NULL,
  geom           geometry(Geometry, 4490) NOT NULL,
  attributes     jsonb NOT NULL,
  valid_from     timestamptz NOT NULL,
  valid_to       timestamptz,
  provenance     text NOT NULL,
  source         text NOT NULL,
  accuracy_m     double precision,
  revision       integer NOT NULL,
  act            text NOT NULL,
  changed_at     timestamptz NOT NULL,
  changed_by     text NOT NULL,
  reason         text,
  ended_at       timestamptz NOT NULL,
  removed_by     text,
  removed_reason text,
  PRIMARY KEY (id, revision)
);
CREATE INDEX feature_past_removed ON feature_past (layer, external_id) WHERE removed_by IS NOT NULL;

UPDATE layer_type SET built_in = true, attribute_schema = '[]';
