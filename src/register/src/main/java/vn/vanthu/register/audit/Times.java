package vn.vanthu.register.audit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the views hold them (local, +07:00) and as people and programs read them. */
final class Times {

    static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    private Times() {}

    static String iso(LocalDateTime local) {
        return local.atOffset(OFFSET).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, OFFSET);
    }
}
