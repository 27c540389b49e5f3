package org.wanglou.gis.tile;

import java.util.Optional;

/** A row of base_feature, ready to be drawn; for kind and rank see the table. */
record MapShape(String kind, Optional<String> name, int rank, Outline outline) {}
