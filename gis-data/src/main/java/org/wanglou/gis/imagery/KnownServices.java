package org.wanglou.gis.imagery;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wanglou.gis.fault.Fault;

/**
 * Services whose pictures are known to be shifted: they cannot be configured as if they were not.
 */
final class KnownServices {
  private static final List<String> GCJ02 =
      List.of("autonavi.com", "amap.com", "gtimg.com", "map.qq.com", "google.cn");
  private static final List<String> BD09 = List.of("bdimg.com", "baidu.com");

  private KnownServices() {}

  /**
   * @throws Fault UNAVAILABLE {@code imagery.datum_undeclared}, {@code imagery.is_gcj02}, {@code
   *     imagery.is_bd09}
   */
  static void check(ImageryConfig.Service service) {
    if (service.note().datum() == Datum.UNDECLARED) {
      throw refused("imagery.datum_undeclared");
    }
    var hosts = new java.util.ArrayList<>(service.hosts());
    host(service.address()).ifPresent(hosts::add);
    for (var host : hosts) {
      if (isOf(BD09, host)) {
        throw refused("imagery.is_bd09", host);
      }
      if (isOf(GCJ02, host) && service.note().datum() != Datum.GCJ02) {
        throw refused("imagery.is_gcj02", host);
      }
    }
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address.replaceAll("\\{[^}]*}", "0")).getHost());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // Upstream refuses such an address
    }
  }

  private static boolean isOf(List<String> domains, String host) {
    var plain = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    return domains.stream().anyMatch(it -> plain.equals(it) || plain.endsWith("." + it));
  }

  private static Fault refused(String code, Object... args) {
    return new Fault(Fault.Kind.UNAVAILABLE, "", code, args);
  }
}
