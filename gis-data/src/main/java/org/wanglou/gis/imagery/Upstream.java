package org.wanglou.gis.imagery;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wanglou.gis.fault.Fault;

/**
 * The only way from here into a network. Asks the hosts of one service, follows no redirect, goes
 * to no private address unless that is configured, waits and reads only so much. Faults name the
 * host at most: an address may have a key in it.
 */
final class Upstream {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Set<Integer> STANDARD_PORTS = Set.of(-1, 80, 443);
  private static final Set<Integer> NOTHING_THERE = Set.of(204, 404, 410);

  private final ImageryConfig.Service service;
  private final Set<String> hosts = new HashSet<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  Upstream(ImageryConfig.Service service) {
    this.service = service;
    service.hosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    hosts.add(authority(uri(service.address().replaceAll("\\{[^}]*}", "0"))));
  }

  /**
   * The whole answer; empty when the service says that there is nothing.
   *
   * @param address without keys, with {name} where one belongs
   * @throws Fault UNAVAILABLE {@code imagery.*}
   */
  Optional<byte[]> fetch(String address, int mostBytes) {
    var uri = uri(withKeys(address));
    requireAllowed(uri);
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(service.timeout())
            .header("User-Agent", "Wanglou")
            .header("Accept", "image/*, application/xml;q=0.5, */*;q=0.1")
            .build();
    var answer = http.sendAsync(request, head -> new LimitedBody(mostBytes));
    try {
      var got = answer.get(service.timeout().toMillis(), TimeUnit.MILLISECONDS);
      if (NOTHING_THERE.contains(got.statusCode())) {
        return Optional.empty();
      }
      if (got.statusCode() >= 300 && got.statusCode() < 400) {
        throw away("imagery.redirected", uri.getHost());
      }
      if (got.statusCode() != 200) {
        throw away("imagery.status", uri.getHost(), got.statusCode());
      }
      return Optional.of(got.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw away("imagery.too_slow", uri.getHost());
    } catch (ExecutionException e) {
      throw failed(uri, e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw away("imagery.unreachable", uri.getHost());
    }
  }

  private static Fault failed(URI uri, Throwable cause) {
    if (cause instanceof LimitedBody.TooLarge
        || (cause instanceof IOException && cause.getCause() instanceof LimitedBody.TooLarge)) {
      return away("imagery.too_large", uri.getHost());
    }
    return cause instanceof java.net.http.HttpTimeoutException
        ? away("imagery.too_slow", uri.getHost())
        : away("imagery.unreachable", uri.getHost());
  }

  private String withKeys(String address) {
    var filled = address;
    for (var key : service.keys().entrySet()) {
      var value = URLEncoder.encode(key.getValue().value(), StandardCharsets.UTF_8);
      var place = "{" + key.getKey() + "}";
      filled =
          filled.contains(place)
              ? filled.replace(place, value)
              : filled + (filled.contains("?") ? "&" : "?") + key.getKey() + "=" + value;
    }
    return filled;
  }

  private void requireAllowed(URI uri) {
    if (!hosts.contains(authority(uri))) {
      throw away("imagery.host_not_allowed", authority(uri));
    }
    if (service.privateNetwork()) {
      return;
    }
    try {
      for (var address : InetAddress.getAllByName(uri.getHost())) {
        if (isPrivate(address)) {
          throw away("imagery.private_address", uri.getHost());
        }
      }
    } catch (UnknownHostException e) {
      throw away("imagery.unreachable", uri.getHost());
    }
  }

  /** Loopback, link-local, site-local, carriers' NAT (100.64/10), unique local IPv6, multicast. */
  static boolean isPrivate(InetAddress address) {
    var bytes = address.getAddress();
    boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    boolean zero = bytes.length == 4 && bytes[0] == 0;
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
    return carrier
        || zero
        || uniqueLocal
        || address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }

  /** A host of one's own port is another server. */
  private static String authority(URI uri) {
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    return STANDARD_PORTS.contains(uri.getPort()) ? host : host + ":" + uri.getPort();
  }

  /** The text is not repeated: it may have a key in it. */
  private static URI uri(String text) {
    URI uri;
    try {
      uri = URI.create(text.replace(" ", "%20"));
    } catch (IllegalArgumentException e) {
      throw away("imagery.bad_address");
    }
    if ((!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme()))
        || uri.getHost() == null
        || uri.getUserInfo() != null) {
      throw away("imagery.bad_address");
    }
    return uri;
  }

  private static Fault away(String code, Object... args) {
    return new Fault(Fault.Kind.UNAVAILABLE, "", code, args);
  }
}
