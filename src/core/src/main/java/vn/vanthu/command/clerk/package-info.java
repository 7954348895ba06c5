/**
 * What the clerk does by mail to the register's address: CẤP SỐ, VÀO SỔ, SỬA, HỦY, IN SỔ, TÌM.
 *
 * <p>All of them are for the clerk (văn thư) and the head of the office. Dates are written 23/11/2026. What cannot be
 * understood, a line with an unknown key, or a value that is too long stops the whole command: nothing is entered in part.
 */
@NullMarked
package vn.vanthu.command.clerk;

import org.jspecify.annotations.NullMarked;
