package org.wanglou.gis.filter;

import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.text.generated.parsers.TokenMgrError;
import org.wanglou.gis.fault.Fault;

/**
 * A filter as it was written, and where in it something stands. Keeps from the parser what would
 * cost it more than the answer is worth: it recurses at each bracket, and reads a database of
 * coordinate systems when it meets the name of one.
 */
final class FilterText {
  private static final String POINTER = "/filter";
  private static final int LONGEST = 20_000;
  private static final int DEEPEST = 60;
  private static final int SHOWN = 24;
  private static final Pattern QUOTED = Pattern.compile("'[^']*+'|\"[^\"]*+\"");
  private static final Pattern OTHER_CRS =
      Pattern.compile("(?i)\\bSRID\\s*=\\s*\\d+\\s*;|\\bBBOX\\s*\\([^()]*\\x00");
  private static final Pattern COLUMN = Pattern.compile("line (\\d+), column (\\d+)");

  private final String text;
  // Of the same length, with what stands in quotes blackened.
  private final String bare;

  FilterText(String text) {
    if (text.length() > LONGEST) {
      throw Fault.invalid(POINTER, "filter.too_long", text.length(), LONGEST);
    }
    this.text = text;
    this.bare = QUOTED.matcher(text).replaceAll(found -> "\0".repeat(found.group().length()));
  }

  Filter parse() {
    refuseDepth();
    var crs = OTHER_CRS.matcher(bare);
    if (crs.find()) {
      throw fault("filter.crs", crs.start());
    }
    try {
      return ECQL.toFilter(text);
    } catch (CQLException e) {
      throw unreadable(e);
    } catch (TokenMgrError e) {
      throw unreadable(e);
    }
  }

  /** A fault that shows the place where the name stands. */
  Fault at(String name, String code, Object... more) {
    int found = text.indexOf(name);
    var args = new Object[2 + more.length];
    args[0] = Math.max(0, found) + 1;
    args[1] = name;
    System.arraycopy(more, 0, args, 2, more.length);
    return Fault.invalid(POINTER, code, args);
  }

  private void refuseDepth() {
    int depth = 0;
    for (int i = 0; i < bare.length(); i++) {
      depth += bare.charAt(i) == '(' || bare.charAt(i) == '[' ? 1 : 0;
      depth -= bare.charAt(i) == ')' || bare.charAt(i) == ']' ? 1 : 0;
      if (depth > DEEPEST) {
        throw Fault.invalid(POINTER, "filter.too_deep", i + 1, DEEPEST);
      }
    }
  }

  private Fault unreadable(Throwable e) {
    var place = COLUMN.matcher(String.valueOf(e.getMessage()));
    int at = place.find() ? offset(place.group(1), place.group(2)) : 0;
    return fault("filter.unreadable", Math.min(Math.max(0, at), text.length()));
  }

  /** The parser counts lines and columns from 1. */
  private int offset(String line, String column) {
    int start = 0;
    for (int i = 1; i < Integer.parseInt(line); i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + Integer.parseInt(column) - 1;
  }

  private Fault fault(String code, int at) {
    var near = text.substring(at, Math.min(text.length(), at + SHOWN));
    return Fault.invalid(POINTER, code, at + 1, near);
  }
}
