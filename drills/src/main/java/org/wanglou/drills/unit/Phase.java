package org.wanglou.drills.unit;

/** What a unit is doing about its order. */
public enum Phase {
  ORDERED,
  ACKNOWLEDGED,
  EN_ROUTE,
  ON_SCENE,
  COMPLETE,
  COUNTERMANDED
}
