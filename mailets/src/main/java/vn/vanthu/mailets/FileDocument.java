package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.mail.MessagingException;
import org.apache.james.mailbox.exception.OverQuotaException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.filing.Archive;
import vn.vanthu.filing.FilingPlan;
import vn.vanthu.james.FirstPass;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.approval.Cleared;
import vn.vanthu.james.document.DocumentNumbers;
import vn.vanthu.james.document.FiledFolders;
import vn.vanthu.message.MailId;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Entry;

/**
 * Files the documents of a mail that have a number in a book (Điều 7 khoản 2, Điều 8 khoản 1 điểm a): in the archive on
 * disk, and in a folder of the mailbox, {@code Văn bản đến/2026/11/Thông báo}; each once.
 *
 * <pre><code>
 * &lt;mailet match="HasHeader=X-VanThu-Number" class="vn.vanthu.mailets.FileDocument"&gt;
 *   &lt;later&gt;file&lt;/later&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code later}: where the disk or the mailbox cannot be written now, the mail goes on, and a copy of it is tried
 *       again in this processor, which holds this mailet and {@code Null}. Without it the mail itself waits.
 * </ul>
 *
 * Which documents these are is asked of the register by the mail's id, so the same mailet serves what arrives, what the
 * clerk enters later and what was released for sending; mail without {@code X-VanThu-Number} that does not go out or
 * speaks only for its sender is not asked about. It changes nothing of the mail.
 */
public final class FileDocument extends GenericMailet {

    private static final Logger LOGGER = LoggerFactory.getLogger(FileDocument.class);

    private final Register register;
    private final Arrivals arrivals;
    private final Archive archive;
    private final FiledFolders folders;
    private String later = "";

    @Inject
    public FileDocument(Register register, Arrivals arrivals, Archive archive, FiledFolders folders) {
        this.register = register;
        this.arrivals = arrivals;
        this.archive = archive;
        this.folders = folders;
    }

    @Override
    public void init() throws MessagingException {
        later = new Parameters(getMailetConfig(), "later").text("later", "");
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        if (hasNone(mail)) {
            return;
        }
        try {
            file(mail);
        } catch (IOException | MessagingException | RegisterUnavailableException e) {
            if (later.isEmpty()) {
                Waiting.comeBack(mail, getMailetContext(), e);
            } else {
                LOGGER.warn("mail {} is filed later: {}", MailIds.of(mail), e.getMessage());
                tryLater(mail);
            }
        }
    }

    /** Neither entered as an arrival nor speaking for the office: nothing to ask the register for. */
    private static boolean hasNone(Mail mail) throws MessagingException {
        return Cleared.isOrdinary(mail)
                && FirstPass.is(mail)
                && mail.getMessage().getHeader(DocumentNumbers.HEADER) == null;
    }

    private void file(Mail mail) throws IOException, MessagingException, RegisterUnavailableException {
        MailId id = MailIds.of(mail);
        Archive.Message message = () -> {
            try {
                return new MimeMessageInputStream(mail.getMessage());
            } catch (MessagingException e) {
                throw new IOException("the message cannot be read from the spool", e);
            }
        };
        List<Entry> entries = arrivals.entriesOf(id);
        for (Entry entry : entries) {
            archive.file(entry, message, contentsOfOthers(entry, entries));
            fileInMailbox(id, entry, message);
        }
    }

    private static Set<String> contentsOfOthers(Entry entry, List<Entry> entries) {
        return entries.stream()
                .map(Entry::sha256)
                .filter(content -> !content.isEmpty() && !content.equals(entry.sha256()))
                .collect(Collectors.toSet());
    }

    private void fileInMailbox(MailId id, Entry entry, Archive.Message message)
            throws MessagingException, RegisterUnavailableException {
        if (entry.mailbox().isEmpty()) {
            return;
        }
        Instant receivedAt = register.receivedAt(id).orElse(Instant.EPOCH);
        try {
            folders.file(id, receivedAt, entry.mailbox(), FilingPlan.of(entry).shelves(), message);
        } catch (OverQuotaException e) {
            // It stands in the archive; the delivery itself tells the sender that the mailbox is full.
            LOGGER.warn("mail {} was not filed in {}, which is full", id, entry.mailbox());
        }
    }

    private void tryLater(Mail mail) throws MessagingException {
        MailImpl copy = MailImpl.duplicate(mail);
        try {
            copy.setName("file-" + MailIds.of(mail));
            copy.setState(later);
            FirstPass.clear(copy);
            getMailetContext().sendMail(copy, later);
        } finally {
            copy.dispose();
        }
    }
}
