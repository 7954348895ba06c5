package vn.vanthu.benchmark.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * A message of a given size, as offices send them: a Vietnamese text, and when it is large a document attached to it. No
 * line begins with a dot, so nothing has to be stuffed.
 */
final class Letter {

    private static final int LARGEST_TEXT = 16 * 1024;
    private static final String PARAGRAPH =
            """
            Chào anh, em gửi anh lịch làm việc tuần sau và mấy ý em ghi lại sau buổi trao đổi hôm qua.\r
            Anh xem giúp em chỗ nào cần sửa thì nhắn lại, em sẽ chỉnh trước chiều thứ Sáu.\r
            Cuối tuần này bên anh có bận không, em muốn hẹn gặp để bàn thêm về chuyến đi sắp tới.\r
            """;

    private final byte[] content;

    private Letter(byte[] content) {
        this.content = content;
    }

    static Letter ofSize(int bytes) {
        return new Letter((bytes <= LARGEST_TEXT ? text(bytes) : document(bytes)).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(int bytes) {
        int size = PARAGRAPH.getBytes(StandardCharsets.UTF_8).length;
        return "Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + PARAGRAPH.repeat(Math.max(1, bytes / size));
    }

    private static String document(int bytes) {
        byte[] document = new byte[bytes / 4 * 3];
        // Always the same one: two runs send the same bytes.
        new Random(20261123).nextBytes(document);
        return "Content-Type: multipart/mixed; boundary=\"=_phan\"\r\n\r\n--=_phan\r\n"
                + text(1)
                + "\r\n--=_phan\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Disposition: attachment; filename=\"cong-van.bin\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(document)
                + "\r\n--=_phan--\r\n";
    }

    /** The bytes to send after DATA: every message has a Message-ID and a subject of its own. */
    byte[] from(String sender, String recipient, int number) {
        String header = "From: " + sender + "\r\nTo: " + recipient
                + "\r\nSubject: =?UTF-8?Q?L=E1=BB=8Bch_tu=E1=BA=A7n_sau?= "
                + number
                + "\r\nDate: Mon, 23 Nov 2026 08:00:00 +0700\r\nMessage-ID: <" + number + "." + System.nanoTime()
                + "@benchmark.example>\r\nMIME-Version: 1.0\r\n";
        byte[] head = header.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + content.length)
                .put(head)
                .put(content)
                .array();
    }
}
