/**
 * Configuration that is checked whole: every problem of every file is listed at once, so that an administrator mends it
 * in one go.
 */
@NullMarked
package vn.vanthu.config;

import org.jspecify.annotations.NullMarked;
