@NullMarked
package vn.vanthu.limit;

import org.jspecify.annotations.NullMarked;
