package vn.vanthu.message.text.office;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vanthu.message.text.office.Samples.HEADING;
import static vn.vanthu.message.text.office.Samples.LETTER;
import static vn.vanthu.message.text.office.Samples.legacy;
import static vn.vanthu.message.text.office.Samples.run;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.vanthu.message.text.office.OfficeText.State;
import vn.vanthu.text.Encoding;

class WordTextTest {

    private static final String UNICODE = LegacyFont.UNICODE_FONT;
    private final OfficeConverter converter = new OfficeConverter(Samples.ENGINE);

    @Test
    void onlyTextsAndFontNamesChange() {
        String before = Samples.document("<w:p>" + run(".VnTime", legacy(LETTER, Encoding.TCVN3)) + "</w:p><w:p>"
                + run(".VnTimeH", legacy(HEADING, Encoding.TCVN3)) + run("Arial", "Pháp &amp; Đức") + "</w:p>");
        String after = Samples.document("<w:p>" + run(UNICODE, LETTER) + "</w:p><w:p>"
                + run(UNICODE, HEADING.toUpperCase(Locale.ROOT)) + run("Arial", "Pháp &amp; Đức") + "</w:p>");
        Map<String, String> original = Samples.docx(before);
        Map<String, String> copy = copy(original);
        original.put("word/document.xml", after);
        assertThat(copy).isEqualTo(original);
        assertThat(new ArrayList<>(copy.keySet())).isEqualTo(new ArrayList<>(original.keySet()));
    }

    @Test
    void aCopyIsNotCopiedAgain() {
        byte[] copy = converter.convertedCopy(Samples.legacyDocx()).orElseThrow();
        assertThat(converter.convertedCopy(copy)).isEmpty();
    }

    @Test
    void wordsThatAreCutBetweenLetterAndMarkComeBackWhole() {
        String vni = legacy("đề nghị", Encoding.VNI_WIN);
        StringBuilder runs = new StringBuilder();
        vni.chars().forEach(c -> runs.append(run("VNI-Times", Character.toString(c))));
        String text = copy(Samples.docx(Samples.document("<w:p>" + runs + "</w:p>")))
                .getOrDefault("word/document.xml", "")
                .replaceAll("<[^>]+>|\\s*<\\?.*\\?>\\s*", "");
        assertThat(text.strip()).isEqualTo("đề nghị");
    }

    @Test
    void fontsComeFromStylesAndTheme() {
        Map<String, String> entries = Samples.docx(Samples.document(paragraph("Van", "", "một: họp")
                + paragraph("", "Manh", "hai: họp")
                + paragraph("", "", "ba: họp")
                + paragraph("Tay", "", "bốn: họp")));
        entries.put(
                "word/styles.xml",
                """
                <w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"\
                 w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>\
                <w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>\
                </w:rPr></w:style><w:style w:type="paragraph" w:styleId="Van"><w:basedOn w:val="Goc"/></w:style>\
                <w:style w:type="paragraph" w:styleId="Tay"><w:rPr><w:rFonts w:hAnsi="Arial"/></w:rPr></w:style>\
                <w:style w:type="character" w:styleId="Manh"><w:rPr><w:rFonts w:hAnsi="VNI-Helve"/></w:rPr></w:style>\
                </w:styles>""");
        entries.put(
                "word/theme/theme1.xml",
                "<a:theme><a:minorFont><a:latin typeface=\"VNI-Times\"/></a:minorFont></a:theme>");
        Map<String, String> copy = copy(entries);
        assertThat(copy.get("word/document.xml"))
                .contains("một: họp", "hai: họp", "ba: họp", legacy("bốn: họp", Encoding.VNI_WIN));
        assertThat(copy.get("word/styles.xml"))
                .contains("w:hAnsi=\"Times New Roman\"")
                .doesNotContain("VNI-");
        assertThat(copy.get("word/theme/theme1.xml")).doesNotContain("VNI-");
    }

    @Test
    void numbersAreConvertedToo() {
        Map<String, String> entries =
                Samples.docx(Samples.document("<w:p>" + run(".VnTime", legacy(LETTER, Encoding.TCVN3)) + "</w:p>"));
        entries.put(
                "word/numbering.xml",
                "<w:numbering><w:lvl><w:lvlText w:val=\"" + legacy("Điều %1.", Encoding.TCVN3)
                        + "\"/><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr></w:lvl></w:numbering>");
        assertThat(copy(entries).get("word/numbering.xml")).contains("w:val=\"Điều %1.\"");
    }

