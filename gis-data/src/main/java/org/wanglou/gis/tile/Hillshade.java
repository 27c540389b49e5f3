package org.wanglou.gis.tile;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Light from four sides at 45 degrees (Mark 1992, as GDAL's {@code -multidirectional}): each slope
 * is lit mostly by the lights that fall across it, so that ridges show whatever way they run. Level
 * ground stays as it is, slopes away from the light are tinted with one colour, slopes towards it
 * with another; where a height is missing nothing is painted.
 */
final class Hillshade {
  /** Degrees, clockwise from north. */
  private static final double[] AZIMUTHS = {225, 270, 315, 360};

  private static final double LEVEL = Math.sqrt(0.5);

  private final HeightLattice lattice;
  private final double exaggeration;
  private final float[] shade;

  Hillshade(HeightLattice lattice, double exaggeration) {
    this.lattice = lattice;
    this.exaggeration = exaggeration;
    this.shade = new float[lattice.columns() * lattice.rows()];
    for (int row = 1; row < lattice.rows() - 1; row++) {
      double run = 8 * lattice.stepM(row);
      for (int column = 1; column < lattice.columns() - 1; column++) {
        shade[row * lattice.columns() + column] = light(column, row, run);
      }
    }
  }

  /** From -1, turned away, over 0, level, to 1, full in the light. */
  private float light(int c, int r, double run) {
    float nw = lattice.at(c - 1, r - 1);
    float ne = lattice.at(c + 1, r - 1);
    float sw = lattice.at(c - 1, r + 1);
    float se = lattice.at(c + 1, r + 1);
    double east =
        (ne + 2 * lattice.at(c + 1, r) + se - nw - 2 * lattice.at(c - 1, r) - sw)
            * (exaggeration / run);
    double north =
        (nw + 2 * lattice.at(c, r - 1) + ne - sw - 2 * lattice.at(c, r + 1) - se)
            * (exaggeration / run);
    double steep2 = east * east + north * north;
    if (steep2 == 0) {
      return 0;
    }
    double aspect = Math.atan2(-east, -north);
    double steep = Math.sqrt(steep2);
    double lit = 0;
    for (double azimuth : AZIMUTHS) {
      double turned = Math.cos(aspect - Math.toRadians(azimuth));
      // Half of the sine squared: the four weights add up to 1.
      lit += (1 - turned * turned) / 2 * Math.max(0, 1 + steep * turned);
    }
    double ratio = lit / Math.sqrt(1 + steep2);
    return (float) (ratio <= 1 ? ratio - 1 : Math.min(1, (ratio - 1) / (1 / LEVEL - 1)));
  }

  /** Tints the picture; the alpha of each colour is what full shade or full light gets. */
  void paint(BufferedImage image, PixelWindow window, Color dark, Color bright) {
    double points = 1.0 / (window.scale() * HeightLattice.STEP_PX);
    double firstX = (window.left() - lattice.pixelX(0)) / HeightLattice.STEP_PX;
    double firstY = (window.top() - lattice.pixelY(0)) / HeightLattice.STEP_PX;
    var line = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      double down = firstY + (y + 0.5) * points;
      image.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int x = 0; x < line.length; x++) {
        double light = between(firstX + (x + 0.5) * points, down);
        if (light < 0) {
          line[x] = mixed(line[x], dark, -light);
        } else if (light > 0) {
          line[x] = mixed(line[x], bright, light);
        }
      }
      image.setRGB(0, y, line.length, 1, line, 0, line.length);
    }
  }

  private double between(double column, double row) {
    int west = (int) column;
    int north = (int) row;
    int at = north * lattice.columns() + west;
    double east = column - west;
    double above = shade[at] + east * (shade[at + 1] - shade[at]);
    int below = at + lattice.columns();
    return above
        + (row - north) * (shade[below] + east * (shade[below + 1] - shade[below]) - above);
  }

  private static int mixed(int rgb, Color colour, double strength) {
    double share = strength * colour.getAlpha() / 255;
    int red = mixed(rgb >> 16 & 255, colour.getRed(), share);
    int green = mixed(rgb >> 8 & 255, colour.getGreen(), share);
    int blue = mixed(rgb & 255, colour.getBlue(), share);
    return 255 << 24 | red << 16 | green << 8 | blue;
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.rint(from + share * (to - from));
  }
}
