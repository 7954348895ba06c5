package vn.vanthu.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/** The story of the demo: mails that an office sees in a day, sent for real, and what became of each. */
final class WorkingDay {

    static final String DOMAIN = "songoaivu.binhdinh.gov.vn";
    private static final String PASSWORD = "vanthu-demo";

    private static final String UNAPPROVED = "Phối hợp đón đoàn";

    /** "Kính gửi: Sở Ngoại vụ" in the TCVN3 font encoding, one character a byte. */
    private static final String LEGACY_SUBJECT = "KÝnh göi: Së Ngo¹i vô";

    /**
     * One mail.
     *
     * @param what in Vietnamese, for the reader of the story
     * @param login who logs in to send it; null for the outside
     */
    record Step(String what, @Nullable String login, String sender, String recipient, String message) {}

    private final MailClient client;

    WorkingDay(MailClient client) {
        this.client = client;
    }

    static List<Step> steps(Partner partner, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        String agency = "vp@" + DOMAIN;
        steps.add(new Step(
                "Văn bản của Sở Nội vụ, có chữ ký DKIM: tự vào sổ, có số đến, lưu hai nơi, báo đã nhận",
                null,
                Partner.ADDRESS,
                agency,
                partner.document(agency, today)));
        steps.add(outside(
                "Văn bản đến hộp thư của cơ quan (vp)",
                "vanthu@sokehoach.example",
                "vp",
                "Thông báo lịch họp giao ban"));
        steps.add(new Step(
                "Thư chữ TCVN3 (.VnTime) gửi văn thư: đến nơi bằng chữ Unicode",
                null,
                "coquan@huyen.example",
                "vanthu@" + DOMAIN,
                "From: coquan@huyen.example\r\nTo: vanthu@" + DOMAIN + "\r\nSubject: " + LEGACY_SUBJECT
                        + "\r\n\r\nKÝnh göi Së Ngo¹i vô b¸o c¸o t×nh h×nh thùc hiÖn nhiÖm vô th¸ng 11 cña huyÖn.\r\n"));
        steps.add(outside("Người ngoài giả địa chỉ của Giám đốc", "giamdoc@" + DOMAIN, "vp", "Chuyển tiền gấp"));
        steps.add(spam());
        steps.add(outside("Thư cho người không có trong cơ quan", "ai-do@dan.example", "khongco", "Hỏi thủ tục"));
        steps.add(new Step(
                "Người ngoài muốn gửi nhờ qua cổng 25",
                null,
                "ai-do@dan.example",
                "ban@noikhac.example",
                message("ai-do@dan.example", "ban@noikhac.example", "Gửi nhờ")));
        steps.add(
                inside("Văn thư gửi đi bằng hộp thư cơ quan", "vanthu", "vp", "sotuphap@tinh.example", "Giấy mời họp"));
        steps.add(inside(
                "Chuyên viên gửi bằng hộp thư cơ quan", "chuyenvien1", "vp", "sotuphap@tinh.example", "Giấy mời"));
        steps.add(inside(
                "Chuyên viên trao đổi việc với nơi ngoài",
                "chuyenvien1",
                "chuyenvien1",
                "ban@tinh.example",
                "Hỏi số liệu"));
        steps.add(inside(
                "Gửi đến địa chỉ không có ở nơi ngoài",
                "chuyenvien2",
                "chuyenvien2",
                "khong-co@tinh.example",
                "Xin lịch"));
        steps.add(inside("Thư nội bộ", "giamdoc", "giamdoc", "chanhvanphong@" + DOMAIN, "Chuẩn bị báo cáo quý"));
        return steps;
    }

    /** The clerk gets a list of it the next morning and may release it by reply. */
    private static Step spam() {
        String sender = "shop@rac.example";
        String recipient = "vp@" + DOMAIN;
        return new Step(
                "Thư rác: được giữ lại trong thu_rac, người nhận được báo bằng danh sách hằng ngày",
                null,
                sender,
                recipient,
                "From: Best Offer <" + sender + ">\r\nTo: " + recipient + "\r\n"
                        + "Subject: VIAGRA 80% OFF!!!\r\n"
                        + "X-Priority: 1\r\n"
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: text/html;"
                        + " charset=utf-8\r\n\r\n"
                        + "<html><body>Viagra cialis online pharmacy,"
                        + " no prescription. Make money fast, million"
                        + " dollars, casino jackpot.<br><a"
                        + " href=\"http://192.0.2.4/x\">Click here to"
                        + " unsubscribe</a></body></html>\r\n");
    }

    /** A letter in the agency's name, with letterhead, number and signature, that nobody has approved yet. */
    static Step unapproved() {
        String sender = "vp@" + DOMAIN;
        String recipient = "vanthu@sonoivu.example";
        String text = "From: " + sender + "\r\nTo: " + recipient + "\r\nSubject: " + UNAPPROVED
                + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\nSỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\r\nSố: 15/SNgV-VP\r\n\r\n"
                + "Kính gửi: Sở Nội vụ\r\n\r\nSở Ngoại vụ đề nghị Sở Nội vụ phối hợp đón đoàn.\r\n\r\nGIÁM ĐỐC\r\n\r\n"
                + "Nguyễn Giám Đốc\r\n";
        return new Step(
                "Văn thư gửi công văn nhân danh Sở, chưa ai duyệt: được giữ lại, Giám đốc được hỏi",
                "vanthu",
                sender,
                recipient,
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    /** The director's answer to the mail that asks him; waits for that mail. */
    Step approval() throws MessagingException, InterruptedException {
        Optional<String> key = Optional.empty();
        Instant until = Instant.now().plusSeconds(30);
        while (key.isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(200);
            key = client.replyAddress("giamdoc", PASSWORD, "Đề nghị duyệt: " + UNAPPROVED);
        }
        String sender = "giamdoc@" + DOMAIN;
        String to = key.orElseThrow(() -> new MessagingException("the director was not asked"));
        return new Step(
                "Giám đốc trả lời thư hỏi, dòng đầu: DUYỆT. Công văn đi đúng từng byte",
                "giamdoc",
                sender,
                to,
                "From: " + sender + "\r\nTo: " + to + "\r\nSubject: Re: duyet\r\n\r\nDUYET\r\n");
    }

    private static Step outside(String what, String sender, String to, String subject) {
        String recipient = to + "@" + DOMAIN;
        return new Step(what, null, sender, recipient, message(sender, recipient, subject));
    }

    private static Step inside(String what, String login, String as, String recipient, String subject) {
        String sender = as + "@" + DOMAIN;
        return new Step(what, login, sender, recipient, message(sender, recipient, subject));
    }

    private static String message(String from, String to, String subject) {
        String text = "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject
                + "\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=UTF-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n"
                + "\r\n"
                + "Kính gửi Quý cơ quan,\r\n"
                + "Nội dung như chủ đề.\r\n";
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Sends one mail; returns what the server said. */
    String play(Step step) {
        return client.send(step.login(), PASSWORD, step.sender(), step.recipient(), step.message());
    }

    /** What stands in the INBOX of a login. */
    List<String> inbox(String login) throws MessagingException {
        return client.subjects(login, PASSWORD);
    }
}
