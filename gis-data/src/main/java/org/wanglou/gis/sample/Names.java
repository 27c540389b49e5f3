package org.wanglou.gis.sample;

/** How invented things are named: a real name on an invented course always carries the mark. */
final class Names {
  /** "Synthetic". */
  static final String MARK = "（合成）";

  static final String NATIONAL_REF = "G209";
  static final String NATIONAL_ROAD = "209国道" + MARK;

  private Names() {}
}
