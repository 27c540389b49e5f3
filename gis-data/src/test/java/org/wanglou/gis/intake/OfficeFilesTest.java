package org.wanglou.gis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.wanglou.gis.crs.SourceCrs;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.Attribute;
import org.wanglou.gis.layer.GeometryKind;
import org.wanglou.gis.layer.Label;
import org.wanglou.gis.layer.LayerType;

/** Files as offices send them, good and bad; made here with GDAL and by hand. */
class OfficeFilesTest {
  private static final LayerType ANY = type(GeometryKind.ANY);
  private static final LayerType AREAS = type(GeometryKind.POLYGON);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4546", "EPSG:4525", "GCJ-02"})
  void a_shapefile_lands_on_the_same_spot_from_any_system(String crs) throws Exception {
    var at = SourceCrs.of(crs).from4490(110.9355, 36.6925);
    var zip = shapefile("gbk", "GBK", List.of(row("隰县消防站", at.x, at.y)), List.of("cpg"));
    var read = Reading.of(zip, ANY, crs);
    assertThat(read.rejected()).isEmpty();
    var feature = read.features().get(0);
    assertThat(feature.name()).isEqualTo("隰县消防站");
    assertThat(feature.geometry().getCoordinate().x).isCloseTo(110.9355, within(1e-8));
    assertThat(feature.geometry().getCoordinate().y).isCloseTo(36.6925, within(1e-8));
  }

