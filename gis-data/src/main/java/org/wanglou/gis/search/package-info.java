/**
 * Finding things by what people type: names, pinyin, pinyin initials, codes, kilometre posts and
 * coordinates. The database is the truth; {@link org.wanglou.gis.search.NameIndex} keeps the names
 * in memory, one part for each layer, and asks at every search which parts have changed.
 */
package org.wanglou.gis.search;
