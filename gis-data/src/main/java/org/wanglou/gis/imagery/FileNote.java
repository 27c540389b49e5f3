package org.wanglou.gis.imagery;

import java.util.Optional;

/**
 * What is known of a file or folder before it is opened.
 *
 * @param file its name in the folder of imagery
 * @param name empty: as the file says
 */
record FileNote(
    String id,
    String file,
    String revision,
    Optional<String> name,
    Optional<String> attribution,
    Optional<String> date,
    Datum datum) {}
