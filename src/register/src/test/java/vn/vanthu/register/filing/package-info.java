@NullMarked
package vn.vanthu.register.filing;

import org.jspecify.annotations.NullMarked;
