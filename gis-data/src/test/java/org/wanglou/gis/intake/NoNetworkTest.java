package org.wanglou.gis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wanglou.gis.fault.Fault;
import org.wanglou.gis.layer.GeometryKind;

/**
 * No file makes the server ask another machine for anything: a server that listens hears nothing.
 */
class NoNetworkTest {
  @TempDir private Path folder;
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer listening;

  @BeforeEach
  void listen() throws IOException {
    listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listening.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    listening.start();
  }

  @AfterEach
  void stop() {
    listening.stop(0);
  }

  @Test
  void gdal_on_its_own_would_reach_the_server() throws Exception {
    var process =
        new ProcessBuilder("ogrinfo", "-ro", "-al", vrt("alone.vrt").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(calls.get()).as("else the other tests prove nothing").isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"linked.vrt", "linked.gpkg", "linked.dxf", "linked.geojson"})
  void a_virtual_file_of_a_remote_one_reaches_nothing_under_any_name(String name) throws Exception {
    var file = vrt(name);
    assertThatThrownBy(() -> Reading.of(file, OfficeFilesTest.type(GeometryKind.ANY), "EPSG:4490"))
        .isInstanceOf(Fault.class);
    assertThat(calls).hasValue(0);
  }

  @Test
  void kml_with_a_link_to_elsewhere_reaches_nothing() throws Exception {
    var file = folder.resolve("linked.kml");
    Files.writeString(
        file,
        """
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
          <NetworkLink><Link><href>%1$s/more.kml</href></Link></NetworkLink>
          <Style id="s"><IconStyle><Icon><href>%1$s/icon.png</href></Icon></IconStyle></Style>
          <Placemark><name>蓄水池</name><styleUrl>%1$s/style.kml#s</styleUrl>
            <Point><coordinates>110.9,36.7</coordinates></Point></Placemark>
        </Document></kml>"""
            .formatted(address()));
    try {
      Reading.of(file, OfficeFilesTest.type(GeometryKind.ANY), "EPSG:4490");
    } catch (Fault refused) {
      assertThat(refused.details()).isNotEmpty();
    }
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/vsicurl/", "/vsicurl_streaming/", "/vsizip//vsicurl/", ""})
  void gdal_on_its_lead_reaches_nothing_even_when_it_is_told_to(String fileSystem) {
    var ogr = new Ogr(folder, IntakeLimits.STANDARD);
    assertThatThrownBy(
            () ->
                ogr.run(
                    "ogrinfo",
                    List.of("GPKG", "GeoJSON"),
                    List.of("-ro", "-al", fileSystem + address() + "/far.gpkg")))
        .isInstanceOf(Fault.class);
    assertThat(calls).hasValue(0);
  }

  @Test
  void gdal_on_its_lead_has_no_driver_for_virtual_files() throws Exception {
    var ogr = new Ogr(folder, IntakeLimits.STANDARD);
    var file = vrt("direct.vrt").toString();
    assertThatThrownBy(() -> ogr.run("ogrinfo", List.of("GPKG"), List.of("-ro", "-al", file)))
        .isInstanceOf(Fault.class);
    assertThat(calls).hasValue(0);
  }

  private Path vrt(String name) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        <OGRVRTDataSource><OGRVRTLayer name="far">
          <SrcDataSource>/vsicurl/%s/far.geojson</SrcDataSource>
        </OGRVRTLayer></OGRVRTDataSource>"""
            .formatted(address()));
  }

  private String address() {
    return "http://127.0.0.1:" + listening.getAddress().getPort();
  }
}
