/**
 * The sample county: Xi County 隰县 with its real outline (simplified by hand), divisions and census
 * figure, and with invented ground, rivers, roads, settlements, forces and layers. The same bytes
 * on every run. Start at {@link org.wanglou.gis.sample.SampleCounty}; everything else is a step it
 * takes: ground ({@code Terrain}, {@code Outskirts}, {@code Relief}), people, roads, then one class
 * for each group of layers, which all read the finished {@code Scene}.
 */
package org.wanglou.gis.sample;
