package vn.vanthu.james.document;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import vn.vanthu.command.clerk.DocumentLines;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.Notice;
import vn.vanthu.james.Notices;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.WaitingDocument;
import vn.vanthu.registration.DocumentKey;
import vn.vanthu.registration.Doubt;
import vn.vanthu.registration.WorkingDays;

/** Puts documents before the clerk: they wait in the register, the mail's bytes are kept, and a mail asks. Each once. */
public final class ClerkDesk {

    static final String TOPIC = "register";

    /** Then a question is over; the document waits on, and is entered by the command VÀO SỔ. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final int MOST_LISTED = 40;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String WHAT_TO_DO =
            "Việc cần làm: bấm Trả lời (Reply) thư này. Nếu đúng, dòng đầu tiên ghi:\n\n    VÀO SỔ\n\n"
                    + "Nếu phải sửa hoặc bổ sung, thêm ngay bên dưới những dòng ấy, ví dụ:\n\n"
                    + "    VÀO SỔ\n    Trích yếu: Về việc ...\n    Ngày: 20/11/2026\n\n"
                    + "Nếu không phải văn bản phải đăng ký:\n\n    KHÔNG VÀO SỔ\n    Lý do: ...\n\n";
    private static final String WHAT_TO_DO_WITH_SEVERAL =
            "Việc cần làm: mở thư, mỗi văn bản phải đăng ký thì chuyển tiếp (Forward) tới địa chỉ sổ hoặc gửi lệnh VÀO SỔ"
                    + " tới đó. Xong hết mới trả lời (Reply) thư này:\n\n"
                    + "    KHÔNG VÀO SỔ\n    Lý do: đã vào sổ từng văn bản\n\n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

    private final Books books;
    private final HeldMails held;
    private final Questions questions;
    private final Notices notices;
    private final LiveOrganization organization;

    @Inject
    public ClerkDesk(Books books, HeldMails held, Questions questions, Notices notices, LiveOrganization organization) {
        this.books = books;
        this.held = held;
        this.questions = questions;
        this.notices = notices;
        this.organization = organization;
    }

    /**
     * What waits.
     *
     * @param document {@link vn.vanthu.registration.DocumentKey}
     * @param fields as read; those in {@code unsure} may be wrong
     * @param fileName empty for the mail's own text
     * @param sha256 of the document's bytes
     * @param mailbox whose document it is
     * @param origin where it came from, for people
     * @param several what waits, one a line, where it is not one document but {@link FoundDocuments#rest}; else empty
     */
    record Case(
            MailId mailId,
            String document,
            DocumentFields fields,
            Set<Field> unsure,
            Set<Doubt> doubts,
            String fileName,
            String sha256,
            String mailbox,
            Instant arrivedAt,
            String origin,
            String several) {

        /** The documents of a mail beyond those that are asked about one by one. */
        static Case rest(
                MailId mailId,
                List<FoundDocument> rest,
                Set<Doubt> doubts,
                String mailbox,
                Instant arrivedAt,
                String origin) {
            String list = rest.stream()
                    .limit(MOST_LISTED)
                    .map(document -> "\n- " + document.title())
                    .collect(Collectors.joining());
            String more = rest.size() > MOST_LISTED ? "\n- và " + (rest.size() - MOST_LISTED) + " nữa" : "";
            String urgency = rest.stream()
                    .flatMap(document -> document.understood().stream())
                    .map(document -> document.fields().get(Field.URGENCY))
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElse("");
            return new Case(
                    mailId,
                    DocumentKey.REST,
                    DocumentFields.none().with(Field.URGENCY, urgency),
                    Set.of(),
                    doubts,
                    "",
                    "",
                    mailbox,
                    arrivedAt,
                    origin,
                    "Còn " + rest.size() + " văn bản hoặc tệp nữa trong thư, chưa vào sổ:" + list + more);
        }

        String readable() {
            return several.isEmpty() ? DocumentLines.show(fields).indent(-4) : several;
        }

        boolean isUrgent() {
            return !fields.get(Field.URGENCY).isEmpty();
        }
    }

    /** Done again nothing is there twice. */
    void ask(Mail mail, Case waits) throws MessagingException, RegisterUnavailableException {
        keep(mail, waits);
        WaitingDocument document = new WaitingDocument(
                waits.mailId(),
                waits.document(),
                waits.arrivedAt(),
                waits.mailbox(),
                waits.readable(),
                WorkingDays.due(waits.arrivedAt(), waits.isUrgent()));
        books.await(document);
        Question question = questions.ask(question(waits));
        Notice notice = Notice.of(
                "register-" + waits.mailId() + "-" + waits.document(),
                clerks(organization.get()),
                (waits.isUrgent() ? "[" + waits.fields().get(Field.URGENCY) + "] " : "") + "Vào sổ văn bản đến? "
                        + title(waits),
                text(waits, document));
        Notice asking = notice.asking(questions.keyOf(question));
        notices.tell(waits.doubts().contains(Doubt.FORWARDED) ? asking.attaching(() -> bytes(mail)) : asking);
    }

