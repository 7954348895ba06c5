package vn.vanthu.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.approval.LeadersOwnMail;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.approval.Speaking;
import vn.vanthu.approval.SpeaksForAgency;
import vn.vanthu.confirmation.Concern;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.DocumentReader;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.layout.LayoutReader;
import vn.vanthu.james.SecrecyCheck;
import vn.vanthu.james.spam.Evidence;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.ShownSenders;
import vn.vanthu.message.text.MessageConversion;
import vn.vanthu.message.text.MessageConverter;
import vn.vanthu.message.text.PartReport;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.SenderRule;
import vn.vanthu.quarantine.Danger;
import vn.vanthu.quarantine.Dangers;
import vn.vanthu.quarantine.QuarantineRule;
import vn.vanthu.register.Direction;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.spam.SpamFilter;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

/** Puts a message before the same rules that the running gateway asks, in their order. */
public final class Rehearsal {

    private static final int MOST_HEADER_BYTES = 16_000_000;

    /**
     * Who hands the message over, and to whom; what is not given is taken from the header.
     *
     * @param login who logged in; empty for another server on port 25
     */
    public record Envelope(Optional<String> login, Optional<String> sender, List<String> recipients) {}

    /**
     * What would happen.
     *
     * @param texts what would become of each text that is not plain Unicode
     * @param documents the administrative documents in it, and what would become of them
     * @param unread parts that could not be read, in whole or in part
     * @param spam by the message itself: who handed it over is not known here
     */
    public record Result(
            Direction direction,
            Decision decision,
            List<PartReport> texts,
            List<DocumentOutlook> documents,
            List<ReadPart> unread,
            SpamScore spam) {}

    private final Organization organization;
    private final LocalDate today;
    private final SenderRule senders;
    private final Optional<SpeaksForAgency> speaks;
    private final ContentReader contents;
    private final DocumentReader documents = new LayoutReader();
    private final MessageConverter texts = new MessageConverter(VietnameseText.load());
    private final SpamFilter filter;
    private final RehearsalPolicy policy;
    private final DocumentOutlooks outlooks;

    /**
     * @param contents reads the parts of each message; the caller's to close
     * @param lessons what this office taught its spam filter
     */
    public Rehearsal(
            Organization organization,
            RehearsalPolicy policy,
            LocalDate today,
            ContentReader contents,
            Lessons lessons) {
        this.policy = policy;
        this.outlooks = new DocumentOutlooks(organization, policy, today);
        this.filter = new SpamFilter(VietnameseText.load(), lessons);
        this.organization = organization;
        this.today = today;
        this.contents = contents;
        this.senders = new SenderRule(organization, today);
        this.speaks = policy.approval().map(mailboxes -> new SpeaksForAgency(organization, mailboxes));
    }

    /** Decides about one message. */
    public Result play(byte[] message, Envelope envelope) {
        MessageView header = header(message);
        List<String> recipients = envelope.recipients().isEmpty() ? shownRecipients(header) : envelope.recipients();
        Optional<String> login = envelope.login().map(organization::complete);
        MessageConversion conversion = texts.convert(message);
        MessageView readable = conversion.changed() ? header(conversion.bytes()) : header;
        Stream<Decision> refusals = Stream.concat(
                refusals(header, envelope, login, recipients), refusals(readable, envelope, login, recipients));
        List<ReadPart> parts = parts(conversion.bytes());
        List<OfficialDocument> found = documents.documents(parts);
        OutgoingMail mail = new OutgoingMail(
                readable,
                login.orElse(""),
                sender(readable, envelope),
                recipients.stream().map(organization::complete).toList(),
                parts,
                found,
                isAnswer(readable),
                line -> isAnswer(readable));
        SpamScore spam = filter.score(message);
        Optional<Decision> quarantine = login.isEmpty() ? quarantine(message, spam, parts, found) : Optional.empty();
        Direction direction = direction(login, recipients);
        List<DocumentOutlook> outlook = outlooks.of(mail, direction);
        Decision decision = Stream.of(
                        refusals,
                        secrecy(readable, parts, found, direction),
                        quarantine.stream(),
                        places(outlook),
                        approval(mail))
                .flatMap(each -> each)
                .filter(each -> each.verdict() != Decision.Verdict.DELIVER)
                .findFirst()
                .orElseGet(() -> login.isEmpty() && isMarked(readable)
                        ? senders.fromOutside(readable, false)
                        : quarantine.orElseGet(() -> accepted(conversion)));
        return new Result(
                direction,
                decision,
                conversion.parts(),
                outlook,
                parts.stream().filter(ReadPart::isUnread).toList(),
                spam);
    }

    /** Whether it would be kept back as spam; who sent it is not known here. */
    private Optional<Decision> quarantine(
            byte[] message, SpamScore spam, List<ReadPart> parts, List<OfficialDocument> found) {
        if (!policy.hasQuarantine()) {
            return Optional.empty();
        }
        QuarantineRule.Content content = Evidence.content(found, parts);
        boolean likeSpam = spam.points() >= policy.spamFrom();
        List<Danger> dangers = likeSpam || !found.isEmpty() ? Dangers.in(message, parts) : List.of();
        return QuarantineRule.decide(
                new QuarantineRule.Facts(likeSpam, content, QuarantineRule.Dmarc.OTHER, dangers, spam.tests()));
    }

