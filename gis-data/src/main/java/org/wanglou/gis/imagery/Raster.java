package org.wanglou.gis.imagery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.wanglou.gis.fault.Fault;

/** Pictures to pixels and back. A small file that unpacks to a huge picture is refused unread. */
final class Raster {
  static final int MOST_SIDE = 2048;
  private static final float QUALITY = 0.9f;

  private Raster() {}

  /**
   * @throws Fault UNAVAILABLE {@code imagery.not_a_picture}
   */
  static BufferedImage decode(Picture picture) {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw none();
      }
      var reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if (reader.getWidth(0) > MOST_SIDE || reader.getHeight(0) > MOST_SIDE) {
          throw none();
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      var none = none();
      none.initCause(e);
      throw none;
    }
  }

  /** JPEG when every pixel is opaque, else PNG. */
  static Picture encode(BufferedImage image) {
    var bytes = new ByteArrayOutputStream(1 << 15);
    try {
      if (image.getColorModel().hasAlpha()) {
        ImageIO.write(image, "png", bytes);
        return new Picture(bytes.toByteArray(), Picture.PNG);
      }
      var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      try (var out = ImageIO.createImageOutputStream(bytes)) {
        var how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), how);
      } finally {
        writer.dispose();
      }
      return new Picture(bytes.toByteArray(), Picture.JPEG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fault none() {
    return new Fault(Fault.Kind.UNAVAILABLE, "", "imagery.not_a_picture");
  }
}
