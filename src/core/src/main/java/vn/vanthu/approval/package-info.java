/**
 * What leaves in the agency's or a unit's name is approved by its leader first (Điều 7 khoản 1, Điều 8 khoản 2).
 *
 * <p>{@link vn.vanthu.approval.SpeaksForAgency} says which mail that is, and by what it shows.
 */
@NullMarked
package vn.vanthu.approval;

import org.jspecify.annotations.NullMarked;
