package org.wanglou.gis.imagery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wanglou.gis.fault.Fault;

/**
 * A folder of tiles {@code z/x/y.png} (or jpg, jpeg, webp), with or without the {@code
 * metadata.json} that unpackers of MBTiles write. Its rows count southwards unless that file says
 * {@code "scheme": "tms"}. Only files in it are read that are numbered so, none behind links.
 */
final class TileFolder implements TileSource {
  private static final List<String> ENDINGS = List.of("png", "jpg", "jpeg", "webp");
  private static final int MOST_METADATA_BYTES = 1 << 20;

  private final Path folder;
  private final Imagery about;
  private final boolean tms;

  private TileFolder(Path folder, Imagery about, boolean tms) {
    this.folder = folder;
    this.about = about;
    this.tms = tms;
  }

  /** Whether a folder looks like one of tiles. */
  static boolean isOne(Path folder) {
    return Files.isDirectory(folder) && zooms(folder).length > 0;
  }

  /**
   * @throws Fault UNAVAILABLE {@code imagery.unreadable_file}
   */
  static TileFolder open(Path folder, FileNote known) {
    try {
      var metadata = metadata(folder.resolve("metadata.json"));
      var zooms = zooms(folder);
      var about =
          new Imagery(
              known.id(),
              known.name().or(() -> text(metadata, "name")).orElse(known.file()),
              Imagery.Kind.FOLDER,
              zooms[0],
              zooms[zooms.length - 1],
              text(metadata, "bounds").map(Bounds::of),
              known
                  .attribution()
                  .or(() -> text(metadata, "attribution").map(PlainText::of))
                  .orElse(""),
              known.date().or(() -> text(metadata, "date")),
              known.datum(),
              known.revision());
      return new TileFolder(
          folder, about, text(metadata, "scheme").filter("tms"::equals).isPresent());
    } catch (IOException | IllegalArgumentException e) {
      var unreadable =
          new Fault(
              Fault.Kind.UNAVAILABLE,
              "",
              "imagery.unreadable_file",
              String.valueOf(e.getMessage()));
      unreadable.initCause(e);
      throw unreadable;
    }
  }

  private static int[] zooms(Path folder) {
    return IntStream.rangeClosed(0, TileAt.MAX_ZOOM)
        .filter(z -> Files.isDirectory(folder.resolve(String.valueOf(z))))
        .toArray();
  }

  private static JsonNode metadata(Path file) throws IOException {
    var json = new ObjectMapper();
    if (!Files.isRegularFile(file)) {
      return json.createObjectNode();
    }
    if (Files.size(file) > MOST_METADATA_BYTES) {
      throw new IOException("metadata.json: " + Files.size(file) + " bytes");
    }
    return json.readTree(Files.readAllBytes(file));
  }

  private static Optional<String> text(JsonNode metadata, String name) {
    return Optional.ofNullable(metadata.path(name).textValue()).filter(it -> !it.isBlank());
  }

  @Override
  public Imagery about() {
    return about;
  }

  @Override
  public Optional<Tile> tile(TileAt at) {
    var column = folder.resolve(String.valueOf(at.z())).resolve(String.valueOf(at.x()));
    int row = tms ? at.tmsRow() : at.y();
    for (var ending : ENDINGS) {
      var file = column.resolve(row + "." + ending);
      try {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.size(file) <= Picture.MOST_BYTES) {
          return Picture.of(Files.readAllBytes(file)).map(Tile::of);
        }
      } catch (IOException e) {
        var unreadable =
            new Fault(
                Fault.Kind.UNAVAILABLE,
                "",
                "imagery.unreadable_file",
                String.valueOf(e.getMessage()));
        unreadable.initCause(e);
        throw unreadable;
      }
    }
    return Optional.empty();
  }
}
