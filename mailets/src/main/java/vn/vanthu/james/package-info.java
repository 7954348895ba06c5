/**
 * Between James and the core: a James {@code Mail} becomes the core's values here, and what must be durable or tried
 * again is handled here. Mailets stay thin.
 */
@NullMarked
package vn.vanthu.james;

import org.jspecify.annotations.NullMarked;
