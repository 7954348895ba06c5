/** The matchers that {@code conf/mailetcontainer.xml} names: predicates on a mail's recipients. */
@NullMarked
package vn.vanthu.matchers;

import org.jspecify.annotations.NullMarked;
