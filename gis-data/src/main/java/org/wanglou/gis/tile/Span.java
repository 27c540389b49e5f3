package org.wanglou.gis.tile;

/** Whole numbers from first to last, both included. */
record Span(int first, int last) {
  boolean contains(int n) {
    return n >= first && n <= last;
  }
}
