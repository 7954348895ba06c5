package vn.vanthu.server.setup;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Setting;

/** The gateway's own keys, made at the first start: a self-signed TLS certificate, the DKIM key, secrets for programs. */
public final class Keys {

    private static final int RSA_BITS = 2048;
    private static final Duration SELF_SIGNED_LIFE = Duration.ofDays(3650);

    private Keys() {}

    /** Makes {@code privkey.pem} and {@code fullchain.pem} when neither is there. */
    public static void ensureCertificate(Path folder, String hostname, Clock clock) throws IOException {
        Path key = folder.resolve("privkey.pem");
        Path chain = folder.resolve("fullchain.pem");
        if (Files.exists(key) || Files.exists(chain)) {
            return;
        }
        DataFolder.makePrivate(folder);
        try {
            KeyPair pair = newKeyPair();
            DataFolder.writePrivate(chain, pem(selfSigned(pair, hostname, clock.instant())));
            DataFolder.writePrivate(key, pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every JDK signs with SHA256withRSA", e);
        }
    }

    private static X509CertificateHolder selfSigned(KeyPair pair, String hostname, Instant now)
            throws IOException, OperatorCreationException {
        X500Name name = new X500Name("CN=" + hostname);
        GeneralNames names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, hostname), new GeneralName(GeneralName.dNSName, "localhost")
        });
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(64, new SecureRandom()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(SELF_SIGNED_LIFE)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, names)
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
    }

    /**
     * The private key in a PEM file (PKCS#1 or PKCS#8); made when the file is missing and may be made.
     *
     * @param make whether a missing file is made: so for the default place, not for one that an administrator named
     * @throws ConfigurationException when the file is missing or holds no RSA key
     */
    public static PrivateKey dkimKey(Path file, boolean make) throws IOException, ConfigurationException {
        if (!Files.exists(file)) {
            if (!make) {
                throw unreadable(file, "no such file");
            }
            DataFolder.makePrivate(parentOf(file));
            DataFolder.writePrivate(file, pem(new JcaPKCS8Generator(newKeyPair().getPrivate(), null)));
        }
        try (PEMParser parser = new PEMParser(new StringReader(Files.readString(file)))) {
            if (privateKey(parser.readObject()) instanceof RSAPrivateCrtKey rsa) {
                return rsa;
            }
        } catch (IOException e) {
            throw unreadable(file, "unreadable: " + e.getMessage());
        }
        throw unreadable(file, "no RSA private key");
    }

    private static @Nullable PrivateKey privateKey(@Nullable Object content) throws IOException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        if (content instanceof PEMKeyPair pair) {
            return converter.getKeyPair(pair).getPrivate();
        }
        return content instanceof PrivateKeyInfo key ? converter.getPrivateKey(key) : null;
    }

    private static ConfigurationException unreadable(Path file, String found) {
        return new ConfigurationException(List.of(new Problem(
                file.toString(),
                Setting.DKIM_KEY.key(),
                found,
                "a PEM file that this account can read, with an RSA private key and no password",
                null)));
    }

    /** A secret of 256 bits kept in a file that only this account can read; made when missing. */
    public static String secret(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            DataFolder.writePrivate(
                    file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return Files.readString(file).strip();
    }

    private static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    private static String pem(Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }

    private static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }
}
