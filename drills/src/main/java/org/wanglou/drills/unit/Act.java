package org.wanglou.drills.unit;

/** What a unit tells the centre about its order, in this sequence. */
public enum Act {
  ACKNOWLEDGE(Phase.ACKNOWLEDGED),
  DEPART(Phase.EN_ROUTE),
  ARRIVE(Phase.ON_SCENE),
  COMPLETE(Phase.COMPLETE);

  /** What the unit is doing from then on. */
  final Phase leadsTo;

  Act(Phase leadsTo) {
    this.leadsTo = leadsTo;
  }
}
