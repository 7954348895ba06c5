package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.decision.Decision;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.HeaderInUnicode;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Notices;
import vn.vanthu.james.OwnSignature;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.SubjectMark;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.Waiting;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.SenderRule;
import vn.vanthu.register.Register;

/**
 * Only the login decides who may be shown as sender; who has none is not one of ours. The SMTP dialogue refuses such mail
 * already; this is the second net, for what came by another way or changed in between. Marks the Subject of outside mail
 * that looks like ours.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.VerifySender"&gt;
 *   &lt;errorProcessor&gt;unverified&lt;/errorProcessor&gt;
 *   &lt;outsideMark&gt;[Ngoài cơ quan]&lt;/outsideMark&gt;
 *   &lt;listMark&gt;[Qua danh sách thư]&lt;/listMark&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code errorProcessor}: where a mail with a false sender goes. It is never sent back: the sender is not known; the
 *       login that sent it, if any, is told.
 *   <li>{@code outsideMark}: before the Subject of mail from outside that shows the agency's or a leader's name.
 *   <li>{@code listMark}: before the Subject of our own signed mail that a list sends back.
 * </ul>
 *
 * Stands right behind {@link RecordMail}. While the register is away the mail waits.
 */
public final class VerifySender extends GenericMailet {

    private static final String RULE = "VerifySender";

    private final LiveOrganization organization;
    private final MessageReader messages;
    private final HeaderInUnicode unicode;
    private final OwnSignature ownSignature;
    private final Register register;
    private final Notices notices;
    private final SubjectMark subjects;
    private final Clock clock;
    private String errorProcessor = "";
    private String outsideMark = "";
    private String listMark = "";

    @Inject
    public VerifySender(
            LiveOrganization organization,
            MessageReader messages,
            HeaderInUnicode unicode,
            OwnSignature ownSignature,
            Register register,
            Notices notices,
            SubjectMark subjects,
            Clock clock) {
        this.organization = organization;
        this.messages = messages;
        this.unicode = unicode;
        this.ownSignature = ownSignature;
        this.register = register;
        this.notices = notices;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(getMailetConfig(), "errorProcessor", "outsideMark", "listMark");
        errorProcessor = parameters.text("errorProcessor", "unverified");
        outsideMark = parameters.text("outsideMark", "[Ngoài cơ quan]");
        listMark = parameters.text("listMark", "[Qua danh sách thư]");
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Decision decision = decide(mail);
        switch (decision.reason().code()) {
            case SenderRule.OUTSIDE_LOOKS_INSIDE -> mark(mail, outsideMark, decision);
            case SenderRule.BACK_THROUGH_LIST -> mark(mail, listMark, decision);
            default -> {
                if (decision.verdict() == Decision.Verdict.REFUSE) {
                    putAside(mail, decision);
                }
            }
        }
    }

    private Decision decide(Mail mail) throws MessagingException {
        SenderRule rule = new SenderRule(organization.get(), LocalDate.now(clock));
        MessageView asItCame = header(mail);
        MessageView readable = unicode.of(mail, asItCame);
        String envelope = Addresses.of(mail.getMaybeSender());
        Optional<SubmittedMail> submitted = SubmittedMail.of(mail);
        List<Decision> decisions;
        if (submitted.isEmpty()) {
            decisions = List.of(rule.fromGateway(envelope, asItCame));
        } else if (submitted.get().login().isEmpty()) {
            boolean signed =
                    rule.fromOutside(asItCame, false).verdict() == Decision.Verdict.REFUSE && ownSignature.isOn(mail);
            decisions = List.of(
                    rule.fromOutside(envelope), rule.fromOutside(asItCame, signed), rule.fromOutside(readable, signed));
        } else {
            String login = submitted.get().login();
            decisions = List.of(
                    rule.fromLogin(login, envelope), rule.fromLogin(login, asItCame), rule.fromLogin(login, readable));
        }
        return strictest(decisions);
    }

    private static Decision strictest(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.verdict() == Decision.Verdict.REFUSE)
                .findFirst()
                .orElse(decisions.get(decisions.size() - 1));
    }

    private MessageView header(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return messages.header(in);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }

    private void mark(Mail mail, String text, Decision decision) throws MessagingException {
        MailId id = MailIds.of(mail);
        if (Waiting.orLater(mail, getMailetContext(), () -> register.decided(id, RULE, decision))) {
            subjects.put(mail, text, decision.reason().code());
        }
    }

    private void putAside(Mail mail, Decision decision) throws MessagingException {
        MailId id = MailIds.of(mail);
        boolean recorded = Waiting.orLater(mail, getMailetContext(), () -> {
            register.decided(id, RULE, decision);
            Optional<String> login =
                    SubmittedMail.of(mail).map(SubmittedMail::login).filter(name -> !name.isEmpty());
            if (login.isPresent()) {
                notices.tell(
                        "verify-sender-" + id.value(),
                        List.of(login.get()),
                        "Thư chưa được gửi / mail not sent",
                        text(decision, id));
            }
        });
        if (recorded) {
            mail.setState(errorProcessor);
        }
    }

    private static String text(Decision decision, MailId id) {
        return decision.reason().text() + "\n\nThư không được gửi. Việc cần làm: sửa người gửi rồi gửi lại.\n\nCăn cứ: "
                + decision.reason().clause() + " của Quy chế. Mã thư: " + id.value()
                + "\n\n--\nThe mail was not sent: the sender must be your own, as your login says. Mail id: "
                + id.value() + "\n";
    }
}
