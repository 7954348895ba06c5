package vn.vanthu.message.text.office;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an Office file is, by its content: names and declared types are often wrong. */
enum OfficeKind {
    DOCX,
    XLSX,
    PPTX,
    ODF,
    RTF,
    OLE;

    private static final byte[] RTF_MAGIC = {'{', '\\', 'r', 't', 'f'};
    private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
    private static final byte[] OLE_MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    static boolean hasMagic(byte[] start) {
        return startsWith(start, OLE_MAGIC) || startsWith(start, RTF_MAGIC) || startsWith(start, ZIP_MAGIC);
    }

    /** Looks at the first bytes, and at the names in a zip file, which stand there in clear even if it is broken. */
    static Optional<OfficeKind> of(byte[] file) {
        if (startsWith(file, OLE_MAGIC)) {
            return Optional.of(OLE);
        }
        if (startsWith(file, RTF_MAGIC)) {
            return Optional.of(RTF);
        }
        if (!startsWith(file, ZIP_MAGIC)) {
            return Optional.empty();
        }
        String names = new String(file, StandardCharsets.ISO_8859_1);
        if (names.startsWith("mimetypeapplication/vnd.oasis.opendocument", 30)) {
            return Optional.of(ODF);
        }
        if (names.contains("word/document")) {
            return Optional.of(DOCX);
        }
        if (names.contains("xl/workbook")) {
            return Optional.of(XLSX);
        }
        return names.contains("ppt/presentation") ? Optional.of(PPTX) : Optional.empty();
    }

    /** How the part is named without which a zip file is something else that holds such a file; a number may be added. */
    String mainPart() {
        return switch (this) {
            case DOCX -> "word/document[0-9]*\\.xml";
            case XLSX -> "xl/workbook[0-9]*\\.xml";
            case PPTX -> "ppt/presentation[0-9]*\\.xml";
            default -> "content\\.xml";
        };
    }

    private static boolean startsWith(byte[] file, byte[] magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (file[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
