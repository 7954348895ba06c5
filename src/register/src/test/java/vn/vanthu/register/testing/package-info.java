/** What tests of several modules need: a real MariaDB. Published in the test-jar of vanthu-register. */
@NullMarked
package vn.vanthu.register.testing;

import org.jspecify.annotations.NullMarked;
