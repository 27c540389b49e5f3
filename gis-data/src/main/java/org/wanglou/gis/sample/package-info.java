/**
 * The sample county: Xi County 隰县 with its real outline (simplified by hand), divisions and census
 * figure, and with invented ground, rivers, roads, settlements and forces. The same bytes on every
 * run. Start at {@link org.wanglou.gis.sample.SampleCounty}; everything else is a step it takes.
 * Uses only {@code dataset}.
 */
package org.wanglou.gis.sample;
