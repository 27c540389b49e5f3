/** Reading of columns that several domains have. Knows no domain. */
package org.wanglou.command.db;