  @Test
  void a_shapefile_without_its_table_is_refused() throws Exception {
    var zip = shapefile("notable", "GBK", List.of(row("龙泉镇", 110.9, 36.7)), List.of("dbf"));
    assertThatThrownBy(() -> Reading.of(zip, ANY, "EPSG:4490"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("import.dbf_missing");
  }

  @Test
  void a_shapefile_without_prj_shx_and_cpg_is_read_all_the_same() throws Exception {
    var zip =
        shapefile("bare", "GBK", List.of(row("龙泉镇", 110.9, 36.7)), List.of("prj", "shx", "cpg"));
    var read = Reading.of(zip, ANY, "EPSG:4490");
    assertThat(read.layer().encoding()).contains("GBK");
    assertThat(read.layer().crsDeclared()).isEmpty();
    assertThat(read.features()).extracting(it -> it.name()).containsExactly("龙泉镇");
  }

  @Test
  void a_wrong_cpg_is_not_believed() throws Exception {
    var zip = shapefile("lying", "GBK", List.of(row("龙泉镇", 110.9, 36.7)), List.of());
    var lying = rezip(zip, Map.of("lying.cpg", "UTF-8".getBytes(StandardCharsets.UTF_8)));
    assertThat(Reading.of(lying, ANY, "EPSG:4490").features())
        .extracting(it -> it.name())
        .containsExactly("龙泉镇");
  }

  @Test
  void text_that_fits_both_encodings_is_asked_for() throws Exception {
    var zip = shapefile("both", "GBK", List.of(row("学习", 110.9, 36.7)), List.of("cpg"));
    var utf8Header = rezip(zip, Map.of("both.dbf", asciiHeader(folder.resolve("both.dbf"))));
    assertThatThrownBy(() -> Reading.of(utf8Header, ANY, "EPSG:4490"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.details().get(0).code()).isEqualTo("import.encoding_ask"));
    var told =
        Reading.of(
            utf8Header,
            ANY,
            Optional.of("EPSG:4490"),
            Optional.of("GBK"),
            Optional.empty(),
            new PlaceNames());
    assertThat(told.features().get(0).name()).isEqualTo("学习");
  }

  /** The column's name in ASCII and no word about the encoding. */
  private static byte[] asciiHeader(Path dbf) throws IOException {
    var bytes = Files.readAllBytes(dbf);
    bytes[29] = 0;
    java.util.Arrays.fill(bytes, 32, 43, (byte) 0);
    System.arraycopy("NAME".getBytes(StandardCharsets.US_ASCII), 0, bytes, 32, 4);
    return bytes;
  }

  @Test
  void a_row_whose_text_does_not_fit_the_encoding_is_rejected_by_number() throws Exception {
    var zip =
        shapefile(
            "mixed",
            "GBK",
            List.of(row("plain", 110.9, 36.7), row("隰县", 110.9, 36.7)),
            List.of("cpg"));
    var read =
        Reading.of(
            zip,
            ANY,
            Optional.of("EPSG:4490"),
            Optional.of("UTF-8"),
            Optional.empty(),
            new PlaceNames());
    assertThat(read.rejected()).containsExactly("2 geometry import.encoding_row");
  }

  @Test
  void a_drawing_gives_areas_of_its_closed_lines() throws Exception {
    var json =
        json(
            "{\"type\":\"LineString\",\"coordinates\":[[500000,4060000],[500100,4060000],[500100,4060100],[500000,4060000]]}");
    var dxf = ogr("DXF", json, "drawing.dxf", List.of("-select", ""));
    var read = Reading.of(dxf, AREAS, "EPSG:4546");
    assertThat(read.format()).isEqualTo(FileFormat.DXF);
    assertThat(read.rejected()).isEmpty();
    assertThat(read.features().get(0).geometry().getGeometryType()).isEqualTo("Polygon");
    assertThat(read.findings().notes()).containsEntry("import.note_closed", 1);
  }

  @Test
  void a_kmz_is_the_kml_within_it() throws Exception {
    var kmz = folder.resolve("ponds.kmz");
    try (var zip = new ZipOutputStream(Files.newOutputStream(kmz))) {
      zip.putNextEntry(new ZipEntry("doc.kml"));
      zip.write(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
            <Placemark><name>蓄水池</name><Point><coordinates>110.9,36.7</coordinates></Point></Placemark>
          </Document></kml>"""
              .getBytes(StandardCharsets.UTF_8));
    }
    var read = Reading.of(kmz, ANY, "EPSG:4326");
    assertThat(read.rejected()).isEmpty();
    assertThat(read.features()).extracting(it -> it.name()).containsExactly("蓄水池");
    assertThat(read.features().get(0).geometry().getCoordinate().x).isCloseTo(110.9, within(1e-6));
  }

  @Test
  void kml_is_read_with_its_data_and_its_links_are_not_followed() throws Exception {
    var kml =
        write(
            "links.kml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
              <NetworkLink><Link><href>http://127.0.0.1:1/evil.kml</href></Link></NetworkLink>
              <Folder><name>水源</name><Placemark><name>蓄水池</name>
                <ExtendedData><Data name="people"><value>12</value></Data></ExtendedData>
                <Point><coordinates>110.9,36.7,1020</coordinates></Point></Placemark></Folder>
            </Document></kml>""");
    var read = Reading.of(kml, ANY, "EPSG:4326");
    assertThat(read.layer().linkedFiles()).isEqualTo(1);
    assertThat(read.features()).hasSize(1);
    assertThat(read.features().get(0).attributes()).containsEntry("people", 12L);
    assertThat(read.findings().notes()).containsEntry("import.note_heights", 1);
  }

  @Test
  void an_entity_in_kml_is_not_expanded() throws Exception {
    var kml =
        write(
            "bomb.kml",
            """
            <?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>
            <kml><Placemark><name>&a;</name><Point><coordinates>110.9,36.7</coordinates></Point></Placemark></kml>""");
    assertThatThrownBy(() -> Reading.of(kml, ANY, "EPSG:4326")).isInstanceOf(Fault.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.shp", "/etc/evil.shp", "a/../../evil.shp", "C:\\evil.shp"})
  void a_name_that_leads_out_of_the_archive_is_refused(String name) throws Exception {
    var zip = folder.resolve("path.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(name));
      out.write(1);
    }
    assertCode("import.archive_path", zip);
    assertThat(Files.exists(Path.of("/etc/evil.shp"))).isFalse();
  }

  @Test
  void an_archive_that_grows_to_gigabytes_is_refused_before_it_has() throws Exception {
    var zip = folder.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.csv"));
      var zeros = new byte[1 << 20];
      for (int i = 0; i < 2_048; i++) {
        out.write(zeros);
      }
    }
    assertThat(Files.size(zip)).isLessThan(4 << 20);
    assertCode("import.archive_bomb", zip);
  }

  @Test
  void a_link_in_an_archive_is_refused() throws Exception {
    var zip = folder.resolve("link.zip");
    run(
        List.of(
            "python3",
            "-c",
            """
            import zipfile,sys
            z = zipfile.ZipFile(sys.argv[1], 'w')
            i = zipfile.ZipInfo('roads.shp')
            i.create_system = 3
            i.external_attr = 0o120777 << 16
            z.writestr(i, '/etc/passwd')
            z.close()
            """,
            zip.toString()));
    assertCode("import.archive_link", zip);
  }

  @Test
  void a_self_crossing_area_is_repaired_and_both_are_shown() throws Exception {
    var read =
        Reading.of(
            json(
                "{\"type\":\"Polygon\",\"coordinates\":[[[110.9,36.7],[111,36.8],[111,36.7],[110.9,36.8],[110.9,36.7]]]}"),
            AREAS,
            "EPSG:4490");
    assertThat(read.features()).hasSize(1);
    assertThat(read.features().get(0).geometry().isValid()).isTrue();
    var finding = read.findings().kept().get(0);
    assertThat(finding.kind()).isEqualTo(Finding.Kind.REPAIRED);
    assertThat(finding.before().orElseThrow().isValid()).isFalse();
    assertThat(finding.after()).contains(read.features().get(0).geometry());
  }

  @Test
  void each_bad_geometry_is_named_with_its_row() throws Exception {
    var read =
        Reading.of(
            json(
                "{\"type\":\"Point\",\"coordinates\":[NaN,36.7]}",
                "{\"type\":\"Point\",\"coordinates\":[]}",
                "null",
                "{\"type\":\"Point\",\"coordinates\":[36.7,110.9]}",
                "{\"type\":\"Point\",\"coordinates\":[500000,4060000]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[110.9,36.7]},{\"type\":\"LineString\",\"coordinates\":[[110.9,36.7],[111,36.7]]}]}",
                "{\"type\":\"LineString\",\"coordinates\":[[110.9,36.7],[110.9,36.7]]}",
                "{\"type\":\"Point\",\"coordinates\":[110.9,36.7]}"),
            ANY,
            "EPSG:4490");
    assertThat(read.rejected())
        .containsExactly(
            "1 geometry import.not_finite",
            "2 geometry import.geometry_empty",
            "3 geometry import.no_geometry",
            "4 geometry import.swapped",
            "5 geometry import.metres_for_degrees",
            "6 geometry import.geometry_collection",
            "7 geometry import.geometry_invalid");
    assertThat(read.features()).hasSize(1);
  }

  @Test
  void a_shape_of_the_wrong_kind_is_rejected() throws Exception {
    assertThat(
            Reading.of(
                    json("{\"type\":\"Point\",\"coordinates\":[110.9,36.7]}"), AREAS, "EPSG:4490")
                .rejected())
        .containsExactly("1 geometry import.geometry_kind");
  }

  @Test
  void dates_as_people_write_them_are_dates_and_a_number_of_a_workbook_too() throws Exception {
    var csv =
        write(
            "dates.csv",
            """
            编号,名称,lon,lat,cleared_on
            1,a,110.9,36.7,2024/5/1
            2,b,110.9,36.7,2024年5月1日
            3,c,110.9,36.7,soon
            1,d,110.9,36.7,20240501
            """);
    var read = Reading.of(csv, ANY, "EPSG:4490");
    assertThat(read.features())
        .extracting(it -> it.attributes().get("cleared_on"))
        .containsExactly("2024-05-01", "2024-05-01");
    assertThat(read.rejected())
        .containsExactly("3 cleared_on layer.attribute_date", "4 编号 import.duplicate_id");
  }

  @Test
  void places_by_name_are_found_and_what_is_not_clear_is_not_guessed() throws Exception {
    var places = new PlaceNames();
    places.add(place("城南乡", 110.93, 36.66, true));
    places.add(place("午城镇", 110.85, 36.50, true));
    places.add(place("后堰村", 110.94, 36.65, false));
    places.add(place("李家庄", 110.95, 36.67, false));
    places.add(place("李家庄", 110.84, 36.51, false));
    var csv = write("places.csv", "名称,乡镇,村\na,城南乡,后堰村\nb,午城镇,李家庄\nc,,李家庄\nd,,无此村\n");
    var mapping = new LinkedHashMap<String, String>();
    mapping.put("名称", "name");
    mapping.put("乡镇", "place");
    mapping.put("村", "place");
    var read =
        Reading.of(
            csv,
            ANY,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new FieldMapping(mapping)),
            places);
    assertThat(read.features())
        .extracting(it -> it.geometry().getCoordinate().x)
        .containsExactly(110.94, 110.84);
    assertThat(read.rejected())
        .containsExactly("3 乡镇 import.place_ambiguous", "4 乡镇 import.place_unknown");
  }

  @Test
  void surveyors_columns_the_wrong_way_round_are_noticed() throws Exception {
    var csv = write("survey.csv", "名称,x,y\na,4060000.5,500000.25\n");
    assertThat(Reading.of(csv, ANY, "EPSG:4546").rejected())
        .containsExactly("1 geometry import.swapped");
  }

  @Test
  void degrees_minutes_and_seconds_are_numbers_too() throws Exception {
    var csv = write("dms.csv", "名称,经度,纬度\na,\"110°56'08.5\"\"\",36度41分30秒\n");
    var at = Reading.of(csv, ANY, "EPSG:4490").features().get(0).geometry().getCoordinate();
    assertThat(at.x).isCloseTo(110 + 56 / 60.0 + 8.5 / 3600, within(1e-9));
    assertThat(at.y).isCloseTo(36 + 41 / 60.0 + 30 / 3600.0, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"old.xls", "plan.dwg", "scan.pdf", "noise.bin", "empty.csv"})
  void what_cannot_be_read_is_refused_by_name(String name) throws Exception {
    var magic =
        switch (name) {
          case "old.xls" -> "\u00d0\u00cf\u0011\u00e0 workbook";
          case "plan.dwg" -> "AC1032 drawing";
          case "scan.pdf" -> "%PDF-1.7";
          case "noise.bin" -> "\u0001\u0000\u0002";
          default -> "";
        };
    var file = folder.resolve(name);
    Files.write(file, magic.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Reading.of(file, ANY, "EPSG:4490"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.details().get(0).code()).startsWith("import.format_"));
  }

  @Test
  void a_file_that_breaks_off_is_a_fault_and_not_half_a_layer() throws Exception {
    var whole = json("{\"type\":\"Point\",\"coordinates\":[110.9,36.7]}");
    var text = Files.readString(whole);
    Files.writeString(whole, text.substring(0, text.length() - 20));
    assertCode("import.json", whole);
  }

  private void assertCode(String code, Path file) {
    assertThatThrownBy(() -> Reading.of(file, ANY, "EPSG:4490"))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.details().get(0).code()).isEqualTo(code));
  }

  private static PlaceNames.Place place(String name, double lon, double lat, boolean township) {
    return new PlaceNames.Place(
        name, new GeometryFactory().createPoint(new Coordinate(lon, lat)), township);
  }

  private record Point(String name, double x, double y) {}

  private static Point row(String name, double x, double y) {
    return new Point(name, x, y);
  }

  /** A zipped shapefile of points, without the parts that are named. */
  private Path shapefile(String name, String encoding, List<Point> rows, List<String> without)
      throws IOException {
    var csv = new StringBuilder("名称,wkt\n");
    rows.forEach(it -> csv.append("%s,\"POINT(%s %s)\"\n".formatted(it.name(), it.x(), it.y())));
    var source = write(name + ".csv", csv.toString());
    var shp = folder.resolve(name + ".shp");
    run(
        List.of(
            "ogr2ogr",
            "-f",
            "ESRI Shapefile",
            shp.toString(),
            source.toString(),
            "-oo",
            "GEOM_POSSIBLE_NAMES=wkt",
            "-oo",
            "KEEP_GEOM_COLUMNS=NO",
            "-lco",
            "ENCODING=" + encoding,
            "-nlt",
            "POINT",
            "-a_srs",
            "EPSG:4546"));
    var zip = folder.resolve(name + ".zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var part : List.of("shp", "shx", "dbf", "prj", "cpg")) {
        if (!without.contains(part)) {
          out.putNextEntry(new ZipEntry("数据/" + name + "." + part));
          Files.copy(folder.resolve(name + "." + part), out);
        }
      }
    }
    return zip;
  }

