package org.wanglou.gis.sample;

import org.wanglou.gis.dataset.Dataset;

/** The sample county, generated once for all tests that only look at it. */
final class Xixian {
  static final Dataset COUNTY = SampleCounty.xixian();

  private Xixian() {}
}
