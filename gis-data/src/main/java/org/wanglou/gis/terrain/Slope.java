package org.wanglou.gis.terrain;

import java.util.OptionalDouble;

/**
 * How steep the ground is and which way it falls.
 *
 * @param degrees 0 is level
 * @param aspectDegrees the direction downhill, clockwise from north; empty on level ground
 */
public record Slope(double degrees, OptionalDouble aspectDegrees) {}
