package org.wanglou.gis.osm;

import java.nio.file.Path;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wanglou.gis.dataset.Dataset;
import org.wanglou.gis.dataset.Dataset.RoadNetwork;
import org.wanglou.gis.layer.Provenance;

/**
 * Reads an OpenStreetMap extract. Takes some 2 s for a country of 8,000 roads, and memory for what
 * is kept, some 25 times the size of the file.
 */
public final class OsmReader {
  private static final Logger LOG = LoggerFactory.getLogger(OsmReader.class);
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final String ATTRIBUTION = "© OpenStreetMap contributors, ODbL";

  /** About 1 km; also makes an area of a single straight road. */
  private static final double MARGIN_DEGREES = 0.01;

  /** A box so much larger than the roads is that of another file, often the whole world. */
  private static final double MOST_EMPTY = 10;

  /** Measured on Liechtenstein 2024: 2.9 MB are read with a heap of 80 MB, not with 48 MB. */
  private static final long HEAP_PER_BYTE = 25;

  private static final long HEAP_FOR_OTHERS = 32 * 1024 * 1024;

  /** A dataset and what was left out of it. */
  record Reading(Dataset dataset, Tally tally) {}

  private OsmReader() {}

  /**
   * @throws org.wanglou.gis.fault.Fault INVALID: osm.missing, osm.unreadable, osm.empty,
   *     osm.not_pbf, osm.too_large, osm.other_compression, osm.truncated, osm.no_roads; {0} is the
   *     file
   */
  public static Dataset read(Path pbf, Progress progress) {
    var reading = readCounted(pbf, progress);
    LOG.info("{}: {}", pbf.getFileName(), reading.tally());
    return reading.dataset();
  }

  static Reading readCounted(Path pbf, Progress progress) {
    var file = new PbfFile(pbf, progress);
    requireMemory(file, Runtime.getRuntime().maxMemory());
    var extract = OsmExtract.read(file);
    var tally = new Tally();
    progress.at("osm.phase_make", 0, 2);
    var roads = new RoadMaker(extract, tally).make();
    if (roads.edges().isEmpty()) {
      throw OsmFaults.noRoads(pbf);
    }
    progress.at("osm.phase_make", 1, 2);
    var bounds = bounds(extract, roads);
    var areas = new Areas(extract, tally);
    var admin = new AdminAreas(extract, areas);
    var features = new LayerMaker(extract, areas, tally).make();
    var dataset =
        new Dataset(
            "osm",
            admin.nameOf(bounds).orElse(stem(pbf)),
            "OpenStreetMap, " + pbf.getFileName(),
            ATTRIBUTION,
            Provenance.IMPORTED,
            extract.header().dataDate(),
            bounds,
            roads,
            new BaseMaker(extract, areas).make(admin),
            features,
            new UnitRoster(features).make());
    progress.at("osm.phase_make", 2, 2);
    return new Reading(dataset, tally);
  }

  /** What was cut out; the roads and a margin where the file does not say so, or says too much. */
  private static Polygon bounds(OsmExtract extract, RoadNetwork roads) {
    var around = around(roads);
    var box =
        extract
            .header()
            .bounds()
            .filter(cut -> cut.getArea() <= MOST_EMPTY * around.getArea())
            .orElse(around);
    return (Polygon) GEOMETRIES.toGeometry(box);
  }

  /** Running out of memory would end the process without a word. */
  static void requireMemory(PbfFile file, long heapBytes) {
    long needed = HEAP_FOR_OTHERS + HEAP_PER_BYTE * file.size();
    if (needed > heapBytes) {
      throw OsmFaults.tooLarge(file.path(), file.size(), needed);
    }
  }

  private static Envelope around(RoadNetwork roads) {
    var extent = new Envelope();
    roads.edges().forEach(e -> extent.expandToInclude(e.geometry().getEnvelopeInternal()));
    extent.expandBy(MARGIN_DEGREES);
    return extent;
  }

  private static String stem(Path pbf) {
    return pbf.getFileName().toString().replaceFirst("(?i)(\\.osm)?\\.pbf$", "");
  }
}
