package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.DocumentReader;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;

/** What a mail carries, read once on its way through the pipeline. */
public final class MailDocuments {

    private static final AttributeName READ = AttributeName.of("vanthu.documents");

    /** A picture in which nobody writes is no document; one of a kind that cannot be looked at may be (HEIC, DjVu). */
    private static final Set<String> NOT_OF_INTEREST = Set.of("image-without-text", "unknown-type");

    /** The parts of a mail as text, and the administrative documents among them. */
    public record Read(List<ReadPart> parts, List<OfficialDocument> documents) {

        /** The part that a document stands in. */
        public ReadPart partOf(OfficialDocument document) {
            return parts.stream()
                    .filter(part -> part.path().equals(document.part()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final ContentReader contents;
    private final DocumentReader documents;

    @Inject
    public MailDocuments(ContentReader contents, DocumentReader documents) {
        this.contents = contents;
        this.documents = documents;
    }

    /** Reads the mail; it may take seconds. What was read is forgotten when the mail goes into a queue. */
    public Read of(Mail mail) throws MessagingException {
        Optional<Read> known = mail.getAttribute(READ)
                .map(attribute -> attribute.getValue().value())
                .filter(Read.class::isInstance)
                .map(Read.class::cast);
        return known.isPresent() ? known.get() : read(mail);
    }

    /** Whether a file could not be read that may be a document. */
    public static boolean mayHideDocument(ReadPart part) {
        boolean picture =
                part.unread().equals("unknown-type") && part.mediaType().startsWith("image/");
        return part.isUnread() && !part.body() && (picture || !NOT_OF_INTEREST.contains(part.unread()));
    }

    /** For a mailet after which the message is altered: the next one reads it as it is then. */
    public static void forget(Mail mail) {
        mail.removeAttribute(READ);
    }

    private Read read(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            List<ReadPart> parts = contents.read(in);
            Read read = new Read(parts, documents.documents(parts));
            mail.setAttribute(new Attribute(READ, AttributeValue.ofUnserializable(read)));
            return read;
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
