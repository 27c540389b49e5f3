/**
 * The way to PostgreSQL: the private cluster, migrations, and transactions that always stand in a
 * realm. Any domain may use it; it knows none.
 */
package org.wanglou.gis.db;
