package org.wanglou.gis.imagery;

import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a background.
 *
 * @param id in addresses; letters, digits, - and _
 * @param bounds empty: not known
 * @param attribution to be shown beside the picture; may be empty
 * @param date of the pictures, as the source writes it
 * @param revision changes with the pictures, as far as that can be seen; part of a tile's address
 */
public record Imagery(
    String id,
    String name,
    Kind kind,
    int minZoom,
    int maxZoom,
    Optional<Bounds> bounds,
    String attribution,
    Optional<String> date,
    Datum datum,
    String revision) {

  /** Where it comes from. */
  public enum Kind {
    MBTILES,
    FOLDER,
    WMTS,
    XYZ;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Pictures come over the network and may change or be away. */
    public boolean isService() {
      return this == WMTS || this == XYZ;
    }
  }
}
