-- The layer types of the first version, the default speeds, and the indexes that let a network be replaced quickly.

-- A foreign key is checked for each deleted row; without an index each check reads the whole table.
CREATE INDEX road_edge_from ON road_edge (from_node);
CREATE INDEX road_edge_to ON road_edge (to_node);
CREATE INDEX turn_restriction_from ON turn_restriction (from_edge);
CREATE INDEX turn_restriction_to ON turn_restriction (to_edge);
CREATE INDEX turn_restriction_via ON turn_restriction (via_node);

-- Attributes of a layer: name, type (text, integer, number, boolean), unit, labels, values where enumerated.
INSERT INTO layer_type (id, geometry_type, label_zh, label_en, symbol, sort, attribute_schema) VALUES
  ('township', 'point', '乡镇', 'Townships', 'township', 10, '[
     {"name": "code", "type": "text", "label_zh": "区划代码", "label_en": "Division code"},
     {"name": "population", "type": "integer", "unit": "person", "label_zh": "人口", "label_en": "Population"}]'),
  ('village', 'point', '村庄', 'Villages', 'village', 20, '[
     {"name": "code", "type": "text", "label_zh": "区划代码", "label_en": "Division code"},
     {"name": "population", "type": "integer", "unit": "person", "label_zh": "人口", "label_en": "Population"}]'),
  ('fire_station', 'point', '消防救援站', 'Fire stations', 'fire_station', 30, '[
     {"name": "phone", "type": "text", "label_zh": "电话", "label_en": "Telephone"}]'),
  ('police', 'point', '公安派出所', 'Police stations', 'police', 40, '[
     {"name": "phone", "type": "text", "label_zh": "电话", "label_en": "Telephone"}]'),
  ('ambulance_station', 'point', '急救站', 'Ambulance stations', 'ambulance_station', 50, '[
     {"name": "phone", "type": "text", "label_zh": "电话", "label_en": "Telephone"}]'),
  ('hospital', 'point', '医院', 'Hospitals', 'hospital', 60, '[
     {"name": "kind", "type": "text", "label_zh": "类别", "label_en": "Kind", "values": ["hospital", "clinic"]},
     {"name": "beds", "type": "integer", "label_zh": "床位", "label_en": "Beds"},
     {"name": "emergency", "type": "boolean", "label_zh": "有急诊", "label_en": "Emergency department"},
     {"name": "phone", "type": "text", "label_zh": "电话", "label_en": "Telephone"}]'),
  ('team', 'point', '救援队伍', 'Rescue teams', 'team', 70, '[
     {"name": "people", "type": "integer", "unit": "person", "label_zh": "人数", "label_en": "People"},
     {"name": "specialty", "type": "text", "label_zh": "专长", "label_en": "Specialty"},
     {"name": "leader", "type": "text", "label_zh": "负责人", "label_en": "Leader"},
     {"name": "phone", "type": "text", "label_zh": "电话", "label_en": "Telephone"}]'),
  ('depot', 'point', '物资储备库', 'Depots', 'depot', 80, '[
     {"name": "level", "type": "text", "label_zh": "级别", "label_en": "Level", "values": ["county", "township", "village"]},
     {"name": "keeper", "type": "text", "label_zh": "保管人", "label_en": "Keeper"},
     {"name": "phone", "type": "text", "label_zh": "电话", "label_en": "Telephone"}]'),
  ('shelter', 'point', '应急避难场所', 'Shelters', 'shelter', 90, '[
     {"name": "kind", "type": "text", "label_zh": "类别", "label_en": "Kind"},
     {"name": "capacity", "type": "integer", "unit": "person", "label_zh": "容纳人数", "label_en": "Capacity"},
     {"name": "accepts_coaches", "type": "boolean", "label_zh": "大客车可进", "label_en": "Coaches can enter"}]'),
  ('school', 'point', '学校', 'Schools', 'school', 100, '[
     {"name": "kind", "type": "text", "label_zh": "类别", "label_en": "Kind"},
     {"name": "capacity", "type": "integer", "unit": "person", "label_zh": "学位", "label_en": "Places"}]'),
  ('helipad', 'point', '直升机起降点', 'Helicopter landing points', 'helipad', 110, '[
     {"name": "surface", "type": "text", "label_zh": "场面", "label_en": "Surface"}]'),
  ('cistern', 'point', '蓄水池与消防取水点', 'Cisterns and water points', 'cistern', 120, '[
     {"name": "kind", "type": "text", "label_zh": "类别", "label_en": "Kind", "values": ["cistern", "hydrant", "water_tank", "suction_point", "pond"]},
     {"name": "volume_m3", "type": "number", "unit": "m3", "label_zh": "容积", "label_en": "Volume"}]'),
  ('reservoir', 'point', '水库', 'Reservoirs', 'reservoir', 130, '[
     {"name": "capacity_m3", "type": "number", "unit": "m3", "label_zh": "总库容", "label_en": "Capacity"},
     {"name": "area_m2", "type": "number", "unit": "m2", "label_zh": "水面面积", "label_en": "Water surface"},
     {"name": "responsible", "type": "text", "label_zh": "责任人", "label_en": "Responsible person"}]');

