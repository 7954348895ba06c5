package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.DkimCheck;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Notices;
import vn.vanthu.james.Originals;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.document.MailDocuments;
import vn.vanthu.message.MailId;
import vn.vanthu.message.text.LegacyLine;
import vn.vanthu.message.text.MessageConversion;
import vn.vanthu.message.text.MessageConverter;
import vn.vanthu.message.text.OfficeFiles;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.text.VietnameseText;

/**
 * Brings every text of the mail to Unicode by TCVN 6909:2001 (Điều 3 khoản 5, Điều 7 khoản 2): text and HTML parts, Subject,
 * display names, names of attachments, nested messages. What needs no change stays byte for byte; what is signed or
 * encrypted is never touched. {@code X-VanThu-Text} says which part was what.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.ConvertToUnicode"&gt;
 *   &lt;outgoing&gt;convert&lt;/outgoing&gt;
 *   &lt;officeFiles&gt;flag&lt;/officeFiles&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code outgoing}: what happens to legacy text of our own people: {@code convert} (default), or {@code refuse}: the
 *       sender gets it back with the line that is not Unicode;
 *   <li>{@code officeFiles}: what happens to attached Word, Excel, PowerPoint, OpenDocument and RTF files in legacy fonts,
 *       which are never altered: {@code ignore}, {@code flag} (default): told in the header and the register, or {@code
 *       attachCopy}: a converted copy is put beside the original.
 * </ul>
 *
 * Before a signed message is altered its DKIM signature is verified, and the result written into
 * {@code Authentication-Results}. The original is kept: {@code ./vanthu text original MA_THU}.
 */
public final class ConvertToUnicode extends GenericMailet {

    private static final String HEADER = "X-VanThu-Text";
    private static final String RULE = "ConvertToUnicode";
    private static final String CLAUSE = "Điều 3 khoản 5; Điều 7 khoản 2";

    private final Register register;
    private final Originals originals;
    private final DkimCheck dkim;
    private final Notices notices;
    private final Clock clock;
    private static final Map<String, OfficeFiles> OFFICE_FILES =
            Map.of("ignore", OfficeFiles.IGNORE, "flag", OfficeFiles.FLAG, "attachCopy", OfficeFiles.ATTACH_COPY);

    private final VietnameseText engine;
    private MessageConverter converter;
    private boolean refusesOutgoing;

    @Inject
    public ConvertToUnicode(
            VietnameseText engine,
            Register register,
            Originals originals,
            DkimCheck dkim,
            Notices notices,
            Clock clock) {
        this.engine = engine;
        this.converter = new MessageConverter(engine, OfficeFiles.FLAG);
        this.register = register;
        this.originals = originals;
        this.dkim = dkim;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void init() throws MessagingException {
        Parameters parameters = new Parameters(getMailetConfig(), "outgoing", "officeFiles");
        String outgoing = parameters.text("outgoing", "convert");
        if (!List.of("convert", "refuse").contains(outgoing)) {
            throw parameters.wrong("outgoing", outgoing, "convert, refuse");
        }
        refusesOutgoing = outgoing.equals("refuse");
        String office = parameters.text("officeFiles", "flag");
        OfficeFiles policy = OFFICE_FILES.get(office);
        if (policy == null) {
            throw parameters.wrong("officeFiles", office, "ignore, flag, attachCopy");
        }
        converter = new MessageConverter(engine, policy);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        byte[] message = bytesOf(mail);
        if (refusesOutgoing && isOurs(mail)) {
            Optional<LegacyLine> line = converter.firstLegacyLine(message);
            if (line.isPresent()) {
                refuse(mail, line.get());
                return;
            }
        }
        MessageConversion conversion = converter.convert(message);
        if (!conversion.summary().isEmpty()) {
            carryOut(mail, message, conversion);
        }
    }

    private void carryOut(Mail mail, byte[] message, MessageConversion conversion) throws MessagingException {
        MailId id = MailIds.of(mail);
        String signature = conversion.changed() ? dkim.result(mail, message) : "";
        Reason reason = conversion.changed()
                ? Reason.of("text-converted", CLAUSE, "Chữ trong thư đã được chuyển sang Unicode TCVN 6909:2001.")
                : Reason.of("text-doubtful", CLAUSE, "Thư có đoạn chữ có thể không phải Unicode; được giữ nguyên.");
        Decision decision = Decision.deliver(reason.withDetail((conversion.summary() + " " + signature).strip()));
        if (!Waiting.orLater(mail, getMailetContext(), () -> register.decided(id, RULE, decision))) {
            return;
        }
        if (conversion.changed()) {
            replace(mail, id, message, conversion.bytes());
        }
        if (!signature.isEmpty() && mail.getMessage().getHeader("Authentication-Results") == null) {
            mail.getMessage().addHeader("Authentication-Results", signature);
        }
        mail.getMessage().addHeader(HEADER, conversion.summary());
    }

    private void replace(Mail mail, MailId id, byte[] before, byte[] after) throws MessagingException {
        try {
            originals.keep(id, before);
        } catch (IOException e) {
            throw new MessagingException("the original of mail " + id + " cannot be kept", e);
        }
        MailDocuments.forget(mail);
        ((MailImpl) mail)
                .setMessageContent(
                        MimeMessageInputStreamSource.create(mail.getName(), new ByteArrayInputStream(after)));
    }

    private void refuse(Mail mail, LegacyLine line) throws MessagingException {
        MailId id = MailIds.of(mail);
        Reason reason = Reason.of(
                "text-not-unicode",
                CLAUSE,
                "Thư chưa được gửi vì có chữ không phải Unicode (bảng mã "
                        + line.encoding().id() + ", phần " + line.part() + "):\r\n\r\n    " + line.line()
                        + "\r\n\r\nViệc cần làm: soạn lại bằng bộ gõ và phông chữ Unicode (ví dụ Times New Roman) rồi"
                        + " gửi lại.");
        List<DeliveryEvent> events = mail.getRecipients().stream()
                .map(Addresses::of)
                .map(recipient -> DeliveryEvent.settled(
                        id,
                        recipient,
                        Outcome.REFUSED,
                        clock.instant(),
                        "",
                        "legacy text: " + line.encoding().id()))
                .toList();
        boolean recorded = Waiting.orLater(mail, getMailetContext(), () -> {
            notices.tellSender(mail, reason, "The mail was not sent: it holds text that is not Unicode.");
            register.decided(id, RULE, Decision.refuse(reason));
            register.outcomes(events);
        });
        if (recorded) {
            mail.setState(Mail.GHOST);
        }
    }

    private static boolean isOurs(Mail mail) {
        return SubmittedMail.of(mail).filter(from -> !from.login().isEmpty()).isPresent();
    }

    private static byte[] bytesOf(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
