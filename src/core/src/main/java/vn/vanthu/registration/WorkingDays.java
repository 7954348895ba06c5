package vn.vanthu.registration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Until when a document must be entered: on the day of arrival, at the latest the next working day (NĐ 30/2020, Điều 22). */
public final class WorkingDays {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalTime END = LocalTime.of(17, 0);

    private WorkingDays() {}

    /** @param urgent whether it bears an urgency mark: then at once, which is one hour, or the begin of the next day */
    public static Instant due(Instant arrivedAt, boolean urgent) {
        LocalDate arrived = arrivedAt.atZone(ZONE).toLocalDate();
        Instant endOfDay = arrived.atTime(END).atZone(ZONE).toInstant();
        Instant inAnHour = arrivedAt.plusSeconds(3600);
        if (urgent && isWorkingDay(arrived) && inAnHour.isBefore(endOfDay)) {
            return inAnHour;
        }
        LocalDate next = next(arrived);
        return urgent
                ? next.atTime(8, 0).atZone(ZONE).toInstant()
                : next.atTime(END).atZone(ZONE).toInstant();
    }

    public static LocalDate next(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    public static LocalDate previous(LocalDate day) {
        LocalDate previous = day.minusDays(1);
        while (!isWorkingDay(previous)) {
            previous = previous.minusDays(1);
        }
        return previous;
    }

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
