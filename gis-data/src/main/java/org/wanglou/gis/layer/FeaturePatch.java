package org.wanglou.gis.layer;

/** What an edit makes of a feature. */
@FunctionalInterface
public interface FeaturePatch {
  /**
   * @param before the feature as it is, with the revision that the edit was made on
   */
  NewFeature applyTo(NewFeature before);
}
