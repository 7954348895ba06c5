package vn.vanthu.benchmark.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The mail that carries a file. */
final class Mails {

    private Mails() {}

    static byte[] with(Described document, Rendering rendering) {
        return with(rendering.of(document), rendering.mediaType, rendering.extension);
    }

    static byte[] with(byte[] file, String mediaType, String extension) {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        write(
                mail,
                """
                From: vanthu@coquan.example
                To: vp@songoaivu.binhdinh.gov.vn
                Subject: =?UTF-8?B?R+G7rWkgdsSDbiBi4bqjbg==?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="limit"

                --limit
                Content-Type: text/plain; charset=UTF-8

                Kính gửi văn bản đính kèm.
                --limit
                Content-Type: %s; name="van-ban.%s"
                Content-Disposition: attachment; filename="van-ban.%s"
                Content-Transfer-Encoding: base64

                """
                        .formatted(mediaType, extension, extension));
        mail.writeBytes(Base64.getMimeEncoder().encode(file));
        write(mail, "\n--limit--\n");
        return mail.toByteArray();
    }

    private static void write(ByteArrayOutputStream mail, String text) {
        mail.writeBytes(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
