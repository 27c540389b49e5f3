package org.wanglou.gis.imagery;

import java.util.Optional;
import org.wanglou.gis.fault.Fault;

/** Pictures that come over the network. */
interface TileService extends TileSource {
  /** Why it cannot be had at present. */
  Optional<Fault> failure();

  static Optional<Tile> picture(Optional<Fetched.Answer> answer) {
    return answer.flatMap(
        it -> Picture.of(it.bytes()).map(picture -> new Tile(picture, it.age(), it.outdated())));
  }
}
