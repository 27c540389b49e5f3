package org.wanglou.gis.layer;

import org.wanglou.gis.layer.Change.Act;

/**
 * One line of a feature's history.
 *
 * @param feature as it was from then on; of a removal, as it was until then
 */
public record FeatureVersion(Feature feature, Act act) {}
