package vn.vanthu.acceptance.campaign;

import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.james.jdkim.exceptions.FailException;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.PartnerAgency;

/** Writes the mails of the campaign's traffic. */
final class Mails {

    static final String PERSON = "chuyenvien2";
    static final String WRITER = "vanthu";
    static final String PLACE = "noi.nhan@noikhac.example";
    static final String NOBODY = "khong.co@noikhac.example";

    static final String LEGACY_TEXT = "Kính gửi các đồng chí, đề nghị báo cáo kết quả công tác năm học trước ngày mai.";

    /** The same. */
    private static final byte[] TCVN3 =
            ("K\u00DDnh g\u00F6i c\u00B8c \u00AE\u00E5ng ch\u00DD, \u00AE\u00D2 ngh\u00DE b\u00B8o c\u00B8o k\u00D5t"
                            + " qu\u00B6 c\u00ABng t\u00B8c n\u00A8m h\u00E4c tr\u00AD\u00EDc ng\u00B5y mai.")
                    .getBytes(StandardCharsets.ISO_8859_1);

    private Mails() {}

    /** A token that is in no other mail. */
    static String newToken() {
        return "thu-" + UUID.randomUUID();
    }

    static String messageId(String token) {
        return "<" + token + "@thu.example>";
    }

    /** Outgoing mail goes inside too: one mail, two ways. */
    static List<String> recipients(Kind kind) {
        return switch (kind) {
            case PERSONAL_IN, LEGACY_IN, SPAM_IN -> List.of(address(PERSON));
            case DOCUMENT_IN -> List.of(address("vp"));
            case BOUNCED_OUT -> List.of(NOBODY);
            case PERSONAL_OUT, OFFICIAL_OUT -> List.of(address(PERSON), PLACE);
        };
    }

    /** The Subject as the register shows it. */
    static String subject(Kind kind, String token) {
        return kind == Kind.SPAM_IN ? "[QC] " + token : token;
    }

    static Letter write(Kind kind, String token) throws Exception {
        return switch (kind) {
            case PERSONAL_IN -> plain("ban@doitac.example", token, "Chiều nay anh có rảnh không?\r\n");
            case LEGACY_IN -> legacy(token);
            case SPAM_IN ->
                plain(
                        "khuyenmai@quangcao.example",
                        subject(kind, token),
                        "KHUYẾN MÃI LỚN!!! Giảm giá 90%, mua ngay http://bit.example/x http://bit.example/y\r\n");
            case DOCUMENT_IN -> document(token);
            case PERSONAL_OUT, BOUNCED_OUT -> plain(address(WRITER), token, "Chào anh, hẹn gặp lại cuối tuần.\r\n");
            case OFFICIAL_OUT ->
                plain(
                        address("vp"),
                        token,
                        "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\r\n\r\n"
                                + "Kính gửi: Quý cơ quan\r\n\r\n"
                                + "Sở Ngoại vụ trân trọng kính mời dự họp.\r\n\r\n"
                                + "GIÁM ĐỐC\r\n\r\n"
                                + "Nguyễn Giám Đốc\r\n");
        };
    }

    private static Letter plain(String from, String subject, String text) {
        return new Letter(from, subject, (header(from, subject, "utf-8") + text).getBytes(StandardCharsets.UTF_8));
    }

    private static Letter legacy(String token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header("cu@doitac.example", token, "iso-8859-1").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(TCVN3);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return new Letter("cu@doitac.example", token, bytes.toByteArray());
    }

    private static Letter document(String token) throws java.io.IOException, FailException {
        Letter letter = PartnerAgency.letter(PartnerAgency.newCode(), "phối hợp công tác");
        String raw = new String(letter.bytes(), StandardCharsets.ISO_8859_1);
        String subject = raw.substring(raw.indexOf("Subject: "), raw.indexOf("\r\nDate: "));
        return PartnerAgency.sign(letter.replace(subject, "Subject: " + token));
    }

    private static String header(String from, String subject, String charset) {
        return "From: <" + from + ">\r\nTo: <nguoi.nhan@noikhac.example>\r\nSubject: " + subject
                + "\r\nDate: Mon, 23 Nov 2026 09:00:00 +0700\r\nMessage-ID: " + messageId(subject.replace("[QC] ", ""))
                + "\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=" + charset
                + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
    }
}
