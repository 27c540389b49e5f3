package org.wanglou.gis.road;

/**
 * Driving times and lengths from each source (row) to each target (column); NaN where there is no
 * way or a point is too far from any road.
 */
@SuppressWarnings("ArrayRecordComponent") // a large table of numbers, handed over, not compared
public record Matrix(double[][] durationsS, double[][] distancesM) {}
