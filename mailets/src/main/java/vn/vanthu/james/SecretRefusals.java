package vn.vanthu.james;

import com.google.inject.Inject;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.decision.Decision;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.secrecy.SecrecyRule;

/** Writes that a secret was refused, and tells the Office at once, so that it can telephone. */
public final class SecretRefusals {

    private static final Logger LOGGER = LoggerFactory.getLogger(SecretRefusals.class);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Register register;
    private final LiveOrganization organization;
    private final Notices notices;

    @Inject
    public SecretRefusals(Register register, LiveOrganization organization, Notices notices) {
        this.register = register;
        this.organization = organization;
        this.notices = notices;
    }

    /** @param mail without anything that tells of the content */
    public void record(MailRecord mail, Decision refusal) throws RegisterUnavailableException {
        register.record(mail, "RefuseSecrets", refusal);
        register.outcomes(mail.recipients().stream()
                .map(recipient -> DeliveryEvent.settled(
                        mail.id(), recipient, Outcome.REFUSED, mail.receivedAt(), "", "550 5.7.1"))
                .toList());
        try {
            notices.tell(
                    "secret-" + mail.id(), office(), "Đã từ chối một thư mang dấu mật (" + mail.id() + ")", text(mail));
        } catch (MessagingException e) {
            LOGGER.error("the Office could not be told of the refused mail {}", mail.id(), e);
        }
    }

    private List<String> office() {
        List<Person> heads = organization.get().withRole(Role.OFFICE_HEAD);
        List<Person> told = heads.isEmpty() ? organization.get().withRole(Role.DIRECTOR) : heads;
        return told.stream().map(Person::address).toList();
    }

    private static String text(MailRecord mail) {
        String from = mail.login().isEmpty() ? mail.envelopeSender() : mail.login();
        return "Hệ thống vừa từ chối một thư mang dấu chỉ độ mật. Nội dung thư không được lưu.\r\n\r\n"
                + "Lúc: " + TIME.format(mail.receivedAt()) + "\r\n"
                + "Người gửi: " + (from.isEmpty() ? "(không có)" : from) + "\r\n"
                + "Máy gửi: " + mail.clientAddress() + "\r\n"
                + "Người nhận: " + String.join(", ", mail.recipients()) + "\r\n"
                + "Căn cứ: " + SecrecyRule.CLAUSE + "\r\n\r\n"
                + "Việc cần làm ngay: gọi điện cho người gửi, đề nghị gửi bằng giấy"
                + " qua đường văn thư hoặc cơ yếu và xóa bản trên máy nối"
                + " mạng.\r\n\r\n"
                + "--\r\n"
                + "A mail with a secrecy mark was refused; nothing of it was stored."
                + " Please telephone the sender and ask for paper.\r\n";
    }
}
