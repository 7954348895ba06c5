package vn.vanthu.james;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.mail.Header;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import org.apache.james.server.core.MimeMessageInputStream;

/**
 * A header that James's mailbox store can take. It keeps the {@code Content-} fields in columns of a limited length; a longer
 * one would make the mail impossible to store, however often it is tried.
 */
public final class StorableHeader {

    /** Before the name of a field that was too long: it stays readable, and says nothing to programs any more. */
    static final String PREFIX = "X-VanThu-Overlong-";

    /** Shorter than each of the columns; the shortest take 200. */
    private static final int MOST_CHARACTERS = 190;

    /** SQLSTATE class 22: the value itself is wrong, and another try will not help. */
    private static final String DATA_EXCEPTION = "22";

    private StorableHeader() {}

    /** Whether a message was not stored because of what stands in it. */
    public static boolean isMissed(Exception failure) {
        return Throwables.getCausalChain(failure).stream()
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state != null && state.startsWith(DATA_EXCEPTION));
    }

    /** A copy in which the fields that are too long have another name. */
    public static MimeMessage in(MimeMessage message) throws MessagingException {
        MimeMessage copy = copyOf(message);
        List<Header> fields = Collections.list(copy.getAllHeaders());
        for (Header field : fields) {
            boolean structural = field.getName().toLowerCase(Locale.ROOT).startsWith("content-");
            if (structural && field.getValue().length() > MOST_CHARACTERS) {
                copy.removeHeader(field.getName());
                copy.addHeader(PREFIX + field.getName(), field.getValue());
            }
        }
        return copy;
    }

    /** By its bytes: to copy it in another way is to parse the field. */
    private static MimeMessage copyOf(MimeMessage message) throws MessagingException {
        try (InputStream bytes = new MimeMessageInputStream(message)) {
            return new MimeMessage(Session.getInstance(new Properties()), bytes);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
