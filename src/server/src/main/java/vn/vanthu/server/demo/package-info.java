/** {@code ./vanthu demo}: a working day of the demo office on a real gateway, with an SMTP server as the outside world. */
@NullMarked
package vn.vanthu.server.demo;

import org.jspecify.annotations.NullMarked;