  private Path rezip(Path zip, Map<String, byte[]> other) throws IOException {
    var changed = folder.resolve("changed-" + zip.getFileName());
    try (var in = new java.util.zip.ZipFile(zip.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (var entry : java.util.Collections.list(in.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        var name = entry.getName().replaceFirst(".*/", "");
        out.write(
            other.containsKey(name) ? other.get(name) : in.getInputStream(entry).readAllBytes());
      }
    }
    return changed;
  }

  private Path ogr(String format, Path source, String name, List<String> more) throws IOException {
    var target = folder.resolve(name);
    var command =
        new ArrayList<>(List.of("ogr2ogr", "-f", format, target.toString(), source.toString()));
    command.addAll(more);
    run(command);
    return target;
  }

  private Path json(String... geometries) throws IOException {
    var features = new ArrayList<String>();
    for (int i = 0; i < geometries.length; i++) {
      features.add(
          "{\"type\":\"Feature\",\"properties\":{\"name\":\"第%d个\"},\"geometry\":%s}"
              .formatted(i + 1, geometries[i]));
    }
    return write(
        "features.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static LayerType type(GeometryKind kind) {
    return new LayerType(
        "thing",
        kind,
        new Label("东西", "Thing"),
        "own",
        "pin",
        List.of(
            attribute("people", Attribute.Type.INTEGER),
            attribute("cleared_on", Attribute.Type.DATE)),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        false,
        1,
        1,
        1);
  }

  private static Attribute attribute(String name, Attribute.Type type) {
    return new Attribute(
        name,
        type,
        Optional.empty(),
        new Label(name, name),
        false,
        List.of(),
        List.of(),
        Optional.empty());
  }
}
