/** Making of identifiers. */
package org.wanglou.gis.ids;
