/**
 * The layer catalogue and the features of the layers. A layer type is data: its attributes, their
 * units, labels and enumerations stand in the table layer_type, and a county adds its own. {@link
 * org.wanglou.gis.layer.FeatureStore} is the only writer of features: each change counts up the
 * layer's revision and leaves the former state in feature_past, so that every revision can be read
 * and restored.
 *
 * <p>Layers belong to no realm. Uses {@code db}, {@code fault} and {@code ids}; the dataset's
 * loader, imports, queries and tiles use it.
 */
package org.wanglou.gis.layer;
