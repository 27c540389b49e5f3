package org.wanglou.gis.layer;

/** How a datum came to be. SYNTHETIC is watermarked wherever it shows. */
public enum Provenance {
  SURVEYED,
  IMPORTED,
  REPORTED,
  SYNTHETIC
}
