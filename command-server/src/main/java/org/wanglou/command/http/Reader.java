package org.wanglou.command.http;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * For whom a text is written.
 *
 * @param zone of the reader's clock; empty when it was not told: times then carry the server's
 */
public record Reader(Locale language, Optional<ZoneId> zone) {
  static final String ZONE_HEADER = "X-Time-Zone";

  public static Reader of(Locale language) {
    return new Reader(language, Optional.empty());
  }

  /**
   * As the headers {@code Accept-Language} and {@code X-Time-Zone} say; null where there is none.
   */
  static Reader of(String acceptLanguage, String zone) {
    return new Reader(
        Messages.language(acceptLanguage), Optional.ofNullable(zone).flatMap(Reader::zone));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty(); // a header we cannot read is no reason to refuse the request
    }
  }
}
