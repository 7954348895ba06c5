package vn.vanthu.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Whether an Office file carries a digital signature: OOXML in {@code _xmlsignatures/}, ODF in its META-INF. */
final class OfficeSignature {

    private OfficeSignature() {}

    static boolean isIn(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .anyMatch(entry -> entry.getName().startsWith("_xmlsignatures/sig")
                            || entry.getName().equals("META-INF/documentsignatures.xml"));
        } catch (IOException | RuntimeException e) {
            // no zip file, or a broken one: what reads it will say so
            return false;
        }
    }
}
