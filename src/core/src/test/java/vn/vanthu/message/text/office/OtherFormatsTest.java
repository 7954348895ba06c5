package vn.vanthu.message.text.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.message.text.office.Samples.LETTER;
import static vn.vanthu.message.text.office.Samples.legacy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.text.office.OfficeText.State;
import vn.vanthu.text.Encoding;

class OtherFormatsTest {

    private final OfficeConverter converter = new OfficeConverter(Samples.ENGINE);

    @Test
    void stringsOfASheetHaveTheFontOfTheirCellsOrRuns() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("xl/workbook.xml", "<workbook/>");
        entries.put(
                "xl/styles.xml",
                """
                <styleSheet><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>\
                <cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>""");
        String tcvn3 = legacy("đơn vị", Encoding.TCVN3);
        entries.put(
                "xl/sharedStrings.xml",
                "<sst><si><t>" + tcvn3 + "</t></si><si><t>S\u00e8o</t></si><si><r><rPr>"
                        + "<rFont val=\"VNI-Times\"/></rPr><t>" + legacy("họp", Encoding.VNI_WIN)
                        + "</t></r><r><t> giao ban</t></r></si></sst>");
        entries.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><row><c s=\"1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"
                        + "<c t=\"s\"><v>2</v></c><c s=\"1\" t=\"inlineStr\"><is><t>" + tcvn3
                        + "</t></is></c><c s=\"1\"><v>2006</v></c></row></worksheet>");
        Map<String, String> copy = copy(entries);
        assertThat(copy.get("xl/sharedStrings.xml"))
                .isEqualTo("<sst><si><t>đơn vị</t></si><si><t>S\u00e8o</t></si><si><r><rPr>"
                        + "<rFont val=\"Times New Roman\"/></rPr><t>họp</t></r><r><t> giao ban</t></r></si></sst>");
        assertThat(copy.get("xl/worksheets/sheet1.xml"))
                .isEqualTo(entries.get("xl/worksheets/sheet1.xml").replace(tcvn3, "đơn vị"));
        assertThat(copy.get("xl/styles.xml"))
                .isEqualTo(entries.get("xl/styles.xml").replace(".VnTime", "Times New Roman"));
    }

    @Test
    void slidesInheritFromLayoutMasterAndTheme() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("ppt/presentation.xml", "<p:presentation/>");
        entries.put(
                "ppt/slides/slide1.xml",
                "<p:sld>" + shape("<p:ph type=\"title\"/>", "", "họp")
                        + shape("<p:ph idx=\"1\"/>", "", "đơn vị")
                        + shape("", "<a:latin typeface=\"VNI-Times\"/>", "sổ")
                        + shape("", "", "mang") + shape("", "<a:latin typeface=\"Arial\"/>", "đề") + "</p:sld>");
        relation(entries, "slides", "slide1.xml", "slideLayout", "../slideLayouts/l.xml");
        entries.put(
                "ppt/slideLayouts/l.xml",
                "<p:sldLayout><p:sp><p:ph idx=\"1\"/><p:txBody><a:lstStyle><a:lvl1pPr>"
                        + "<a:defRPr><a:latin typeface=\"VNI-Helve\"/></a:defRPr></a:lvl1pPr></a:lstStyle></p:txBody></p:sp>"
                        + "</p:sldLayout>");
        relation(entries, "slideLayouts", "l.xml", "slideMaster", "/ppt/slideMasters/m.xml");
        entries.put(
                "ppt/slideMasters/m.xml",
                "<p:sldMaster><p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr>"
                        + "<a:latin typeface=\"+mj-lt\"/></a:defRPr></a:lvl1pPr></p:titleStyle></p:txStyles></p:sldMaster>");
        relation(entries, "slideMasters", "m.xml", "theme", "../theme/theme1.xml");
        entries.put(
                "ppt/theme/theme1.xml",
                "<a:theme><a:majorFont><a:latin typeface=\"VNI-Times\"/></a:majorFont>"
                        + "<a:minorFont><a:latin typeface=\"Arial\"/></a:minorFont></a:theme>");
        assertThat(copy(entries).get("ppt/slides/slide1.xml"))
                .contains("<a:t>họp</a:t>", "<a:t>đơn vị</a:t>", "<a:t>sổ</a:t>")
                .contains("<a:t>" + legacy("đề", Encoding.VNI_WIN) + "</a:t>");
    }

    private static String shape(String placeholder, String font, String text) {
        return "<p:sp><p:nvPr>" + placeholder + "</p:nvPr><p:txBody><a:p><a:r><a:rPr>" + font + "</a:rPr><a:t>"
                + legacy(text, Encoding.VNI_WIN) + "</a:t></a:r></a:p></p:txBody></p:sp>";
    }

    private static void relation(Map<String, String> entries, String folder, String part, String type, String target) {
        entries.put(
                "ppt/" + folder + "/_rels/" + part + ".rels",
                "<Relationships><Relationship Type=\"http://x/" + type + "\" Target=\"" + target
                        + "\"/></Relationships>");
    }

    @Test
    void openDocumentStylesAndFaces() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.text");
        entries.put(
                "styles.xml",
                """
                <o><office:font-face-decls><style:font-face style:name="F" svg:font-family="&apos;.VnTime&apos;"/>\
                </office:font-face-decls><office:styles><style:default-style style:family="paragraph">\
                <style:text-properties fo:font-family="Arial"/></style:default-style><style:style style:name="Van"\
                 style:family="paragraph"><style:text-properties style:font-name="F"/></style:style></office:styles>\
                <office:automatic-styles><style:style style:name="P1" style:family="paragraph"/>\
                </office:automatic-styles></o>""");
        String tcvn3 = legacy("đơn vị", Encoding.TCVN3);
        String text = "<text:p text:style-name=\"P1\">" + tcvn3 + "<text:span text:style-name=\"T1\">" + tcvn3
                + "</text:span><text:s/>" + tcvn3 + "</text:p><text:p>" + tcvn3 + "</text:p>";
        entries.put(
                "content.xml",
                "<o><office:automatic-styles><style:style style:name=\"P1\" style:family=\"paragraph\""
                        + " style:parent-style-name=\"Van\"/><style:style style:name=\"T1\" style:family=\"text\">"
                        + "<style:text-properties fo:font-family=\"Arial\"/></style:style></office:automatic-styles>"
                        + text + "</o>");
        byte[] file = Samples.zip(entries);
        OfficeText found = converter.read(file, Allowance.forMessage()).orElseThrow();
        assertThat(found.kind()).isEqualTo("odt");
        byte[] copy = found.convertedCopy().orElseThrow();
        assertThat(new String(copy, 30, 8, ISO_8859_1)).isEqualTo("mimetype");
        assertThat(copy[8]).describedAs("stored").isZero();
        assertThat(Samples.unzip(copy).get("content.xml"))
                .contains(">đơn vị<text:span text:style-name=\"T1\">" + tcvn3 + "</text:span><text:s/>đơn vị</text:p>")
                .contains("<text:p>" + tcvn3);
        assertThat(Samples.unzip(copy).get("styles.xml")).contains("svg:font-family=\"Times New Roman\"");
        assertThat(converter.convertedCopy(copy)).isEmpty();
    }

    @Test
    void cellsWithoutStyleHaveThatOfTheirColumn() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        String cell = "<text:p>" + legacy("họp", Encoding.VNI_WIN) + "</text:p></table:table-cell>";
        entries.put(
                "content.xml",
                """
                <o><office:automatic-styles><style:style style:name="c" style:family="table-cell">\
                <style:text-properties fo:font-family="VNI-Times"/></style:style></office:automatic-styles><table:table>\
                <table:table-column table:number-columns-repeated="2"/><table:table-column\
                 table:default-cell-style-name="c"/><table:table-row><table:table-cell>"""
                        + cell
                        + "<table:table-cell/><table:table-cell>" + cell + "</table:table-row></table:table></o>");
        OfficeText found =
                converter.read(Samples.zip(entries), Allowance.forMessage()).orElseThrow();
        assertThat(found.kind()).isEqualTo("ods");
        assertThat(Samples.unzip(found.convertedCopy().orElseThrow()).get("content.xml"))
                .isEqualTo(entries.get("content.xml")
                        .replace(
                                "<table:table-cell/><table:table-cell>" + cell,
                                "<table:table-cell/><table:table-cell><text:p>họp</text:p></table:table-cell>")
                        .replace("VNI-Times", "Times New Roman"));
    }

    @Test
    void rtfByFontTable() {
        StringBuilder hex = new StringBuilder();
        for (byte b : Samples.ENGINE.encode(LETTER, Encoding.TCVN3)) {
            hex.append(b < 0 ? String.format("\\'%02x", b & 0xFF) : String.valueOf((char) b));
        }
        String rtf = "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fnil Arial;}{\\f1\\fnil{\\*\\panose 020b}.VnTime;}}"
                + "{\\info{\\title C\\'e9ng}}\\pard{\\f0 Caf\\'e9}\\par\\f1 " + hex + "\\par\\plain Caf\\'e9 }";
        byte[] copy = converter.convertedCopy(rtf.getBytes(ISO_8859_1)).orElseThrow();
        String after = new String(copy, ISO_8859_1);
        assertThat(after)
                .startsWith(
                        "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0\\fnil Arial;}{\\f1\\fnil{\\*\\panose 020b}Times New Roman;}}"
                                + "{\\info{\\title C\\'e9ng}}\\pard{\\f0 Caf\\'e9}\\par\\f1 {\\uc1 K")
                .endsWith("}\\par\\plain Caf\\'e9 }");
        assertThat(decoded(after)).contains(LETTER);
        assertThat(converter.convertedCopy(copy)).isEmpty();
    }

    private static String decoded(String rtf) {
        return Pattern.compile("\\\\u(-?\\d+)\\?")
                .matcher(rtf)
                .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1))));
    }

    @Test
    void oldBinaryFilesAreToldByTheFontsTheyName() {
        String magic = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
        String stream = new String("WordDocument".getBytes(UTF_16LE), ISO_8859_1);
        String wide = new String(".VnTimeH".getBytes(UTF_16LE), ISO_8859_1);
        OfficeText found = read(magic + "...." + stream + "...." + wide + "\0\0");
        assertThat(found.kind()).isEqualTo("doc");
        assertThat(found.state()).isEqualTo(State.FONTS_NAMED);
        assertThat(found.encoding()).isEqualTo(Encoding.TCVN3_CAPITALS);
        assertThat(read(magic + "....VNI-Times\0").encoding()).isEqualTo(Encoding.VNI_WIN);
        assertThat(converter.read((magic + stream).getBytes(ISO_8859_1), Allowance.forMessage()))
                .isEmpty();
        String encrypted = new String("EncryptedPackage".getBytes(UTF_16LE), ISO_8859_1);
        assertThat(read(magic + encrypted).state()).isEqualTo(State.UNREAD);
    }

    private OfficeText read(String file) {
        return converter.read(file.getBytes(ISO_8859_1), Allowance.forMessage()).orElseThrow();
    }

    private Map<String, String> copy(Map<String, String> entries) {
        return Samples.unzip(converter.convertedCopy(Samples.zip(entries)).orElseThrow());
    }
}
