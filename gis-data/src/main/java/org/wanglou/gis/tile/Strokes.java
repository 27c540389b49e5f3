package org.wanglou.gis.tile;

import java.awt.BasicStroke;

/** Pens: dashed lines have flat ends, others round ones, which close the joints between pieces. */
final class Strokes {
  private static final float MITER = 4;

  private Strokes() {}

  static BasicStroke of(float width, Dash dash) {
    return dash.isNone()
        ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, MITER, dash.lengths(), 0);
  }

  /** Flat ends without dashes: the side walls of a bridge stop where the bridge does. */
  static BasicStroke flat(float width) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
  }
}
