package vn.vanthu.james.document;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeUtility;
import vn.vanthu.register.book.BookNumber;

/** The numbers of its documents, on the mail itself. */
public final class DocumentNumbers {

    /** {@code 05/2026}; several are joined by commas. */
    public static final String HEADER = "X-VanThu-Number";

    private DocumentNumbers() {}

    /**
     * Writes the numbers into the header, without touching anything else.
     *
     * @param subjectMark put before the Subject, with {@code %s} for the numbers; empty leaves the Subject alone
     */
    public static void show(MimeMessage message, List<BookNumber> numbers, String subjectMark)
            throws MessagingException {
        String text = numbers.stream()
                .map(number -> number.text() + "/" + number.year())
                .distinct()
                .collect(Collectors.joining(", "));
        message.setHeader(HEADER, text);
        if (!subjectMark.isEmpty()) {
            mark(message, subjectMark.replace("%s", text));
        }
    }

    private static void mark(MimeMessage message, String mark) throws MessagingException {
        String subject = message.getSubject() == null ? "" : message.getSubject();
        if (subject.startsWith(mark)) {
            return;
        }
        try {
            message.setHeader(
                    "Subject", MimeUtility.fold(9, MimeUtility.encodeText(mark + " " + subject, "UTF-8", "B")));
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every JDK has UTF-8", e);
        }
    }
}
