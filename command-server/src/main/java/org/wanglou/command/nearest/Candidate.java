package org.wanglou.command.nearest;

import java.util.UUID;
import org.locationtech.jts.geom.Point;
import org.wanglou.gis.road.Profile;

/**
 * Something of the asked kind.
 *
 * @param profile of the vehicle that drives there or comes from there
 */
record Candidate(UUID id, String name, Point place, Profile profile) {}
