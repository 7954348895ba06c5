package vn.vanthu.documents;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/** Signatures that stand beside what they sign, and hold nothing else. */
final class Signature {

    /** That of a long chain of certificates is smaller. */
    static final long LARGEST = 64 << 10;

    private static final Pattern ARMOUR = Pattern.compile("\\s*-----BEGIN (PGP SIGNATURE|PKCS7|CMS)-----\\R"
            + "((Version|Hash): [ -~]{0,80}\\R)*[A-Za-z0-9+/=\\s]+-----END \\1-----\\s*");

    private Signature() {}

    static boolean is(byte[] bytes) {
        return isDetached(bytes)
                || ARMOUR.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    private static boolean isDetached(byte[] der) {
        try {
            return new CMSSignedData(der).getSignedContent() == null;
        } catch (CMSException | RuntimeException e) {
            return false;
        }
    }
}