    private Stream<Decision> refusals(
            MessageView header, Envelope envelope, Optional<String> login, List<String> recipients) {
        String sender = sender(header, envelope);
        return Stream.concat(
                login.isPresent()
                        ? Stream.of(senders.fromLogin(login.get(), sender), senders.fromLogin(login.get(), header))
                        : Stream.of(senders.fromOutside(sender), senders.fromOutside(header, false)),
                recipients.stream().map(recipient -> recipient(login.isPresent(), organization.complete(recipient))));
    }

    /** What bears a mark is refused; what somebody must look at waits for a confirmation. */
    private Stream<Decision> secrecy(
            MessageView header, List<ReadPart> parts, List<OfficialDocument> found, Direction direction) {
        Concern concern = policy.confirmation().look(header.subject(), parts, found);
        Stream<Decision> marked = new SecrecyRule().decide(SecrecyCheck.subjects(header), parts).stream();
        return policy.confirmation().holds(concern, direction)
                ? Stream.concat(marked, Stream.of(Decision.hold(concern.reason())))
                : marked;
    }

    /** A document of ours that goes elsewhere than it names, where the sender is asked about that. */
    private Stream<Decision> places(List<DocumentOutlook> documents) {
        boolean differs = documents.stream()
                .flatMap(document -> document.places().stream())
                .anyMatch(places -> !places.isComplete());
        return differs && policy.holdsDiffering()
                ? Stream.of(
                        Decision.hold(Reason.of("places-differ", "Điều 3 khoản 3", "Nơi nhận khác với địa chỉ gửi.")))
                : Stream.empty();
    }

    /** What of our own mail for the outside waits for an approval. */
    private Stream<Decision> approval(OutgoingMail mail) {
        if (speaks.isEmpty()
                || mail.login().isEmpty()
                || mail.recipients().stream().allMatch(organization::isInside)) {
            return Stream.empty();
        }
        Speaking speaking = speaks.get().judge(mail);
        return !speaking.isOfficial() || new LeadersOwnMail(organization, today).is(mail, speaking)
                ? Stream.empty()
                : Stream.of(Decision.hold(SpeaksForAgency.reason(speaking)));
    }

    private List<ReadPart> parts(byte[] message) {
        try {
            return contents.read(new ByteArrayInputStream(message));
        } catch (IOException e) {
            throw new UncheckedIOException("the message's files cannot be read", e);
        }
    }

    private String sender(MessageView header, Envelope envelope) {
        return envelope.sender().map(organization::complete).orElseGet(() -> firstOf(ShownSenders.of(header)));
    }

    /** What the register knows of the mails that it answers is not known here. */
    private static boolean isAnswer(MessageView header) {
        return header.has("In-Reply-To") || header.has("References");
    }

    private boolean isMarked(MessageView header) {
        return senders.fromOutside(header, false).reason().code().equals(SenderRule.OUTSIDE_LOOKS_INSIDE);
    }

    private Decision recipient(boolean loggedIn, String recipient) {
        if (organization.isInside(recipient)) {
            return organization.mailbox(recipient).isPresent()
                    ? accepted("known-recipient", "Người nhận có hộp thư.")
                    : Decision.refuse(Reason.of(
                            "unknown-recipient",
                            "Điều 5",
                            "Không có hộp thư " + recipient + " (bí danh do quản trị đặt không được xét ở đây)."));
        }
        return loggedIn
                ? accepted("relay", "Thư được chuyển ra ngoài.")
                : Decision.refuse(Reason.of(
                        "relay-denied", "Điều 5", "Cổng 25 chỉ nhận thư gửi đến cơ quan: " + recipient + "."));
    }

    private static Decision accepted(MessageConversion conversion) {
        return conversion.changed()
                ? Decision.deliver(Reason.of(
                        "text-converted",
                        "Điều 3 khoản 5; Điều 7 khoản 2",
                        "Thư được nhận; chữ trong thư được chuyển sang Unicode TCVN 6909:2001."))
                : accepted("accepted", "Thư được nhận và chuyển đến người nhận.");
    }

    private static Decision accepted(String code, String text) {
        return Decision.deliver(Reason.of(code, "Điều 1", text));
    }

    private Direction direction(Optional<String> login, List<String> recipients) {
        if (login.isEmpty()) {
            return Direction.INCOMING;
        }
        return recipients.stream().map(organization::complete).allMatch(organization::isInside)
                ? Direction.INTERNAL
                : Direction.OUTGOING;
    }

    private static List<String> shownRecipients(MessageView header) {
        return Stream.concat(header.to().stream(), header.cc().stream())
                .map(HeaderAddress::address)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static String firstOf(ShownSenders shown) {
        return shown.addresses().stream().findFirst().orElse("");
    }

    private static MessageView header(byte[] message) {
        try {
            return new MessageReader(MOST_HEADER_BYTES).header(new ByteArrayInputStream(message));
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be read", e);
        }
    }
}
