package vn.vanthu.james;

import com.google.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/**
 * Writes that a secret was refused, and tells the Office at once, so that it can telephone. Of mails from outside, which
 * anybody can send by the thousand, it is told once in ten minutes, with how many there were; the register has all of them.
 */
public final class SecretRefusals {

    private static final Logger LOGGER = LoggerFactory.getLogger(SecretRefusals.class);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST_TOLD = 20;

    private final Register register;
    private final LiveOrganization organization;
    private final Notices notices;
    private final Gathered<MailRecord> fromOutside;

    @Inject
    public SecretRefusals(Register register, LiveOrganization organization, Notices notices) {
        this(register, organization, notices, PAUSE);
    }

    SecretRefusals(Register register, LiveOrganization organization, Notices notices, Duration pause) {
        this.register = register;
        this.organization = organization;
        this.notices = notices;
        this.fromOutside = new Gathered<>(pause, MOST_TOLD, this::tell);
    }

    /** @param mail without anything that tells of the content */
    public void record(MailRecord mail, Decision refusal) throws RegisterUnavailableException {
        register.record(mail, "RefuseSecrets", refusal);
        register.outcomes(mail.recipients().stream()
                .map(recipient -> DeliveryEvent.settled(
                        mail.id(), recipient, Outcome.REFUSED, mail.receivedAt(), "", "550 5.7.1"))
                .toList());
        if (mail.login().isEmpty()) {
            fromOutside.add(mail);
        } else {
            tell(new Gathered.Batch<>(List.of(mail), 1));
        }
    }

    private void tell(Gathered.Batch<MailRecord> mails) {
        MailRecord first = mails.first().get(0);
        String subject = mails.count() == 1
                ? "Đã từ chối một thư mang dấu mật (" + first.id() + ")"
                : "Đã từ chối thêm " + mails.count() + " thư mang dấu mật từ bên ngoài (" + first.id() + ")";
        try {
            notices.tell("secret-" + first.id(), office(), subject, text(mails));
        } catch (MessagingException | RuntimeException e) {
            LOGGER.error("the Office could not be told of the refused mail {}", first.id(), e);
        }
    }

    private List<String> office() {
        List<Person> heads = organization.get().withRole(Role.OFFICE_HEAD);
        List<Person> told = heads.isEmpty() ? organization.get().withRole(Role.DIRECTOR) : heads;
        return told.stream().map(Person::address).toList();
    }

    private static String text(Gathered.Batch<MailRecord> mails) {
        int more = mails.count() - mails.first().size();
        String begin = mails.count() == 1
                ? "Hệ thống vừa từ chối một thư mang dấu chỉ độ mật."
                : "Trong 10 phút qua hệ thống đã từ chối " + mails.count() + " thư từ bên ngoài mang dấu chỉ độ mật.";
        return begin + " Nội dung thư không được lưu.\r\n\r\n"
                + mails.first().stream().map(SecretRefusals::facts).collect(Collectors.joining("\r\n"))
                + (more > 0 ? "\r\nvà " + more + " thư nữa (./vanthu audit mail).\r\n" : "")
                + "Căn cứ: " + SecrecyRule.CLAUSE + "\r\n\r\n"
                + "Việc cần làm ngay: gọi điện cho người gửi, đề nghị gửi bằng giấy"
                + " qua đường văn thư hoặc cơ yếu và xóa bản trên máy nối"
                + " mạng.\r\n\r\n"
                + "--\r\n"
                + (mails.count() == 1 ? "A mail" : mails.count() + " mails from outside")
                + " with a secrecy mark was refused; nothing of it was stored."
                + " Please telephone the sender and ask for paper.\r\n";
    }

    private static String facts(MailRecord mail) {
        String from = mail.login().isEmpty() ? mail.envelopeSender() : mail.login();
        return "Lúc: " + TIME.format(mail.receivedAt()) + "\r\n"
                + "Người gửi: " + (from.isEmpty() ? "(không có)" : from) + "\r\n"
                + "Máy gửi: " + mail.clientAddress() + "\r\n"
                + "Người nhận: " + String.join(", ", mail.recipients()) + "\r\n";
    }
}