    /** Tells the clerk something that needs no answer. */
    void tell(String name, String subject, String text) throws MessagingException {
        notices.tell(name, clerks(organization.get()), subject, text);
    }

    private void keep(Mail mail, Case waits) throws MessagingException, RegisterUnavailableException {
        SubmittedMail submitted = SubmittedMail.of(mail).orElseThrow();
        String subject = mail.getMessage().getSubject();
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            held.hold(
                    content -> new HeldMail(
                            waits.mailId(),
                            Purpose.REGISTRATION,
                            waits.mailbox(),
                            new Envelope(
                                    Addresses.of(mail.getMaybeSender()),
                                    mail.getRecipients().stream()
                                            .map(Addresses::of)
                                            .toList()),
                            content,
                            submitted.asHeld(),
                            subject == null ? "" : subject,
                            "Chờ văn thư vào sổ",
                            waits.arrivedAt(),
                            waits.arrivedAt().plus(PATIENCE)),
                    in);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be kept for the clerk", e);
        }
    }

    private static InputStream bytes(Mail mail) throws IOException {
        try {
            return new MimeMessageInputStream(mail.getMessage());
        } catch (MessagingException e) {
            throw new IOException("the message cannot be read from the spool", e);
        }
    }

    private Question question(Case waits) {
        Organization now = organization.get();
        Instant over = waits.arrivedAt().plus(PATIENCE);
        List<String> mayAnswer = Stream.concat(
                        clerks(now).stream(),
                        now.withRole(Role.OFFICE_HEAD).stream().map(Person::address))
                .toList();
        return new Question(
                TOPIC, waits.mailId(), waits.document(), waits.sha256(), "", mayAnswer, waits.arrivedAt(), over, over);
    }

    private static List<String> clerks(Organization organization) {
        return Stream.of(Role.CLERK, Role.OFFICE_HEAD, Role.DIRECTOR)
                .map(organization::withRole)
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("organization.xml has neither clerk nor leader"))
                .stream()
                .map(Person::address)
                .toList();
    }

    private static String title(Case waits) {
        if (!waits.several().isEmpty()) {
            return waits.several().lines().findFirst().orElseThrow().replace(":", "") + " " + waits.mailId();
        }
        String code = waits.fields().get(Field.CODE);
        String subject = waits.fields().get(Field.SUBJECT);
        String title = code.isEmpty() && subject.isEmpty() ? waits.fileName() : (code + " " + subject).strip();
        return title.isEmpty() ? waits.mailId().value() : title;
    }

    private static String text(Case waits, WaitingDocument document) {
        boolean several = !waits.several().isEmpty();
        String read = several ? waits.several() + "\n" : DocumentLines.show(waits.fields());
        String unsure = waits.unsure().stream().map(DocumentLines::name).collect(Collectors.joining(", "));
        return "Văn bản đến, chưa vào sổ, chờ văn thư xác nhận.\n\n"
                + (read.isEmpty() ? "Chưa đọc được mục nào.\n" : "Đọc được:\n\n" + read)
                + (unsure.isEmpty() ? "" : "\nChưa chắc: " + unsure + ".\n")
                + "\nVì sao hỏi:\n"
                + waits.doubts().stream()
                        .map(doubt -> "- " + doubt.vietnamese() + "\n")
                        .collect(Collectors.joining())
                + "\n" + waits.origin()
                + (waits.fileName().isEmpty() ? "" : "Tệp: " + waits.fileName() + "\n")
                + "Đến lúc: " + TIME.format(waits.arrivedAt().atZone(ZONE)) + "; mã thư: " + waits.mailId() + "\n"
                + "Hạn vào sổ: " + TIME.format(document.dueAt().atZone(ZONE)) + " (NĐ 30/2020/NĐ-CP Điều 22)\n\n"
                + (several ? WHAT_TO_DO_WITH_SEVERAL : WHAT_TO_DO)
                + "Căn cứ: Điều 8 khoản 1 điểm a của Quy chế.\n\n--\nA document waits for registration: "
                + waits.doubts().stream().map(Doubt::english).collect(Collectors.joining(" "))
                + (several
                        ? " Forward each of them to the register's address, or enter it there with VÀO SỔ; then reply with"
                                + " KHÔNG VÀO SỔ and a reason.\n"
                        : " Reply with VÀO SỔ (and corrected lines below) to enter it, or KHÔNG VÀO SỔ with a reason.\n");
    }
}
