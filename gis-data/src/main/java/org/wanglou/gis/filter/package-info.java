/**
 * Filters as people and programs write them (ECQL, and CQL2 text rewritten to it) as SQL on the
 * table {@code feature}. {@link org.wanglou.gis.filter.SqlFilter} is the door. What comes from
 * outside, names of attributes included, reaches the database only as a bound parameter.
 */
package org.wanglou.gis.filter;
