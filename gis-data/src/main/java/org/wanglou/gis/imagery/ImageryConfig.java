package org.wanglou.gis.imagery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the county says about its imagery.
 *
 * @param cacheBytes most that is kept of services on disk
 * @param files by their name in the folder of imagery
 * @param services by id
 */
public record ImageryConfig(long cacheBytes, Map<String, Note> files, List<Service> services) {
  public static final long STANDARD_CACHE_BYTES = 2L << 30;

  /** Without a configuration: no service, nothing known of files. */
  public static final ImageryConfig NONE =
      new ImageryConfig(STANDARD_CACHE_BYTES, Map.of(), List.of());

  public ImageryConfig {
    files = Map.copyOf(files);
    services = List.copyOf(services);
  }

  /** What is said of a file or a service; it goes before what they say themselves. */
  public record Note(
      Optional<String> name, Optional<String> attribution, Optional<String> date, Datum datum) {
    static final Note NOTHING =
        new Note(Optional.empty(), Optional.empty(), Optional.empty(), Datum.UNDECLARED);
  }

  /**
   * A service of tiles.
   *
   * @param address of a WMTS the capabilities; of XYZ a template with {z}, {x}, {y} or {-y}
   * @param layer of a WMTS; empty: its only one
   * @param matrixSet of a WMTS; empty: the best there is
   * @param keys query parameters, or replacements of {name} in the address
   * @param hosts that may be asked besides the address's own
   * @param privateNetwork whether it may lie in the county's own network
   * @param maxAge after which a kept tile is asked for again
   */
  public record Service(
      String id,
      Imagery.Kind kind,
      Note note,
      String address,
      Optional<String> layer,
      Optional<String> matrixSet,
      Optional<String> style,
      Map<String, Secret> keys,
      Set<String> hosts,
      boolean privateNetwork,
      int minZoom,
      int maxZoom,
      Optional<Bounds> bounds,
      Duration maxAge,
      Duration timeout) {
    public Service {
      keys = Map.copyOf(keys);
      hosts = Set.copyOf(hosts);
    }
  }
}