    @Test
    void textBoxesStandWithinParagraphs() {
        String box =
                "<w:r><w:pict><w:txbxContent><w:p>" + run("Arial", "Paris") + "</w:p></w:txbxContent></w:pict><w:t>";
        String xml = Samples.document("<w:p><w:pPr><w:pStyle w:val=\"V\"/></w:pPr>" + box
                + legacy("đơn vị", Encoding.TCVN3) + "</w:t></w:r></w:p>");
        Map<String, String> entries = Samples.docx(xml);
        entries.put(
                "word/styles.xml",
                "<w:styles><w:style w:styleId=\"V\"><w:rPr><w:rFonts w:hAnsi=\".VnTime\"/></w:rPr></w:style></w:styles>");
        assertThat(copy(entries).get("word/document.xml")).contains("đơn vị", "Paris");
    }

    @Test
    void aFontThatNoLetterNeedsIsNothing() {
        assertThat(read(Samples.document("<w:p>" + run(".VnTime", "Hanoi 2006") + "</w:p>")))
                .isEmpty();
        Map<String, String> listed = Samples.docx(Samples.document("<w:p>" + run("Arial", "C\u00e9ng") + "</w:p>"));
        listed.put("word/fontTable.xml", "<w:fonts><w:font w:name=\".VnTime\"/></w:fonts>");
        assertThat(converter.read(Samples.zip(listed), Allowance.forMessage())).isEmpty();
    }

    @Test
    void unicodeInALegacyFontStays() {
        assertThat(read(Samples.document("<w:p>" + run(".VnTime", LETTER) + "</w:p>")))
                .isEmpty();
    }

    @Test
    void whereALegacyFontHoldsUnicodeTheTextDecides() {
        String legacy = legacy(LETTER, Encoding.TCVN3);
        Map<String, String> entries = Samples.docx(Samples.document("<w:p>" + run(".VnTime", LETTER)
                + run(".VnTime", "v\u00e0") + "</w:p><w:p>" + run(".VnTime", legacy) + "</w:p>"));
        assertThat(copy(entries).get("word/document.xml"))
                .isEqualTo(Samples.document("<w:p>" + run(UNICODE, LETTER) + run(UNICODE, "v\u00e0") + "</w:p><w:p>"
                        + run(UNICODE, LETTER) + "</w:p>"));
    }

    @Test
    void punctuationStays() {
        String quoted = "\u201cHọp\u201d \u2013 50 %\u2026";
        String xml = Samples.document("<w:p>" + run(".VnTime", quoted.replace("ọ", legacy("ọ", Encoding.TCVN3)))
                + "</w:p><w:p>" + run("VNI-Times", quoted.replace("ọ", legacy("ọ", Encoding.VNI_WIN))) + "</w:p>");
        assertThat(copy(Samples.docx(xml)).get("word/document.xml"))
                .isEqualTo(Samples.document(
                        "<w:p>" + run(UNICODE, quoted) + "</w:p><w:p>" + run(UNICODE, quoted) + "</w:p>"));
    }

    @Test
    void signedFilesAreToldAndNotCopied() {
        Map<String, String> entries = Samples.unzip(Samples.legacyDocx());
        entries.put("_xmlsignatures/sig1.xml", "<Signature/>");
        OfficeText found =
                converter.read(Samples.zip(entries), Allowance.forMessage()).orElseThrow();
        assertThat(found.state()).isEqualTo(State.SIGNED);
        assertThat(found.convertedCopy()).isEmpty();
    }

    private Optional<OfficeText> read(String document) {
        return converter.read(Samples.zip(Samples.docx(document)), Allowance.forMessage());
    }

    private Map<String, String> copy(Map<String, String> entries) {
        return Samples.unzip(converter.convertedCopy(Samples.zip(entries)).orElseThrow());
    }

    private static String paragraph(String style, String runStyle, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"" + runStyle
                + "\"/></w:rPr><w:t>" + legacy(text, Encoding.VNI_WIN) + "</w:t></w:r></w:p>";
    }
}
