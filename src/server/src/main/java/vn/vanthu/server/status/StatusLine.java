package vn.vanthu.server.status;

/**
 * One thing that was looked at.
 *
 * @param name stable, for programs: {@code disk}
 * @param value stable, for programs: a number or a word
 * @param vietnamese what was found and, when something must be done, what
 * @param english the same
 */
public record StatusLine(String name, Level level, String value, String vietnamese, String english) {

    /** Whether somebody must act. */
    public enum Level {
        OK,
        /** Soon. */
        WARNING,
        /** Now. */
        ALARM;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean needsSomebody() {
        return level != Level.OK;
    }

    static StatusLine ok(String name, Object value, String vietnamese, String english) {
        return new StatusLine(name, Level.OK, value.toString(), vietnamese, english);
    }

    static StatusLine warning(String name, Object value, String vietnamese, String english) {
        return new StatusLine(name, Level.WARNING, value.toString(), vietnamese, english);
    }

    static StatusLine alarm(String name, Object value, String vietnamese, String english) {
        return new StatusLine(name, Level.ALARM, value.toString(), vietnamese, english);
    }
}