-- Free-flow speeds, km/h. A profile without a row for a class does not use that class. Values are what a loaded
-- vehicle of the kind keeps on a hilly county's road of the class; they are not speed limits.
INSERT INTO road_speed (profile, road_class, speed_kmh, source, valid_from)
SELECT p.profile, c.road_class, p.speed_kmh, 'Wanglou default, to be checked by the county', DATE '2025-01-01'
  FROM (VALUES
   --  class            car  fire ambul coach truck off_road foot
    ('motorway',         95,  80,  100,   85,   75,   85, NULL),
    ('motorway_link',    60,  50,   60,   50,   45,   55, NULL),
    ('trunk',            70,  62,   75,   62,   58,   65,  4.3),
    ('trunk_link',       50,  42,   52,   42,   40,   48,  4.3),
    ('primary',          62,  55,   66,   54,   50,   58,  4.3),
    ('primary_link',     45,  38,   47,   38,   36,   43,  4.3),
    ('secondary',        55,  48,   58,   46,   43,   52,  4.3),
    ('secondary_link',   40,  35,   42,   34,   32,   38,  4.3),
    ('tertiary',         45,  40,   48,   38,   35,   44,  4.3),
    ('tertiary_link',    35,  30,   37,   28,   26,   34,  4.3),
    ('unclassified',     35,  30,   37,   27,   25,   35,  4.3),
    ('residential',      28,  25,   30,   22,   20,   27,  4.3),
    ('living_street',    12,  12,   15,   10,   10,   12,  4.3),
    ('road',             25,  22,   26,   20,   18,   25,  4.3),
    ('service',          16,  15,   18,   12,   12,   16,  4.3),
    ('track',            14,  12,   14, NULL,   10,   25,  4.3),
    ('pedestrian',        8,  10,   10, NULL, NULL,    8,  4.3),
    ('bridleway',      NULL,NULL, NULL, NULL, NULL,    8,  3.6),
    ('path',           NULL,NULL, NULL, NULL, NULL,    8,  3.6),
    ('footway',           6,   8,    8, NULL, NULL,    6,  4.3),
    ('cycleway',          6,   8,    8, NULL, NULL,    6,  4.3),
    ('steps',          NULL,NULL, NULL, NULL, NULL, NULL,  1.8)
  ) AS c(road_class, car, fire_engine, ambulance, coach, heavy_truck, off_road, foot)
 CROSS JOIN LATERAL (VALUES ('car', c.car), ('fire_engine', c.fire_engine), ('ambulance', c.ambulance), ('coach', c.coach),
    ('heavy_truck', c.heavy_truck), ('off_road', c.off_road), ('foot', c.foot)) AS p(profile, speed_kmh)
 WHERE p.speed_kmh IS NOT NULL;

-- A named surface caps the speed of every class ('*'); a surface without a row, or an unknown one, does not.
INSERT INTO road_speed (profile, road_class, surface, speed_kmh, source, valid_from)
SELECT p.profile, '*', s.surface, round(s.cap_kmh * p.factor), 'Wanglou default, to be checked by the county', DATE '2025-01-01'
  FROM (VALUES ('paving_stones', 50), ('concrete:lanes', 45), ('concrete:plates', 60), ('sett', 40), ('cobblestone', 30),
    ('unhewn_cobblestone', 20), ('metal', 50), ('wood', 20), ('compacted', 50), ('fine_gravel', 45), ('gravel', 35),
    ('pebblestone', 30), ('unpaved', 35), ('ground', 25), ('dirt', 25), ('earth', 25), ('grass_paver', 25), ('grass', 15),
    ('sand', 12), ('rock', 10), ('mud', 8), ('snow', 20), ('ice', 10)) AS s(surface, cap_kmh)
 CROSS JOIN (VALUES ('car', 1.0), ('ambulance', 1.0), ('fire_engine', 0.9), ('coach', 0.8), ('heavy_truck', 0.8),
    ('off_road', 1.3)) AS p(profile, factor);

INSERT INTO road_speed (profile, road_class, surface, speed_kmh, source, valid_from)
SELECT 'foot', '*', surface, cap_kmh, 'Wanglou default, to be checked by the county', DATE '2025-01-01'
  FROM (VALUES ('sand', 3.0), ('rock', 2.5), ('mud', 2.5), ('snow', 2.5), ('ice', 2.0)) AS s(surface, cap_kmh);
