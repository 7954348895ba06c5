package vn.vanthu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.james.DkimKey;
import vn.vanthu.server.setup.Keys;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class KeysTest {

    private static void assertPrivate(Path file) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theCertificateIsMadeOnceForThisHost(@TempDir Path temp) throws Exception {
        Path folder = temp.resolve("tls");
        Keys.ensureCertificate(folder, "mail.so.vn", Clock.systemUTC());
        Path chain = folder.resolve("fullchain.pem");
        String first = Files.readString(chain);
        Keys.ensureCertificate(folder, "other.so.vn", Clock.systemUTC());
        assertThat(Files.readString(chain)).isEqualTo(first);
        assertPrivate(folder.resolve("privkey.pem"));
        try (InputStream in = Files.newInputStream(chain)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            certificate.checkValidity();
            assertThat(certificate.getSubjectAlternativeNames().toString()).contains("mail.so.vn", "localhost");
        }
    }

    @Test
    void anAdministratorsCertificateIsNotTouched(@TempDir Path temp) throws Exception {
        Files.writeString(temp.resolve("fullchain.pem"), "theirs");
        Keys.ensureCertificate(temp, "mail.so.vn", Clock.systemUTC());
        assertThat(temp.resolve("privkey.pem")).doesNotExist();
    }

    @Test
    void theDkimKeyIsMadeOnceAndItsPublicHalfFitsIt(@TempDir Path temp) throws Exception {
        Path file = temp.resolve("dkim").resolve("private.pem");
        PrivateKey key = Keys.dkimKey(file, true);
        assertThat(Keys.dkimKey(file, false)).isEqualTo(key);
        assertPrivate(file);
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(key);
        signer.update(new byte[] {1, 2, 3});
        byte[] signature = signer.sign();
        byte[] half = Base64.getDecoder().decode(new DkimKey("mien.example", "vanthu", key).publicHalf());
        signer.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(half)));
        signer.update(new byte[] {1, 2, 3});
        assertThat(signer.verify(signature)).isTrue();
    }

    @Test
    void aNamedDkimKeyIsNeverMade(@TempDir Path temp) throws Exception {
        Path file = temp.resolve("theirs.pem");
        assertThatThrownBy(() -> Keys.dkimKey(file, false))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("vanthu.dkim.key: found 'no such file'");
        assertThat(file).doesNotExist();
        Files.writeString(file, "no key");
        assertThatThrownBy(() -> Keys.dkimKey(file, false)).hasMessageContaining("found 'no RSA private key'");
    }

    @Test
    void aSecretIsMadeOnceAndLong(@TempDir Path temp) throws Exception {
        Path file = temp.resolve("webadmin.token");
        String secret = Keys.secret(file);
        assertThat(secret).hasSizeGreaterThan(40).isEqualTo(Keys.secret(file));
        assertPrivate(file);
    }
}
