package vn.vanthu.documents.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails with attachments. */
public final class Mail {

    private static final String BOUNDARY = "=_vanthu";

    private final StringBuilder text = new StringBuilder();

    public Mail(String subject, String body) {
        text.append("From: dan@example.org\r\nTo: vp@songoaivu.binhdinh.gov.vn\r\nSubject: ")
                .append(encoded(subject))
                .append("\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\r\n\r\n")
                .append("--" + BOUNDARY + "\r\nContent-Type: text/plain; charset=utf-8\r\n")
                .append("Content-Transfer-Encoding: base64\r\n\r\n")
                .append(base64(body.getBytes(StandardCharsets.UTF_8)))
                .append("\r\n");
    }

    public Mail attach(String name, byte[] content) {
        return attach(name, "application/octet-stream", content);
    }

    public Mail attach(String name, String type, byte[] content) {
        text.append("--" + BOUNDARY + "\r\nContent-Type: " + type + "\r\nContent-Disposition: attachment; filename=\"")
                .append(encoded(name))
                .append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(base64(content))
                .append("\r\n");
        return this;
    }

    public byte[] toBytes() {
        return (text + "--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    public InputStream stream() {
        return new ByteArrayInputStream(toBytes());
    }

    private static String encoded(String header) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }
}
