package vn.vanthu.acceptance.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/** An agency outside that sends documents; its mail is signed with its own DKIM key, or not. */
public final class PartnerAgency {

    /** In the address book of {@code conf/organization.xml} as Sở Nội vụ. */
    public static final String DOMAIN = "sonoivu.example";

    /** The file that the gateway finds the key in, see {@code vanthu.dkim.known}. */
    public static final String ZONE_FILE = "partners.zone";

    private static final KeyPair KEYS = keys();
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    private PartnerAgency() {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** Makes the agency's key known to a gateway. */
    public static void introduceTo(GatewayProcess gateway) throws IOException {
        String key = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        String record = "v=DKIM1; k=rsa; p=" + key;
        gateway.conf()
                .set("vanthu.dkim.known", ZONE_FILE)
                .write(
                        ZONE_FILE,
                        "so._domainkey." + DOMAIN + ". IN TXT \"" + record.substring(0, 200) + "\" \""
                                + record.substring(200) + "\"\n");
    }

    /** The code of a document that was not sent yet: {@code 101/SNV-VP}. */
    public static String newCode() {
        return NUMBERS.incrementAndGet() + "/SNV-VP";
    }

    /** The newest of them. */
    public static String lastCode() {
        return NUMBERS.get() + "/SNV-VP";
    }

    /** A mail with one document attached, not signed. */
    public static Letter letter(String code, String about) {
        return mail(code + ".txt", document(code, about));
    }

    /** A mail with a text file for each document, not signed. */
    public static Letter mail(String... namesAndDocuments) {
        String sender = "vanthu-" + UUID.randomUUID() + "@" + DOMAIN;
        StringBuilder text = new StringBuilder("From: <" + sender + ">\r\nTo: <" + Office.address("vp")
                + ">\r\nSubject: Gui van ban " + UUID.randomUUID() + "\r\nDate: Mon, 23 Nov 2026 09:00:00 +0700\r\n"
                + "Message-ID: <" + UUID.randomUUID() + "@" + DOMAIN + ">\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=ranh\r\n\r\n--ranh\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + "Kính gửi Quý cơ quan văn bản kèm theo.\r\n");
        for (int i = 0; i < namesAndDocuments.length; i += 2) {
            text.append("--ranh\r\nContent-Type: text/plain; charset=utf-8; name=\"")
                    .append(namesAndDocuments[i].replace('/', '-'))
                    .append("\"\r\nContent-Disposition: attachment; filename=\"")
                    .append(namesAndDocuments[i].replace('/', '-'))
                    .append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .append(Base64.getMimeEncoder()
                            .encodeToString(namesAndDocuments[i + 1].getBytes(StandardCharsets.UTF_8)))
                    .append("\r\n");
        }
        String all = text.append("--ranh--\r\n").toString();
        return new Letter(sender, "", all.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a công văn of today. */
    public static String document(String code, String about) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        return """
                UBND TỈNH BÌNH ĐỊNH
                SỞ NỘI VỤ
                Số: %s
                V/v %s
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Bình Định, ngày %02d tháng %02d năm %d
                Kính gửi: Sở Ngoại vụ tỉnh Bình Định
                Thực hiện Kế hoạch của UBND tỉnh, Sở Nội vụ đề nghị Quý Sở phối hợp thực hiện.
                Trân trọng./.
                Nơi nhận:
                - Như trên;
                - Lưu: VT.
                GIÁM ĐỐC
                Nguyễn Văn An
                """
                .formatted(code, about, today.getDayOfMonth(), today.getMonthValue(), today.getYear());
    }

    /** The same letter, signed. */
    public static Letter sign(Letter letter) throws IOException, FailException {
        String template = "v=1; s=so; d=" + DOMAIN + "; h=from:to:subject:date:message-id:mime-version:content-type;"
                + " a=rsa-sha256; c=relaxed/relaxed; bh=; b=;";
        String signature = new DKIMSigner(template, KEYS.getPrivate()).sign(new ByteArrayInputStream(letter.bytes()));
        return letter.withHeaders(signature.replace("; ", ";\r\n\t") + "\r\n");
    }
}
