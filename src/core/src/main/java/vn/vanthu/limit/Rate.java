package vn.vanthu.limit;

/** The most in a minute, in an hour and in 24 hours. */
public record Rate(int minute, int hour, int day) {

    public Rate {
        if (minute < 1 || hour < minute || day < hour) {
            throw new IllegalArgumentException(
                    "a rate grows from minute to hour to day: " + minute + ", " + hour + ", " + day);
        }
    }
}
