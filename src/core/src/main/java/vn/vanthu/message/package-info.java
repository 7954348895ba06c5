/**
 * A message as the rules see it: read from the raw bytes with MIME4J, one parser for every rule.
 */
@NullMarked
package vn.vanthu.message;

import org.jspecify.annotations.NullMarked;
