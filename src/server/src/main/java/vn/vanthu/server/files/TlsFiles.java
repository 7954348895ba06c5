package vn.vanthu.server.files;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.apache.james.filesystem.api.FileSystem;
import org.bouncycastle.openssl.PEMParser;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;

/** The key and certificate files of a listener: they are there and can be read, or are made at the first start. */
final class TlsFiles {

    private static final String PEM_KEY = "PRIVATE KEY-----";
    private static final String PEM_CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private final FileSystem files;
    private final Path made;

    /** @param made the folder where the gateway makes a key and a certificate at its first start */
    TlsFiles(FileSystem files, Path made) {
        this.files = files;
        this.made = made.toAbsolutePath();
    }

    void check(XmlElement tls, Problems problems) {
        boolean socket = tls.attribute("socketTLS").equals("true");
        boolean start = tls.attribute("startTLS").equals("true");
        if (socket && start) {
            problems.add(tls.key("startTLS"), "socketTLS and startTLS", "one of them: TLS at once, or after STARTTLS");
        }
        if (!socket && !start) {
            return;
        }
        if (tls.child("keystore").isPresent()) {
            checkKeystore(tls, problems);
        } else {
            checkPem(tls, "privateKey", PEM_KEY, problems);
            checkPem(tls, "certificates", PEM_CERTIFICATE, problems);
        }
    }

    private void checkPem(XmlElement tls, String name, String content, Problems problems) {
        XmlElement element = tls.child(name).orElse(null);
        if (element == null) {
            problems.missing(tls.path() + "/" + name + " (line " + tls.line() + ")", "a PEM file");
            return;
        }
        Path file = resolve(element, problems);
        if (file == null || isMade(file)) {
            return;
        }
        String allowed = "a readable PEM file with " + (name.equals("privateKey") ? "a private key" : "certificates");
        try {
            if (!isWhole(Files.readString(file, StandardCharsets.ISO_8859_1), content)) {
                problems.add(element.key(), file + ": not such a PEM file", allowed);
            }
        } catch (IOException e) {
            problems.add(element.key(), file + ": " + reason(file), allowed);
        }
    }

    /** Whether the text holds what is wanted, and can be read as PEM to its end: James's own words name no file. */
    private static boolean isWhole(String pem, String content) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            while (parser.readObject() != null) {
                continue;
            }
            return pem.contains(content);
        } catch (IOException e) {
            return false;
        }
    }

    private static String reason(Path file) {
        return Files.exists(file) ? "cannot be read" : "no such file";
    }

    /** Whether it is one of the two files that are made when neither is there. */
    private boolean isMade(Path file) {
        Path key = made.resolve("privkey.pem");
        Path chain = made.resolve("fullchain.pem");
        return (file.equals(key) || file.equals(chain)) && !Files.exists(key) && !Files.exists(chain);
    }

    private void checkKeystore(XmlElement tls, Problems problems) {
        XmlElement element = tls.children("keystore").get(0);
        Path file = resolve(element, problems);
        if (file == null) {
            return;
        }
        String type = tls.child("keystoreType").map(XmlElement::text).orElse("JKS");
        String secret = tls.child("secret").map(XmlElement::text).orElse("");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore.getInstance(type).load(in, secret.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            String found = Files.exists(file) ? String.valueOf(e.getMessage()) : "no such file";
            problems.add(element.key(), file + ": " + found, "a " + type + " keystore that opens with <secret>");
        }
    }

    private @org.jspecify.annotations.Nullable Path resolve(XmlElement element, Problems problems) {
        try {
            File file = files.getFile(element.text());
            return file.toPath().toAbsolutePath().normalize();
        } catch (FileNotFoundException | IllegalArgumentException e) {
            problems.add(
                    element.key(), element.text(), "file://var/... (data folder), file://conf/... or file:///absolute");
            return null;
        }
    }
}
