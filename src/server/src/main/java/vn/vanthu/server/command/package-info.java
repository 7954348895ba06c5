/** The commands of {@code ./vanthu}: they read options, call, and print. */
@NullMarked
package vn.vanthu.server.command;

import org.jspecify.annotations.NullMarked;
