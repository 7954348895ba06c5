/**
 * How much a login may send outside (Điều 5 khoản 3 điểm i: nobody spreads spam from an official address).
 *
 * <p>{@link vn.vanthu.limit.SendingLimits} says of what was sent in the last day whether it is too much. Addresses
 * that stand in the address book do not count, so a circular to all of them passes; strangers count most, so a stolen account is
 * stopped early. What counts stands in the register, whichever gateway took the mail.
 *
 * <p>A login that went over is stopped ({@link vn.vanthu.limit.Stops}): its outside mail is held, not lost, until the
 * Office, never the login itself, answers ({@link vn.vanthu.limit.LimitTopic}).
 */
@NullMarked
package vn.vanthu.limit;

import org.jspecify.annotations.NullMarked;
