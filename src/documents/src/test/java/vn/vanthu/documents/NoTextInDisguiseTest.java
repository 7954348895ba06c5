package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vanthu.document.ReadPart;
import vn.vanthu.secrecy.SecrecyRule;
import vn.vanthu.text.VietnameseText;

/** What is called a text or a signature counts as read only when it is one. */
class NoTextInDisguiseTest {

    private static final VietnameseText ENGINE = VietnameseText.load();

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "a.txt, application/octet-stream, 200000",
        "a.txt, text/plain, 3000",
        "a.csv, text/csv, 200000",
        "a.html, text/html, 5001",
        "a.xml, application/xml, 20000",
        "sig.asc, application/pgp-signature, 3000",
        "sig.asc, application/pgp-signature, 2000000",
        "smime.p7s, application/pkcs7-signature, 3000",
        "smime.p7s, application/pkcs7-signature, 2000000"
    })
    void anyBytesAreUnread(String name, String type, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        assertThat(read(name, type, bytes)).anyMatch(ReadPart::isUnread);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "windows-1258"})
    void aTextIsReadInItsEncoding(String charset) throws IOException {
        byte[] text = "Kinh gui: Uy ban\r\n\tBao cao so 12\f\r\n".repeat(20).getBytes(Charset.forName(charset));
        List<ReadPart> parts = read("a.txt", "text/plain", text);
        assertThat(parts).noneMatch(ReadPart::isUnread);
        assertThat(parts.get(0).text()).contains("Kinh gui: Uy ban");
    }

    @Test
    void aSignatureIsNoTextAndATextThatIsCalledOneIsRead() throws IOException {
        String armour =
                "-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v2\n\niQEzBAABCAAdFiEE\n=AbCd\n-----END PGP SIGNATURE-----\n";
        assertThat(read("sig.asc", "application/pgp-signature", armour.getBytes(StandardCharsets.US_ASCII)))
                .noneMatch(ReadPart::isUnread);
        byte[] mark = "SỞ NGOẠI VỤ\nMẬT\nSố: 12/BC-SNgV".getBytes(StandardCharsets.UTF_8);
        assertThat(new SecrecyRule().find("", read("smime.p7s", "application/pkcs7-signature", mark)))
                .isPresent();
    }

    @Test
    void aSmallPictureInAPageIsRead() throws IOException {
        BufferedImage image = new BufferedImage(120, 48, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.drawRect(3, 3, 113, 41);
        // letters of squares, which nobody can read, in a frame that nobody overlooks
        for (int i = 0; i < 4; i++) {
            graphics.drawRect(15 + 24 * i, 14, 12, 18);
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        String address = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        assertThat(address.length()).isLessThan(2000);
        byte[] page = ("<html><body><p>Kính gửi</p><img src=\"" + address + "\"></body></html>")
                .getBytes(StandardCharsets.UTF_8);
        List<ReadPart> parts = read("a.html", "text/html", page);
        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).unread()).isEqualTo(UnreadReason.IMAGE_WITHOUT_TEXT);
    }

    private List<ReadPart> read(String name, String type, byte[] bytes) throws IOException {
        Path copy = Files.write(folder.resolve(name), bytes);
        FoundFile file = new FoundFile("2", name, type, false, false, 1, copy, "00");
        return new FileContents(ENGINE, folder).read(file, Budget.of(Limits.USUAL));
    }
}
