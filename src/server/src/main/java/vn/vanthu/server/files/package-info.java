/**
 * James's own configuration files, checked before anything starts: every problem of every file at once, with its line,
 * what is allowed and the nearest known name. James itself ignores unknown names, and tells of the rest in a stack trace,
 * one at a time.
 *
 * <p>Only what this gateway can honour is allowed: settings of James that would open a way around its gates (relaying by
 * address range, James's own logins, its stock SMTP handlers) are unknown here.
 */
@NullMarked
package vn.vanthu.server.files;

import org.jspecify.annotations.NullMarked;
