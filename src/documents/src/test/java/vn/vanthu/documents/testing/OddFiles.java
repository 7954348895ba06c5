package vn.vanthu.documents.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;

/** Files in formats that offices send and few libraries write. */
public final class OddFiles {

    private OddFiles() {}

    /** Something that writes itself. */
    @FunctionalInterface
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A workbook with a line in each row. */
    public static byte[] xls(String... lines) {
        return bytes(out -> {
            try (Workbook workbook = sheet(new HSSFWorkbook(), lines)) {
                workbook.write(out);
            }
        });
    }

    /** The same with a password. */
    public static byte[] lockedXls(String password, String... lines) {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return xls(lines);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static Workbook sheet(Workbook workbook, String... lines) {
        var sheet = workbook.createSheet("Trang 1");
        for (int row = 0; row < lines.length; row++) {
            sheet.createRow(row).createCell(0).setCellValue(lines[row]);
        }
        return workbook;
    }

    public static byte[] ppt(String text) {
        return bytes(out -> {
            try (HSLFSlideShow show = new HSLFSlideShow()) {
                show.createSlide().addTitle().setText(text);
                show.write(out);
            }
        });
    }

    /** An OLE file as Office keeps macros in; without any. */
    public static byte[] macros() {
        return bytes(out -> {
            try (POIFSFileSystem files = new POIFSFileSystem()) {
                files.createDocument(new java.io.ByteArrayInputStream(new byte[] {1}), "PROJECT");
                files.writeFilesystem(out);
            }
        });
    }

    /** An OLE file with Word's stream, in which nothing of Word's is. */
    public static byte[] brokenDoc(String text) {
        return bytes(out -> {
            try (POIFSFileSystem files = new POIFSFileSystem()) {
                byte[] content = text.repeat(400).getBytes(StandardCharsets.UTF_16LE);
                files.createDocument(new java.io.ByteArrayInputStream(content), "WordDocument");
                files.writeFilesystem(out);
            }
        });
    }

    public static byte[] rtf(String... lines) {
        StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0 ");
        for (String line : lines) {
            line.chars()
                    .forEach(character -> rtf.append(
                            character < 128 ? String.valueOf((char) character) : "\\u" + (short) character + "?"));
            rtf.append("\\par\n");
        }
        return rtf.append('}').toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] odt(String... lines) {
        String start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text><text:p>";
        String content = start + String.join("</text:p><text:p>", lines)
                + "</text:p></office:text></office:body></office:document-content>";
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII),
                "content.xml",
                content.getBytes(StandardCharsets.UTF_8));
    }

    /** A ZIP: names and contents in turns. */
    public static byte[] zip(Object... namesAndContents) {
        return bytes(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (int i = 0; i < namesAndContents.length; i += 2) {
                    zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                    zip.write((byte[]) namesAndContents[i + 1]);
                }
            }
        });
    }

    /** A ZIP that says of each entry that it is encrypted. */
    public static byte[] lockedZip(String name, byte[] content) {
        byte[] all = zip(name, content);
        for (int at = 0; at < all.length - 9; at++) {
            if (all[at] == 'P' && all[at + 1] == 'K' && (all[at + 2] == 3 || all[at + 2] == 1)) {
                all[at + (all[at + 2] == 3 ? 6 : 8)] |= 1;
            }
        }
        return all;
    }

    public static byte[] sevenZip(String name, byte[] content) {
        return bytes(out -> {
            SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
            try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
                archive.setContentCompression(SevenZMethod.COPY);
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(name);
                entry.setLastModifiedDate(new java.util.Date(0));
                archive.putArchiveEntry(entry);
                archive.write(content);
                archive.closeArchiveEntry();
            }
            out.write(channel.array(), 0, (int) channel.size());
        });
    }

    /** A RAR of version 4 with one stored file (technote of RAR 4: marker, archive header, file header, data, end). */
    public static byte[] rar(String name, byte[] content) {
        byte[] asciiName = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(content);
        ByteBuffer file = little(25 + asciiName.length)
                .putInt(content.length)
                .putInt(content.length)
                .put((byte) 3)
                .putInt((int) crc.getValue())
                .putInt(0x5777_0000)
                .put((byte) 20)
                .put((byte) 0x30)
                .putShort((short) asciiName.length)
                .putInt(0100644)
                .put(asciiName);
        return bytes(out -> {
            out.write(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0});
            out.write(block(0x73, 0, new byte[6]));
            out.write(block(0x74, 0x8000, file.array()));
            out.write(content);
            out.write(block(0x7B, 0x4000, new byte[0]));
        });
    }

    /** A RAR of version 5: marker and an archive header (technote of RAR 5). */
    public static byte[] rar5() {
        byte[] header = {0x05, 0x01, 0x05, 0x00, 0x01, 0x01};
        CRC32 crc = new CRC32();
        crc.update(header);
        return bytes(out -> {
            out.write(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 1, 0});
            out.write(little(4).putInt((int) crc.getValue()).array());
            out.write(header);
        });
    }

    private static byte[] block(int type, int flags, byte[] rest) {
        ByteBuffer block = little(7 + rest.length)
                .putShort((short) 0)
                .put((byte) type)
                .putShort((short) flags)
                .putShort((short) (7 + rest.length))
                .put(rest);
        CRC32 crc = new CRC32();
        crc.update(block.array(), 2, block.capacity() - 2);
        return block.putShort(0, (short) crc.getValue()).array();
    }

    /** A winmail.dat (MS-OXTNEF) with one attachment. */
    public static byte[] winmail(String name, byte[] content) {
        return bytes(out -> {
            out.write(little(6).putInt(0x223E9F78).putShort((short) 1).array());
            out.write(attribute(1, 0x00089006, little(4).putInt(0x00010000).array()));
            out.write(attribute(2, 0x00069002, new byte[14]));
            out.write(attribute(2, 0x00018010, (name + "\0").getBytes(StandardCharsets.US_ASCII)));
            out.write(attribute(2, 0x0006800F, content));
        });
    }

    private static byte[] attribute(int level, int id, byte[] data) {
        int sum = 0;
        for (byte each : data) {
            sum += each & 0xFF;
        }
        return little(11 + data.length)
                .put((byte) level)
                .putInt(id)
                .putInt(data.length)
                .put(data)
                .putShort((short) sum)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
