@NullMarked
package vn.vanthu.text;

import org.jspecify.annotations.NullMarked;
