/** How much spam the filter finds, how often it is wrong, how fast it learns, and how fast it is. */
@NullMarked
package vn.vanthu.benchmark.spam;

import org.jspecify.annotations.NullMarked;
