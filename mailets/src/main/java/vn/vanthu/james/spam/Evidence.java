package vn.vanthu.james.spam;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.mailet.Mail;
import vn.vanthu.command.clerk.DocumentLines;
import vn.vanthu.confirmation.Concern;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.james.document.MailDocuments;
import vn.vanthu.quarantine.Danger;
import vn.vanthu.quarantine.Dangers;
import vn.vanthu.quarantine.QuarantineRule.Content;
import vn.vanthu.quarantine.QuarantineRule.Dmarc;
import vn.vanthu.quarantine.QuarantineRule.Facts;

/** Gathers from a mail what {@link vn.vanthu.quarantine.QuarantineRule} decides by. */
public final class Evidence {

    private static final int MOST_TOLD = 5;
    /** The domain asks that mail which fails is put aside. */
    private static final Pattern FORGED = Pattern.compile("(?:^|,)DMARC_(?:QUARANTINE|REJECT)=");

    private final MailDocuments documents;

    /** @param alert what the clerk is told of its documents; empty when there are none */
    public record Found(Facts facts, String alert) {}

    @Inject
    public Evidence(MailDocuments documents) {
        this.documents = documents;
    }

    /** Whether its files or its sender may be a reason to keep it back, whatever its score. */
    public boolean isNeeded(Mail mail) throws MessagingException {
        return dmarc(mail) == Dmarc.FORGED || mayCarryFiles(mail.getMessage());
    }

    private static boolean mayCarryFiles(MimeMessage message) throws MessagingException {
        boolean text = message.isMimeType("text/plain") || message.isMimeType("text/html");
        return !text || message.getHeader("Content-Disposition") != null;
    }

    /** @param viruses that were found in it */
    public Found of(Mail mail, byte[] message, boolean spam, List<Danger> viruses) throws MessagingException {
        MailDocuments.Read read = documents.of(mail);
        // What follows may alter the message.
        MailDocuments.forget(mail);
        List<OfficialDocument> found = read.documents();
        List<Danger> dangers = new ArrayList<>(viruses);
        if (spam || !found.isEmpty()) {
            dangers.addAll(Dangers.in(message, read.parts()));
        }
        String detail = "score=" + SpamMark.points(mail).orElse(0.0) + " tests=" + SpamMark.symbols(mail);
        Content content = content(found, read.parts());
        // A virus in what cannot be read is nothing for the clerk.
        String alert = content == Content.UNREAD && viruses.isEmpty() ? unread(read.parts()) : told(found);
        return new Found(new Facts(spam, content, dmarc(mail), dangers, detail), alert);
    }

    /** What these documents and parts make of a mail. */
    public static Content content(List<OfficialDocument> documents, List<ReadPart> parts) {
        if (!documents.isEmpty()) {
            return Content.DOCUMENT;
        }
        return parts.stream().anyMatch(MailDocuments::mayHideDocument) ? Content.UNREAD : Content.OTHER;
    }

    private static String unread(List<ReadPart> parts) {
        List<ReadPart> unread =
                parts.stream().filter(MailDocuments::mayHideDocument).toList();
        return "Tệp không đọc được:\n" + new Concern(List.of(), unread).list() + "\n";
    }

    private static String told(List<OfficialDocument> documents) {
        return documents.stream()
                .limit(MOST_TOLD)
                .map(document -> DocumentLines.show(document.fields()))
                .collect(Collectors.joining("\n"));
    }

    private static Dmarc dmarc(Mail mail) throws MessagingException {
        if (FORGED.matcher(SpamMark.symbols(mail)).find()) {
            return Dmarc.FORGED;
        }
        String[] results = mail.getMessage().getHeader("Authentication-Results");
        boolean fails = results != null
                && Arrays.stream(results)
                        .anyMatch(result -> result.replaceAll("\\s+", " ").contains("dmarc=fail"));
        return fails ? Dmarc.FAILS : Dmarc.OTHER;
    }
}
