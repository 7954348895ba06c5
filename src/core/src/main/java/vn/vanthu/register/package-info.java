/**
 * The register as the rest of VanThu sees it: what is written about a mail, and the promise that it is durable.
 *
 * <p>Every write has a unique key (mail, step, recipient); done again after a crash it changes nothing. Nothing is ever
 * updated or deleted: states are events, and views show the newest.
 */
@NullMarked
package vn.vanthu.register;

import org.jspecify.annotations.NullMarked;
