package vn.vanthu.confirmation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.vanthu.message.MailId;

/**
 * A mail from outside that was delivered though some of it could not be read.
 *
 * @param subject empty for none, or when it was erased
 * @param unread {@link Concern#reason}'s detail: path and reason of each part, separated by commas
 */
public record UnreadMail(
        MailId id, Instant arrivedAt, String sender, String recipients, String subject, String unread) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");
    private static final int LONGEST = 200;

    /** For people, one line. */
    public String line(ZoneId zone) {
        String parts = Arrays.stream(unread.split(", ")).map(UnreadMail::part).collect(Collectors.joining(", "));
        return "- " + TIME.format(arrivedAt.atZone(zone)) + ", từ " + shown(sender) + ", gửi " + shown(recipients)
                + (subject.isEmpty() ? "" : ", \"" + shown(subject) + "\"") + ", mã thư " + id + ": " + shown(parts);
    }

    private static String part(String pathAndReason) {
        int border = pathAndReason.lastIndexOf(": ");
        return border < 0
                ? pathAndReason
                : "phần " + pathAndReason.substring(0, border) + " "
                        + Concern.inWords(pathAndReason.substring(border + 2));
    }

    private static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
