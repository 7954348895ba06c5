package vn.vanthu.message.text.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.VietnameseText;

/** Small Office files, made from their XML. */
public final class Samples {

    public static final VietnameseText ENGINE = VietnameseText.load();
    public static final String LETTER =
            "Kính gửi các đơn vị: sáng thứ hai văn phòng họp giao ban, đề nghị mang sổ công tác.";
    public static final String HEADING = "cộng hòa xã hội chủ nghĩa việt nam";

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private Samples() {}

    /** A text as a legacy program left it: its bytes as Latin letters. */
    public static String legacy(String text, Encoding encoding) {
        return new String(ENGINE.encode(text, encoding), ISO_8859_1);
    }

    public static String run(String font, String text) {
        return "<w:r><w:rPr><w:rFonts w:ascii=\"" + font + "\" w:hAnsi=\"" + font
                + "\"/><w:b/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    public static String document(String paragraphs) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document " + W + "><w:body>"
                + paragraphs + "<w:sectPr/></w:body></w:document>";
    }

    public static Map<String, String> docx(String documentXml) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", "<Types/>");
        entries.put("word/document.xml", documentXml);
        entries.put("word/media/image1.png", "\u0089PNG not really \u00ff\u00fe");
        return entries;
    }

    /** A letter in .VnTime. */
    public static byte[] legacyDocx() {
        return zip(docx(document("<w:p>" + run(".VnTime", legacy(LETTER, Encoding.TCVN3)) + "</w:p>")));
    }

    /** Entries named {@code mimetype} are stored, as OpenDocument has it. */
    public static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : entries.entrySet()) {
                byte[] content = each.getValue().getBytes(UTF_8);
                ZipEntry entry = new ZipEntry(each.getKey());
                if (each.getKey().equals("mimetype")) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                out.putNextEntry(entry);
                out.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Map<String, String> unzip(byte[] file) {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
