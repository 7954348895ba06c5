/** One corrected class of James 3.8.1; see its comment. */
@NullMarked
package org.apache.james.imapserver.netty;

import org.jspecify.annotations.NullMarked;
