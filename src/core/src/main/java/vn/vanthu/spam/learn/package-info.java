/**
 * What the filter learns from the mail of this office: two learners on one stream of hashed tokens, which know nothing
 * until they are taught, and a file that holds what they know.
 */
@NullMarked
package vn.vanthu.spam.learn;

import org.jspecify.annotations.NullMarked;
