-- First answer to "who is needed for this?": a default for every kind of incident and every level, to be confirmed by
-- the county, which adds rows with a later valid_from. The newest row in force wins, for each kind, level and capability.

ALTER TABLE response_need ADD COLUMN rank smallint NOT NULL DEFAULT 9;   -- 1: needed first
-- 0 units in a later row: the capability is no longer needed.
ALTER TABLE response_need DROP CONSTRAINT response_need_units_check;
ALTER TABLE response_need ADD CONSTRAINT response_need_units_check CHECK (units >= 0);

-- iv to i: units needed at levels IV (smallest) to I; 0 is no row.
WITH need (incident_kind, rank, capability, iv, iii, ii, i) AS (VALUES
  ('forest_fire',     1, 'forest_fire',     2, 3, 5, 8),
  ('forest_fire',     2, 'firefighting',    1, 1, 2, 3),
  ('forest_fire',     3, 'water_supply',    1, 1, 2, 3),
  ('forest_fire',     4, 'command',         0, 1, 1, 2),
  ('forest_fire',     5, 'medical',         0, 1, 1, 2),
  ('forest_fire',     6, 'traffic_control', 0, 1, 1, 2),
  ('forest_fire',     7, 'evacuation',      0, 0, 1, 2),
  ('building_fire',   1, 'firefighting',    2, 3, 4, 6),
  ('building_fire',   2, 'rescue',          1, 1, 2, 2),
  ('building_fire',   3, 'water_supply',    1, 1, 2, 3),
  ('building_fire',   4, 'medical',         1, 1, 2, 3),
  ('building_fire',   5, 'high_angle',      0, 1, 1, 2),
  ('building_fire',   6, 'traffic_control', 1, 1, 1, 2),
  ('building_fire',   7, 'command',         0, 1, 1, 1),
  ('flood',           1, 'water_rescue',    1, 2, 3, 4),
  ('flood',           2, 'evacuation',      0, 1, 2, 3),
  ('flood',           3, 'drainage',        1, 2, 2, 3),
  ('flood',           4, 'medical',         0, 1, 1, 2),
  ('flood',           5, 'traffic_control', 1, 1, 2, 2),
  ('flood',           6, 'command',         0, 1, 1, 1),
  ('flash_flood',     1, 'water_rescue',    1, 2, 3, 4),
  ('flash_flood',     2, 'rescue',          1, 1, 2, 3),
  ('flash_flood',     3, 'evacuation',      1, 1, 2, 3),
  ('flash_flood',     4, 'medical',         1, 1, 2, 3),
  ('flash_flood',     5, 'traffic_control', 1, 1, 1, 2),
  ('flash_flood',     6, 'command',         0, 1, 1, 1),
  ('landslide',       1, 'rescue',          1, 2, 3, 5),
  ('landslide',       2, 'medical',         1, 1, 2, 3),
  ('landslide',       3, 'evacuation',      1, 1, 2, 3),
  ('landslide',       4, 'traffic_control', 1, 1, 2, 2),
  ('landslide',       5, 'command',         0, 1, 1, 1),
  ('earthquake',      1, 'rescue',          2, 3, 5, 8),
  ('earthquake',      2, 'medical',         1, 2, 4, 6),
  ('earthquake',      3, 'firefighting',    1, 1, 2, 3),
  ('earthquake',      4, 'evacuation',      1, 1, 2, 4),
  ('earthquake',      5, 'traffic_control', 1, 1, 2, 3),
  ('earthquake',      6, 'command',         1, 1, 1, 2),
  ('mine_accident',   1, 'mine_rescue',     1, 2, 2, 3),
  ('mine_accident',   2, 'medical',         1, 2, 3, 4),
  ('mine_accident',   3, 'rescue',          1, 1, 2, 2),
  ('mine_accident',   4, 'traffic_control', 1, 1, 1, 1),
  ('mine_accident',   5, 'command',         0, 1, 1, 1),
  ('gas_leak',        1, 'firefighting',    1, 2, 3, 4),
  ('gas_leak',        2, 'hazmat',          1, 1, 2, 2),
  ('gas_leak',        3, 'medical',         1, 1, 2, 2),
  ('gas_leak',        4, 'traffic_control', 1, 1, 2, 2),
  ('gas_leak',        5, 'evacuation',      0, 1, 1, 2),
  ('gas_leak',        6, 'command',         0, 1, 1, 1),
  ('road_accident',   1, 'medical',         1, 2, 3, 5),
  ('road_accident',   2, 'rescue',          1, 1, 2, 3),
  ('road_accident',   3, 'traffic_control', 1, 1, 2, 2),
  ('road_accident',   4, 'firefighting',    0, 1, 1, 2),
  ('road_accident',   5, 'command',         0, 0, 1, 1),
  ('hazmat',          1, 'hazmat',          1, 1, 2, 3),
  ('hazmat',          2, 'firefighting',    1, 2, 3, 4),
  ('hazmat',          3, 'medical',         1, 1, 2, 3),
  ('hazmat',          4, 'traffic_control', 1, 1, 2, 2),
  ('hazmat',          5, 'evacuation',      0, 1, 2, 2),
  ('hazmat',          6, 'water_supply',    0, 1, 1, 2),
  ('hazmat',          7, 'command',         0, 1, 1, 1),
  ('medical',         1, 'medical',         1, 2, 3, 5),
  ('medical',         2, 'traffic_control', 0, 1, 1, 2),
  ('medical',         3, 'command',         0, 0, 1, 1),
  ('public_security', 1, 'traffic_control', 1, 2, 3, 5),
  ('public_security', 2, 'medical',         0, 1, 2, 3),
  ('public_security', 3, 'command',         0, 1, 1, 1),
  ('other',           1, 'rescue',          1, 1, 2, 3),
  ('other',           2, 'medical',         0, 1, 2, 2),
  ('other',           3, 'traffic_control', 0, 1, 1, 2),
  ('other',           4, 'command',         0, 1, 1, 1))
INSERT INTO response_need (incident_kind, level, capability, units, rank, source, valid_from)
SELECT need.incident_kind, level.number, need.capability, level.units, need.rank,
       '望楼缺省值，待县核定 / Wanglou default, to be confirmed by the county', DATE '2024-01-01'
  FROM need, LATERAL (VALUES (4, iv), (3, iii), (2, ii), (1, i)) AS level (number, units)
 WHERE level.units > 0;

-- Closures in force are asked for all the time, lifted ones pile up.
CREATE INDEX closure_in_force ON closure (realm_id, until_at) WHERE lifted_at IS NULL;
