package vn.vanthu.server.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/** Sở Nội vụ of the demo's address book: it signs its mail, and the gateway finds its key in a file instead of DNS. */
final class Partner {

    static final String ADDRESS = "vanthu@sonoivu.example";

    private final KeyPair keys;

    private Partner(KeyPair keys) {
        this.keys = keys;
    }

    static Partner make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new Partner(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** Writes the zone file for {@code vanthu.dkim.known}. */
    Path publish(Path folder) throws IOException {
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        Files.createDirectories(folder);
        Path zone = folder.resolve("partners.zone");
        Files.writeString(
                zone,
                "so._domainkey.sonoivu.example. IN TXT \"v=DKIM1; k=rsa; p=\" \"" + key.substring(0, 200) + "\" \""
                        + key.substring(200) + "\"\n");
        return zone;
    }

    /** A công văn of that day to a mailbox, signed; one character a byte. */
    String document(String recipient, LocalDate today) {
        String text =
                """
                From: %s
                To: %s
                Subject: Cong van 847/SNV-VP
                Date: Mon, 23 Nov 2026 08:00:00 +0700
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=phan

                --phan
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                Kính gửi Quý Sở công văn kèm theo.
                --phan
                Content-Type: text/plain; charset=UTF-8; name="847-SNV-VP.txt"
                Content-Disposition: attachment; filename="847-SNV-VP.txt"
                Content-Transfer-Encoding: 8bit

                UBND TỈNH BÌNH ĐỊNH
                SỞ NỘI VỤ
                Số: 847/SNV-VP
                V/v phối hợp tổ chức hội nghị đối ngoại
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Bình Định, ngày %02d tháng %02d năm %d
                Kính gửi: Sở Ngoại vụ tỉnh Bình Định
                Thực hiện Kế hoạch của UBND tỉnh, Sở Nội vụ đề nghị Quý Sở phối hợp tổ chức hội nghị.
                Trân trọng./.
                Nơi nhận:
                - Như trên;
                - Lưu: VT.
                GIÁM ĐỐC
                Nguyễn Văn An
                --phan--
                """
                        .formatted(ADDRESS, recipient, today.getDayOfMonth(), today.getMonthValue(), today.getYear())
                        .replace("\n", "\r\n");
        return sign(text.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(byte[] message) {
        String template = "v=1; s=so; d=sonoivu.example; h=from:to:subject:date:mime-version:content-type;"
                + " a=rsa-sha256; c=relaxed/relaxed; bh=; b=;";
        try {
            String signature = new DKIMSigner(template, keys.getPrivate()).sign(new ByteArrayInputStream(message));
            return signature.replace("; ", ";\r\n\t") + "\r\n" + new String(message, StandardCharsets.ISO_8859_1);
        } catch (IOException | FailException e) {
            throw new IllegalStateException("the demo's mail cannot be signed", e);
        }
    }
}
