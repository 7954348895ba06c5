package vn.vanthu.benchmark.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import vn.vanthu.benchmark.document.SamplePdf;

/**
 * A message of a given size, as offices send them: a Vietnamese text, and when it is large a document attached to it. No
 * line begins with a dot, so nothing has to be stuffed.
 */
final class Letter {

    /** What becomes one line of base 64. */
    private static final int LINE = 57;

    private static final String PARAGRAPH =
            """
            Chào anh, em gửi anh lịch làm việc tuần sau và mấy ý em ghi lại sau buổi trao đổi hôm qua.\r
            Anh xem giúp em chỗ nào cần sửa thì nhắn lại, em sẽ chỉnh trước chiều thứ Sáu.\r
            Cuối tuần này bên anh có bận không, em muốn hẹn gặp để bàn thêm về chuyến đi sắp tới.\r
            """;

    private final byte[] content;
    private final boolean pdf;

    private Letter(String content, boolean pdf) {
        this.content = content.getBytes(StandardCharsets.UTF_8);
        this.pdf = pdf;
    }

    static Letter ofSize(Workload.Size size) {
        if (size.pdf()) {
            byte[] file = SamplePdf.ofSize(size.bytes() / 4 * 3);
            // Whole lines, so that each mail can go on with its own.
            byte[] whole = Arrays.copyOf(file, (file.length / LINE + 1) * LINE);
            Arrays.fill(whole, file.length, whole.length, (byte) '\n');
            return new Letter(attached(whole), true);
        }
        return new Letter(text(size.bytes()), false);
    }

    private static String text(int bytes) {
        int size = PARAGRAPH.getBytes(StandardCharsets.UTF_8).length;
        return "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + PARAGRAPH.repeat(Math.max(1, bytes / size));
    }

    private static String attached(byte[] pdf) {
        return "Content-Type: multipart/mixed; boundary=\"=_phan\"\r\n\r\n--=_phan\r\n"
                + text(1)
                + "\r\n--=_phan\r\nContent-Type: application/pdf\r\n"
                + "Content-Disposition: attachment; filename=\"lich-cong-tac.pdf\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(pdf);
    }

    /** The bytes to send after DATA: every message has a Message-ID, a subject and, if any, a PDF of its own. */
    byte[] from(String sender, String recipient, int number) {
        String header = "From: " + sender + "\r\nTo: " + recipient
                + "\r\nSubject: =?UTF-8?Q?L=E1=BB=8Bch_tu=E1=BA=A7n_sau?= "
                + number
                + "\r\nDate: Mon, 23 Nov 2026 08:00:00 +0700\r\nMessage-ID: <" + number + "." + System.nanoTime()
                + "@benchmark.example>\r\nMIME-Version: 1.0\r\n";
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        byte[] end = (pdf ? pdfEnd() : "").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + content.length + end.length)
                .put(head)
                .put(content)
                .put(end)
                .array();
    }

    /** A comment that no other file has: the gateway remembers what it has read. */
    private static String pdfEnd() {
        byte[] comment = ("% " + System.nanoTime() + "\n").getBytes(StandardCharsets.US_ASCII);
        return "\r\n" + Base64.getEncoder().encodeToString(comment) + "\r\n--=_phan--\r\n";
    }
}
