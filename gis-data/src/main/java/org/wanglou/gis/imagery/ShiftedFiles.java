package org.wanglou.gis.imagery;

import java.util.Optional;

/** Tiles of a file that is declared to be shifted (GCJ-02), put back to their place. */
final class ShiftedFiles implements TileSource {
  private final TileSource files;
  private final Resampler resampler;

  ShiftedFiles(TileSource files) {
    this.files = files;
    var about = files.about();
    this.resampler =
        new Resampler(
            MatrixSet.xyz(about.minZoom(), about.maxZoom()),
            about.datum(),
            (matrix, column, row) ->
                files.tile(new TileAt(Integer.parseInt(matrix.id()), (int) column, (int) row)));
  }

  @Override
  public Imagery about() {
    return files.about();
  }

  @Override
  public Optional<Tile> tile(TileAt at) {
    return resampler.tile(at);
  }

  @Override
  public void close() {
    files.close();
  }
}
