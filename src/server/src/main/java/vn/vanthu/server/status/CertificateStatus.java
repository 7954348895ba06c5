package vn.vanthu.server.status;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** How long the TLS certificate is good. */
final class CertificateStatus {

    private static final long SOON = 30;
    private static final long NOW = 7;

    private CertificateStatus() {}

    static StatusLine of(Path chain, Instant now) {
        try (InputStream in = Files.newInputStream(chain)) {
            X509Certificate own =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            long days = Duration.between(now, own.getNotAfter().toInstant()).toDays();
            String text = "Chứng thư TLS còn hiệu lực " + days + " ngày";
            String english = "The TLS certificate is good for " + days + " more days.";
            String mend = ": thay DATA/tls/fullchain.pem và privkey.pem.";
            if (days < NOW) {
                return StatusLine.alarm("certificate", days, text + mend, english);
            }
            return days < SOON
                    ? StatusLine.warning("certificate", days, text + mend, english)
                    : StatusLine.ok("certificate", days, text + ".", english);
        } catch (IOException | CertificateException e) {
            return StatusLine.alarm(
                    "certificate", "unreadable", "Không đọc được chứng thư TLS " + chain + ".", e.toString());
        }
    }
}
