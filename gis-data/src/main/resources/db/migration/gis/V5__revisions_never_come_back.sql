-- The address of a vector tile carries its layer's revision, and browsers keep what they got under an address for a year.
-- A restored backup, or a new database under the same name, must therefore never use a revision again that stood for
-- something else: revisions are the milliseconds of their making, or one more than the last when that is later.
CREATE FUNCTION revision_never_comes_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := greatest(NEW.revision, (extract(epoch FROM clock_timestamp()) * 1000)::bigint);
  RETURN NEW;
END $$;

CREATE TRIGGER layer_type_revision BEFORE UPDATE OF revision ON layer_type
  FOR EACH ROW WHEN (NEW.revision <> OLD.revision) EXECUTE FUNCTION revision_never_comes_back();
CREATE TRIGGER layer_type_first_revision BEFORE INSERT ON layer_type
  FOR EACH ROW EXECUTE FUNCTION revision_never_comes_back();

UPDATE layer_type SET revision = revision + 1;
