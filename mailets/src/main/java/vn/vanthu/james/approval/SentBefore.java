package vn.vanthu.james.approval;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.approval.Releases;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * What a mail may quote of ours: the lines of mails that it answers, and that a leader approved for everyone outside who
 * gets it. The proof is in the held bytes; when they are gone, or at another gateway, nothing is known and the mail is held.
 */
public final class SentBefore {

    private static final Logger LOGGER = LoggerFactory.getLogger(SentBefore.class);

    private final Releases releases;
    private final HeldMails held;
    private final ContentReader contents;

    @Inject
    public SentBefore(Releases releases, HeldMails held, ContentReader contents) {
        this.releases = releases;
        this.held = held;
        this.contents = contents;
    }

    /** The mail with what the register knows of those that it answers. */
    OutgoingMail completed(OutgoingMail mail, Organization organization) throws RegisterUnavailableException {
        List<String> outside = mail.recipients().stream()
                .filter(recipient -> !organization.isInside(recipient))
                .toList();
        return mail.answering(releases.cameFrom(outside, mail.answered()), lines(mail, outside));
    }

    private Predicate<String> lines(OutgoingMail mail, List<String> outside) throws RegisterUnavailableException {
        Set<String> lines = new HashSet<>();
        for (MailId before : releases.approvedFor(mail.answered(), outside)) {
            Optional<HeldMail> hold = held.find(before, Purpose.APPROVAL);
            if (hold.isPresent() && held.isHere(hold.get())) {
                read(hold.get(), lines);
            }
        }
        return lines::contains;
    }

    private void read(HeldMail hold, Set<String> lines) {
        lines.add(OutgoingMail.comparable(hold.subject()));
        try (InputStream message = held.content(hold)) {
            contents.read(message).stream()
                    .filter(ReadPart::body)
                    .flatMap(OutgoingMail::comparable)
                    .forEach(lines::add);
        } catch (IOException e) {
            LOGGER.warn("the approved mail {} cannot be read; what quotes it waits for an approval", hold.mailId(), e);
        }
    }
}
