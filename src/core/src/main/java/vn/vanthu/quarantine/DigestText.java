package vn.vanthu.quarantine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The words of the mails about the quarantine. */
final class DigestText {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final String CLAUSE =
            "Căn cứ: Điều 5 khoản 3 điểm i, Điều 8 khoản 1 của Quy chế; NĐ 30/2020/NĐ-CP Điều 22.\n";

    private DigestText() {}

    static String time(Instant at) {
        return TIME.format(at.atZone(ZONE));
    }

    static String subject(List<QuarantinedMail> mails, Instant slot) {
        return "Thư rác đã giữ lại: " + mails.size() + " thư, ngày " + DAY.format(slot.atZone(ZONE));
    }

    static String digest(List<QuarantinedMail> mails, String reader) {
        return mails.size() + " thư gửi tới được giữ lại vì giống thư rác, chưa vào hộp thư nào. Nếu có thư cần nhận,"
                + " chỉ cần trả lời thư này.\n\n"
                + list(mails, reader)
                + "\n"
                + howTo()
                + "\n"
                + "Thư không được trả lời sẽ được giữ đến ngày ghi ở trên rồi bị xóa.\n\n"
                + CLAUSE
                + "\n--\n"
                + "These mails look like spam and were kept back. To get some, reply with the first line RELEASE and"
                + " their numbers, such as: RELEASE 1,3. To report spam: SPAM 2.\n";
    }

    static String alertSubject(List<QuarantinedMail> mails) {
        QuarantinedMail mail = mails.get(0);
        return (isUnread(mail)
                        ? "Có thể là văn bản bị giữ lại"
                        : isDocument(mail) ? "Văn bản bị giữ lại" : "Đề nghị thả thư bị giữ lại")
                + ", cần văn thư xem: "
                + mail.subject();
    }

    private static boolean isDocument(QuarantinedMail mail) {
        return QuarantineRule.isDocument(mail.reason());
    }

    private static boolean isUnread(QuarantinedMail mail) {
        return QuarantineRule.isUnread(mail.reason());
    }

    /** @param documents issuer, number and so on, as they were read */
    static String alert(List<QuarantinedMail> mails, String documents) {
        QuarantinedMail mail = mails.get(0);
        return (isUnread(mail)
                        ? "Một thư có thể có văn bản"
                        : isDocument(mail) ? "Một thư có văn bản" : "Một thư mà người nhận đề nghị được nhận")
                + " đã bị giữ lại, chưa tới người nhận. Văn thư cần xem ngay.\n\n"
                + "Người gửi: " + mail.sender() + "\n"
                + "Lý do: " + mail.why() + "\n\n"
                + documents
                + "\n"
                + list(mails, "")
                + "\nViệc cần làm: gọi điện cho cơ quan gửi để hỏi; nếu đúng là văn bản của họ thì trả lời thư này,"
                + " dòng đầu: THẢ tất cả. Không mở tệp kèm theo trước khi hỏi.\n\n"
                + "Mã thư: "
                + mail.mailId() + "\n"
                + CLAUSE
                + "\n--\n"
                + (isUnread(mail)
                        ? "A mail that may bring an official document"
                        : isDocument(mail) ? "A mail with an official document" : "A mail that its recipient asks for")
                + " was kept back for the reason above. Please ask the sender by"
                + " telephone; reply RELEASE ALL to deliver it.\n";
    }

    static String howTo() {
        return "Trả lời thư này, dòng đầu (có dấu hay không dấu đều được):\n"
                + "    THẢ 1,3        để nhận thư số 1 và số 3\n"
                + "    THẢ tất cả     để nhận tất cả\n"
                + "    BÁO RÁC 2      để báo thư số 2 đúng là thư rác, bộ lọc học theo\n"
                + "Làm nhầm: gửi lại lệnh ngược lại với cùng số.\n";
    }

    private static String list(List<QuarantinedMail> mails, String reader) {
        StringBuilder text = new StringBuilder();
        int number = 1;
        for (QuarantinedMail mail : mails) {
            text.append(number++)
                    .append(". ")
                    .append(mail.subject().isEmpty() ? "(không có chủ đề)" : mail.subject())
                    .append("\n    từ ")
                    .append(mail.sender())
                    .append(", lúc ")
                    .append(time(mail.heldAt()));
            if (!QuarantineRule.isHarmless(mail.reason())) {
                text.append(" (văn thư thả)");
            }
            if (!mail.mailbox().equals(reader)) {
                text.append(", gửi tới ").append(mail.mailbox());
            }
            text.append(String.format(Locale.ROOT, "%n    điểm %.1f: ", mail.points())
                            .replace("\r", ""))
                    .append(mail.why())
                    .append("; giữ đến ")
                    .append(DAY.format(mail.keepUntil().atZone(ZONE)))
                    .append('\n');
        }
        return text.toString();
    }
}
