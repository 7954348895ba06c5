package vn.vanthu.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds by the bytes of a file what in it runs on the reader's machine, whatever its name and type say. */
public enum ActiveContent {
    PROGRAM("application/x-msdownload"),
    SCRIPT("application/javascript"),
    MACRO("application/vnd.ms-office.vbaproject");

    private static final byte[] MZ = ascii("MZ");
    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};
    private static final byte[] SHEBANG = ascii("#!");
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] PDF = ascii("%PDF");
    /** The folder of the macros in a file of Word, Excel, PowerPoint 97-2003. */
    private static final byte[] OLE_MACROS = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

    private static final byte[] ZIP_MACROS = ascii("vbaProject.bin");

    private static final int MOST_BYTES = 64 << 20;

    private final String mediaType;

    ActiveContent(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The type of a part that stands for such a content inside of another file. */
    public String mediaType() {
        return mediaType;
    }

    /** What runs in the first 64 MB of a file; what a PDF packs in its streams is not seen. */
    public static Optional<ActiveContent> in(InputStream file) throws IOException {
        return in(file.readNBytes(MOST_BYTES));
    }

    private static Optional<ActiveContent> in(byte[] bytes) {
        if (begins(bytes, MZ) || begins(bytes, ELF)) {
            return Optional.of(PROGRAM);
        }
        if (begins(bytes, SHEBANG)) {
            return Optional.of(SCRIPT);
        }
        if (begins(bytes, OLE) && contains(bytes, OLE_MACROS) || begins(bytes, ZIP) && contains(bytes, ZIP_MACROS)) {
            return Optional.of(MACRO);
        }
        boolean acts =
                begins(bytes, PDF) && (contains(bytes, ascii("/JavaScript")) || contains(bytes, ascii("/Launch")));
        return acts ? Optional.of(SCRIPT) : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean begins(byte[] bytes, byte[] what) {
        return matches(bytes, 0, what);
    }

    private static boolean contains(byte[] bytes, byte[] what) {
        for (int at = 0; at <= bytes.length - what.length; at++) {
            if (bytes[at] == what[0] && matches(bytes, at, what)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] what) {
        if (bytes.length - at < what.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (bytes[at + i] != what[i]) {
                return false;
            }
        }
        return true;
    }
}
