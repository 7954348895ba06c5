package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;

/** Letters in the office's name, the questions about them and the answers. */
abstract class ApprovalScenario {

    /** A mail of 25 MB is read several times on the way. */
    static final String NOTICES = address("vanthu-he-thong");

    final Office office;

    ApprovalScenario(Office office) {
        this.office = office;
    }

    String approvals(String id) {
        return String.join(
                ", ",
                office
                        .register()
                        .query("SELECT * FROM nhat_ky_phe_duyet WHERE ma_thu = ? ORDER BY ma_phe_duyet", id)
                        .stream()
                        .map(row -> row.get("trang_thai") + " " + row.get("nguoi_duyet"))
                        .toList());
    }

    MimeMessage question(String login, Letter letter) throws Exception {
        String id = office.register().about(letter.subject()).id();
        return office.notice(login, "Đề nghị duyệt: " + letter.subject() + " (" + id + ")");
    }

    static String keyAddress(MimeMessage question) {
        try {
            return question.getHeader("Reply-To", null);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    String reply(String login, MimeMessage question, String line) throws Exception {
        return command(login, keyAddress(question), line, question.getMessageID());
    }

    String command(String login, String to, String line, String quoted) throws Exception {
        Letter letter = answer(login, to, line + "\n\nVào 09:00, vanthu-he-thong đã viết:\n> TỪ CHỐI " + quoted);
        office.client(login).send(letter, to);
        return answerTo(login, letter);
    }

    /** What the gateway answered to a letter. */
    String answerTo(String login, Letter letter) throws Exception {
        return MessageBytes.textOf(answerMail(login, letter));
    }

    MimeMessage answerMail(String login, Letter letter) throws Exception {
        try (Mailbox mailbox = office.client(login).open()) {
            return MessageBytes.parsed(mailbox.only(
                    "In-Reply-To", MessageBytes.parsed(letter.bytes()).getMessageID()));
        }
    }

    static Letter answer(String login, String to, String text) {
        return letter(address(login), to, "Re: duyet " + UUID.randomUUID(), text);
    }

    Letter official(String subject) {
        return official("vp", subject);
    }

    /** Its number is a unit's own: one of the agency's would be claimed in the book that other scenarios number from. */
    Letter official(String from, String subject) {
        String text =
                "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\nSố: 12/GM-VP\n\nKính gửi: Quý cơ quan\n\nSở Ngoại vụ trân trọng kính mời"
                        + " dự họp.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nTrần Phó Giám Đốc\n";
        if (from.equals("letan")) {
            text = "PHÒNG LỄ TÂN\n\n"
                    + "Kính gửi: Quý cơ quan\n\n"
                    + "Phòng Lễ tân thông báo lịch đón đoàn.\n\n"
                    + "TRƯỞNG PHÒNG\n\n"
                    + "Hoàng Lễ Tân\n";
        }
        return letter(address(from), "quy.co.quan@tinh.example", subject + " " + UUID.randomUUID(), text);
    }

    static Letter letter(String from, String to, String subject, String text) {
        byte[] bytes = ("From: <" + from + ">\r\nTo: <" + to + ">\r\nSubject: =?utf-8?B?"
                        + java.util.Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                        + "?=\r\nDate: Tue, 24 Nov 2026 09:00:00 +0700\r\nMessage-ID: <" + UUID.randomUUID()
                        + "@thu.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text.replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        return new Letter(from, subject, bytes);
    }

    static String place() {
        return UUID.randomUUID() + "@tinh.example";
    }

    static byte[] originalIn(MimeMessage question) throws Exception {
        MimeMultipart parts = (MimeMultipart) question.getContent();
        assertThat(List.of(parts.getBodyPart(1).getContentType())).containsExactly("message/rfc822");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.getBodyPart(1).getInputStream().transferTo(bytes);
        return bytes.toByteArray();
    }
}
