package org.wanglou.gis.sample;

/** What is built, and how: class and surface as OSM names them, grade, posted speed. */
enum RoadKind {
  NATIONAL("primary", "asphalt", 0.045, 70, 2, 0, 9),
  PROVINCIAL("secondary", "asphalt", 0.055, 60, 2, 0, 8.5),
  COUNTY("tertiary", "asphalt", 0.055, 50, 2, 40, 6.5),
  VILLAGE("unclassified", "concrete", 0.06, 0, 0, 25, 4.5),
  AVENUE("tertiary", "asphalt", 0.08, 40, 2, 40, 12),
  STREET("residential", "asphalt", 0.1, 30, 0, 25, 7),
  LANE("residential", "concrete", 0.1, 0, 0, 15, 3.5),
  TRACK("track", "ground", 0.1, 0, 0, 10, 3.5);

  final String roadClass;
  final String surface;

  /** The rise that costs twice the level way. */
  final double easyGrade;

  /** 0: not posted. */
  final int maxSpeedKmh;

  /** 0: not stated. */
  final int lanes;

  /** Tonnes on its bridges; 0: not stated. */
  final int bridgeBearsT;

  /** Of what vehicles drive on. */
  final double widthM;

  RoadKind(
      String roadClass,
      String surface,
      double easyGrade,
      int maxSpeedKmh,
      int lanes,
      int bridgeBearsT,
      double widthM) {
    this.roadClass = roadClass;
    this.surface = surface;
    this.easyGrade = easyGrade;
    this.maxSpeedKmh = maxSpeedKmh;
    this.lanes = lanes;
    this.bridgeBearsT = bridgeBearsT;
    this.widthM = widthM;
  }

  /** How far chance, for all that the terrain does not know, makes ground dearer or cheaper. */
  double whim() {
    return this == VILLAGE || this == TRACK ? 0.85 : 0.3;
  }
}
