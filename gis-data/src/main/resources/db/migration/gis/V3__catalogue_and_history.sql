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
-- A layer is read in pages by id, a feature by layer and id; one index does both. Each index less, and the layer's
-- foreign key, are felt when 100,000 features come at once.
DROP INDEX feature_layer;
ALTER TABLE feature
  DROP CONSTRAINT feature_pkey,
  ADD PRIMARY KEY (layer, id),
  DROP CONSTRAINT feature_layer_fkey;

-- What a feature was before its newest change, one row for each revision. Of a removed feature the last row says who
-- removed it; the removal itself counts as the revision after that row.
CREATE TABLE feature_past (
  id             uuid NOT NULL,
  layer          text NOT NULL,
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

-- In place of the foreign keys: whoever writes features holds the row of their layer, and a layer in use stays.
CREATE FUNCTION keep_used_layer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM feature WHERE layer = OLD.id) OR EXISTS (SELECT FROM feature_past WHERE layer = OLD.id) THEN
    RAISE EXCEPTION 'layer % has features', OLD.id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER layer_type_in_use BEFORE DELETE ON layer_type FOR EACH ROW EXECUTE FUNCTION keep_used_layer();

UPDATE layer_type SET built_in = true, attribute_schema = '[]';
