/** The HTTP side of {@code session}: signing in and out, passwords, users, tokens. */
package org.wanglou.command.account;
