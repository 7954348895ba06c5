package vn.vanthu.message.text.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The zip file around the XML of OOXML and OpenDocument. */
final class OfficeZip {

    private static final int MOST_ENTRIES = 10_000;
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final byte[] file;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    private OfficeZip(byte[] file) {
        this.file = file;
    }

    /** Unpacks the XML and goes through the rest, so that a broken file is known as such. */
    static OfficeZip read(byte[] file, Allowance allowance) {
        OfficeZip zip = new OfficeZip(file);
        Reader reader = new Reader(allowance, allowance.limitFor(file.length));
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!zip.names.add(entry.getName()) || zip.names.size() > MOST_ENTRIES) {
                    throw new UnreadableException("too many entries, or two of one name");
                }
                if (isText(entry.getName())) {
                    zip.texts.put(entry.getName(), reader.text(in));
                } else {
                    reader.skip(in);
                }
            }
            zip.checkDirectory();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(e);
        } finally {
            allowance.take(reader.unpacked, reader.text);
        }
        return zip;
    }

    /** Reading ends without a word at the first damaged entry: the directory at the end tells how many there are. */
    private void checkDirectory() {
        for (int at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xFFFF); at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
                int count = (file[at + 10] & 0xFF) | (file[at + 11] & 0xFF) << 8;
                if (count == names.size()) {
                    return;
                }
            }
        }
        throw new UnreadableException("no directory, or one of other entries");
    }

    private static boolean isText(String name) {
        return (name.endsWith(".xml") || name.endsWith(".rels") || name.equals("mimetype"))
                && !name.startsWith("customXml/")
                && !name.startsWith("docProps/");
    }

    /** The entries that are XML, and {@code mimetype}. */
    Map<String, String> texts() {
        return texts;
    }

    boolean isSigned() {
        return names.stream()
                .anyMatch(name -> name.startsWith("_xmlsignatures/") || name.equals("META-INF/documentsignatures.xml"));
    }

    /** The same file with other texts in some entries; all other entries keep their content, order and method. */
    byte[] with(Map<String, String> changed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length + file.length / 8);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String text = changed.get(entry.getName());
                copy(entry, text == null ? in.readAllBytes() : text.getBytes(StandardCharsets.UTF_8), out);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(e);
        }
        return bytes.toByteArray();
    }

    private static void copy(ZipEntry original, byte[] content, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(original.getName());
        entry.setTimeLocal(time(original));
        entry.setMethod(original.getMethod());
        if (original.getMethod() == ZipEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            entry.setSize(content.length);
        }
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    /** Never before 1980: that would take an extra field, which OpenDocument forbids for its first entry. */
    private static LocalDateTime time(ZipEntry entry) {
        try {
            LocalDateTime time = entry.getTimeLocal();
            return time == null || time.isBefore(EARLIEST) ? EARLIEST : time;
        } catch (DateTimeException e) {
            return EARLIEST;
        }
    }

    /** Reads entries and counts. */
    private static final class Reader {
        private final byte[] buffer = new byte[1 << 14];
        private final long limit;
        private final long textLimit;
        private long unpacked;
        private long text;

        Reader(Allowance allowance, long limit) {
            this.limit = limit;
            this.textLimit = allowance.textLeft();
        }

        String text(InputStream in) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                count(n);
                text += n;
                if (text > textLimit) {
                    throw new UnreadableException("too much text");
                }
                content.write(buffer, 0, n);
            }
            return utf8(content.toByteArray());
        }

        void skip(InputStream in) throws IOException {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                count(n);
            }
        }

        private void count(int n) {
            unpacked += n;
            if (unpacked > limit) {
                throw new UnreadableException("unpacks to too much");
            }
        }

        /** Strictly, so that what is not touched is written as it was. */
        private static String utf8(byte[] content) throws IOException {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.contains("<!DOCTYPE")) {
                throw new UnreadableException("declares entities");
            }
            return text;
        }
    }
}
