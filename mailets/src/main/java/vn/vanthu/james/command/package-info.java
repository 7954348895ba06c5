/** Commands and answers to questions that come by mail, on James's side. */
@NullMarked
package vn.vanthu.james.command;

import org.jspecify.annotations.NullMarked;
