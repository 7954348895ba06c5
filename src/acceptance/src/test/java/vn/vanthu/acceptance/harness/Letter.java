package vn.vanthu.acceptance.harness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A message with an envelope sender of its own, by which it is found again.
 *
 * @param bytes as they go after DATA
 */
public record Letter(String sender, String subject, byte[] bytes) {

    /** From somebody outside. */
    public static Letter fromOutside(String subject) {
        String sender = uniqueSender();
        return new Letter(sender, unique(subject), new byte[0])
                .write(sender, "Kính gửi Quý cơ quan,\r\nĐề nghị xem xét.");
    }

    /** From one of our own addresses, in words that need nobody's approval; found again by its subject. */
    public static Letter from(String address, String subject) {
        return new Letter(address, unique(subject), new byte[0]).write(address, "Chào anh,\r\nEm gửi anh xem nhé.");
    }

    /** Raw bytes from somebody outside, whatever they are. */
    public static Letter odd(byte[] bytes) {
        return new Letter(uniqueSender(), "", bytes);
    }

    /** Raw text, one byte a character. */
    public static Letter odd(String text) {
        return odd(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Letter write(String from, String words) {
        String text = "From: <" + from + ">\r\nTo: <nguoi.nhan@songoaivu.binhdinh.gov.vn>\r\nSubject: " + subject
                + "\r\nDate: Mon, 23 Nov 2026 09:00:00 +0700\r\nMessage-ID: <" + UUID.randomUUID() + "@thu.example>\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: 8bit\r\n\r\n"
                + words + "\r\n.\r\n..hai dấu chấm\r\n";
        return new Letter(sender, subject, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same letter with more header lines on top. */
    public Letter withHeaders(String lines) {
        return withBytes(join(lines.getBytes(StandardCharsets.ISO_8859_1), bytes));
    }

    /** The same letter with one text in another's place. */
    public Letter replace(String text, String by) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return withBytes(all.replace(text, by).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same header over another text. */
    public Letter withBody(String text) {
        String all = new String(bytes, StandardCharsets.UTF_8);
        String header = all.substring(0, all.indexOf("\r\n\r\n") + 4);
        return withBytes((header + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
    }

    /** The same letter, longer by so many bytes. */
    public Letter grownBy(int size) {
        byte[] line = "Dòng nội dung của một tài liệu đính kèm rất dài, lặp lại nhiều lần cho đủ dung lượng.\r\n"
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream grown = new ByteArrayOutputStream(bytes.length + size + line.length);
        grown.writeBytes(bytes);
        while (grown.size() < bytes.length + size) {
            grown.writeBytes(line);
        }
        return withBytes(grown.toByteArray());
    }

    private Letter withBytes(byte[] others) {
        return new Letter(sender, subject, others);
    }

    public static byte[] join(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String unique(String subject) {
        return subject + " " + UUID.randomUUID();
    }

    private static String uniqueSender() {
        return UUID.randomUUID() + "@doitac.example";
    }
}
