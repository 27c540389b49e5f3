package org.wanglou.gis.tile;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The font of the names. Without a font that has Chinese, names with characters it lacks are left
 * out (never drawn as boxes), and the log says once what to install.
 */
final class LabelFonts {
  private static final Logger LOG = LoggerFactory.getLogger(LabelFonts.class);
  static final String HOW_TO_MEND = "apt-get install fonts-noto-cjk";

  private final Optional<String> family;
  private final AtomicBoolean saidWhichNameIsMissing = new AtomicBoolean();

  private LabelFonts(Optional<String> family) {
    this.family = family;
  }

  /** The first of the families that this machine has. */
  static LabelFonts of(List<String> wanted) {
    return of(wanted, installed());
  }

  static LabelFonts of(List<String> wanted, Set<String> installed) {
    var family = wanted.stream().filter(installed::contains).findFirst();
    if (family.isEmpty()) {
      LOG.error(
          "No font for Chinese is installed (looked for {}). The base map leaves out every name"
              + " that it cannot write. To mend: {}, then start again.",
          String.join(", ", wanted),
          HOW_TO_MEND);
    }
    return new LabelFonts(family);
  }

  private static Set<String> installed() {
    try {
      return Set.copyOf(
          List.of(
              GraphicsEnvironment.getLocalGraphicsEnvironment()
                  .getAvailableFontFamilyNames(Locale.ROOT)));
    } catch (RuntimeException | LinkageError e) { // Java without fontconfig or freetype
      LOG.error("Java cannot read this machine's fonts; {} brings what it needs.", HOW_TO_MEND, e);
      return Set.of();
    }
  }

  /** Whether Chinese can be written. */
  boolean hasChinese() {
    return family.isPresent();
  }

  /** Whether the font has every character; says so once when it has not. */
  boolean canWrite(Font font, String text) {
    if (font.canDisplayUpTo(text) < 0) {
      return true;
    }
    if (hasChinese() && saidWhichNameIsMissing.compareAndSet(false, true)) {
      LOG.warn("The font {} cannot write '{}': the map leaves such names out.", family.get(), text);
    }
    return false;
  }

  Font font(float size, boolean bold) {
    return new Font(family.orElse(Font.SANS_SERIF), bold ? Font.BOLD : Font.PLAIN, 1)
        .deriveFont(size);
  }
}
