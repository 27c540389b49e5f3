package org.wanglou.gis.filter;

import org.geotools.api.filter.PropertyIsLike;

/** A pattern of ECQL as PostgreSQL writes it, whose escape sign is the backslash. */
final class LikePattern {
  private LikePattern() {}

  static String of(PropertyIsLike like) {
    var pattern = new StringBuilder();
    var text = like.getLiteral();
    char any = like.getWildCard().charAt(0);
    char one = like.getSingleChar().charAt(0);
    char escape = like.getEscape().charAt(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == escape && i + 1 < text.length()) {
        i++;
        literally(text.charAt(i), pattern);
      } else if (c == any) {
        pattern.append('%');
      } else if (c == one) {
        pattern.append('_');
      } else {
        literally(c, pattern);
      }
    }
    return pattern.toString();
  }

  private static void literally(char c, StringBuilder pattern) {
    if (c == '%' || c == '_' || c == '\\') {
      pattern.append('\\');
    }
    pattern.append(c);
  }
}
