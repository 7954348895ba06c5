package vn.vanthu.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTextTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final String LETTER =
            "Kính gửi các đơn vị trực thuộc: sáng thứ hai tuần sau văn phòng họp giao ban, đề nghị mang theo sổ công"
                    + " tác.";
    private static final String ENGLISH =
            "Dear colleagues, the visa desk will stay open during the holiday. Please bring two photographs and the"
                    + " form.\n";

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            mode = Mode.INCLUDE,
            names = {
                "TCVN3",
                "VNI_WIN",
                "VISCII",
                "VPS",
                "CP1258",
                "VIETWARE_X",
                "VIETWARE_F",
                "BKHCM1",
                "BKHCM2",
                "VNI_MAC"
            })
    void findsAndConvertsEachEncoding(Encoding encoding) {
        Conversion conversion = ENGINE.convert(ENGINE.encode(LETTER, encoding), Evidence.none());
        assertThat(conversion.text()).isEqualTo(LETTER);
        assertThat(conversion.encoding()).isEqualTo(encoding);
        assertThat(conversion.changed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"TCVN3", "VNI_WIN", "VISCII", "VPS"})
    void unwrapsLegacyBytesThatBecameUnicode(Encoding encoding) {
        byte[] wrapped = new String(ENGINE.encode(LETTER, encoding), ISO_8859_1).getBytes(UTF_8);
        Conversion conversion = ENGINE.convert(wrapped, Evidence.none());
        assertThat(conversion.text()).isEqualTo(LETTER);
        assertThat(conversion.encoding()).isEqualTo(encoding);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"TCVN3", "VNI_WIN", "VISCII", "VPS", "CP1258"})
    void unwrapsLegacyBytesThatWereReadAsWindows1252(Encoding encoding) {
        byte[] bytes = ENGINE.encode(LETTER, encoding);
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(Units.windows1252(b & 0xFF));
        }
        assertThat(ENGINE.convert(text.toString().getBytes(UTF_8), Evidence.none())
                        .text())
                .isEqualTo(LETTER);
    }

    @Test
    void repairsUtf8ThatWasMisreadOnceOrTwice() {
        String once = misread(LETTER);
        assertThat(converted(once, Encoding.MOJIBAKE)).isEqualTo(LETTER);
        assertThat(converted(misread(once), Encoding.MOJIBAKE)).isEqualTo(LETTER);
    }

    @Test
    void composesVietnameseLettersOnly() {
        String cjk = "Bản sao: \uF900 \uFA10"; // compatibility ideographs, which NFC would replace
        assertThat(converted(Normalizer.normalize(LETTER, Form.NFD), Encoding.UTF8_NFD))
                .isEqualTo(LETTER);
        assertThat(converted("Ba\u0309n go\u0302\u0301c. " + cjk, Encoding.UTF8_NFD))
                .isEqualTo("Bản gốc. " + cjk);
        assertThat(ENGINE.convert("Văn bản \uF900", Evidence.none()).text()).isEqualTo("Văn bản \uF900");
    }

    @Test
    void composesHalfComposedText() {
        String half = "Bô\u0323 phâ\u0323n tiê\u0301p nhâ\u0323n va\u0300 tra\u0309 kê\u0301t qua\u0309";
        assertThat(converted(half, Encoding.UTF8_HALF_COMPOSED)).isEqualTo("Bộ phận tiếp nhận và trả kết quả");
    }

    @Test
    void decodesCharacterReferencesUtf7AndViqr() {
        assertThat(converted("Ph&#242;ng h&#7885;p t&#7847;ng hai", Encoding.NCR))
                .isEqualTo("Phòng họp tầng hai");
        assertThat(converted("Ph&#xF2;ng h&#x1ECD;p t&#x1EA7;ng hai", Encoding.NCR))
                .isEqualTo("Phòng họp tầng hai");
        assertThat(converted("Ph+API-ng h+Hs0-p +AdUBEB6hBw-", Encoding.UTF_7)).startsWith("Phòng họp");
        assertThat(converted("Cha^m tra? lo+`i thu+ cu?a co^ng da^n.", Encoding.VIQR))
                .isEqualTo("Chậm trả lời thư của công dân.".replace("Chậm", "Châm"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The form is due on Monday; see https://example.org/a?b=1&c=2 for details.",
                "Où est la réponse du ministère ? Elle a été envoyée hier à l'ambassade.",
                "Die Prüfung der Anträge dauert länger als üblich, wir bitten um Verständnis.",
                "El señor Núñez llegará mañana a la reunión del comité económico.",
                "Ředitel úřadu žádá o předložení všech příloh do konce týdne.",
                "wǒ men míng tiān zǎo shàng qù bàn gōng shì kāi huì",
                "for (int i = 0; i < n; i++) { sum += a[i] * (b[i] ^ 0x1F); } // ok? yes.",
                "Toi se gui lai ban thao vao chieu nay, anh kiem tra giup.",
                "aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlIDY0+/=",
                "Bàn giao hồ sơ cho bộ phận lưu trữ trước ngày 15/3.",
                "© 2024 — “quoted” · ½ €5 ±3°C"
            })
    void leavesEverythingElseAlone(String text) {
        assertThat(ENGINE.convert(text.getBytes(UTF_8), Evidence.none()).changed())
                .isFalse();
        Charset western = Charset.forName("windows-1252");
        if (western.newEncoder().canEncode(text)) {
            assertThat(ENGINE.convert(text.getBytes(western), Evidence.none()).changed())
                    .isFalse();
        }
    }

    @Test
    void asciiIsUtf8() {
        assertThat(ENGINE.convert("plain".getBytes(UTF_8), Evidence.none()).encoding())
                .isEqualTo(Encoding.UTF_8);
    }

    @Test
    void findsAVietnameseLineInAnEnglishMail() {
        byte[] line = ENGINE.encode("Đề nghị phòng Lãnh sự trả lời trước ngày mười hai.", Encoding.TCVN3);
        byte[] mail = concat(ENGLISH.repeat(3).getBytes(UTF_8), line, ("\n" + ENGLISH).getBytes(UTF_8));
        assertThat(ENGINE.convert(mail, Evidence.none()).text())
                .isEqualTo(ENGLISH.repeat(3) + "Đề nghị phòng Lãnh sự trả lời trước ngày mười hai.\n" + ENGLISH);
    }

    @Test
    void convertsLegacyLinesBesideLinesInUtf8() {
        String unicode = "Phần trả lời của văn phòng đã được duyệt.\n";
        byte[] mixed = concat(unicode.getBytes(UTF_8), ENGINE.encode(LETTER + "\n", Encoding.TCVN3));
        assertThat(ENGINE.convert(mixed, Evidence.none()).text()).isEqualTo(unicode + LETTER + "\n");
    }

    @Test
    void putsCapitalsRightThatTcvn3CannotWrite() {
        byte[] heading = ENGINE.encode("SỞ NGOẠI VỤ TỈNH\nPhòng Lãnh sự kính báo các cơ quan", Encoding.TCVN3);
        Conversion conversion = ENGINE.convert(heading, Evidence.none());
        assertThat(conversion.text()).isEqualTo("SỞ NGOẠI VỤ TỈNH\nPhòng Lãnh sự kính báo các cơ quan");
        assertThat(conversion.lost()).isPositive();
    }

    @Test
    void doesNotConvertShortTextsWithoutEvidence() {
        byte[] short8Bit = ENGINE.encode("số", Encoding.TCVN3);
        assertThat(ENGINE.convert(short8Bit, Evidence.none()).changed()).isFalse();
        Conversion withContext = ENGINE.convert(short8Bit, Evidence.none().withContext(Encoding.TCVN3));
        assertThat(withContext.text()).isEqualTo("số");
    }

    @Test
    void truncatedUtf8StaysAsItIs() {
        byte[] whole = LETTER.getBytes(UTF_8);
        for (int length = 40; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(ENGINE.convert(cut, Evidence.none()).changed()).isFalse();
        }
    }

    @Test
    void worksTheSameInATurkishLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            String text = "BỘ CÔNG AN VÀ BỘ TÀI CHÍNH TRÌNH DỰ ÁN; Ị I İ";
            byte[] bytes = ENGINE.encode(LETTER + text.substring(0, 40), Encoding.VNI_WIN);
            assertThat(VietnameseText.load().convert(bytes, Evidence.none()).text())
                    .isEqualTo(LETTER + text.substring(0, 40));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void convertingTwiceIsConvertingOnce() {
        for (Encoding encoding : List.of(Encoding.TCVN3, Encoding.VNI_WIN, Encoding.VISCII, Encoding.VPS)) {
            String once = ENGINE.convert(ENGINE.encode(LETTER, encoding), Evidence.none())
                    .text();
            assertThat(ENGINE.convert(once.getBytes(UTF_8), Evidence.none()).changed())
                    .isFalse();
        }
    }

    private static String converted(String text, Encoding expected) {
        Conversion conversion = ENGINE.convert(text.getBytes(UTF_8), Evidence.none());
        assertThat(conversion.encoding()).isEqualTo(expected);
        return conversion.text();
    }

    private static String misread(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static byte[] concat(byte[]... parts) {
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** One word that only Vietnamese writes is enough: short Subjects and file names. */
    @ParameterizedTest
    @ValueSource(strings = {"Quyết định", "Báo cáo tuần 46"})
    void aWordThatOnlyVietnameseWritesProvesAShortText(String text) {
        String nfd = Normalizer.normalize(text, Form.NFD);
        StringBuilder references = new StringBuilder();
        text.chars().forEach(c -> references.append(c < 0x80 ? (char) c + "" : "&#" + c + ";"));
        String mojibake = new String(text.getBytes(UTF_8), Charset.forName("windows-1252"));
        for (String written : List.of(nfd, references.toString(), mojibake)) {
            assertThat(ENGINE.convert(written, Evidence.none()).text()).isEqualTo(text);
        }
        assertThat(ENGINE.convert("Quy+Hr8-t +AREeyw-nh", Evidence.none()).text())
                .isEqualTo("Quyết định");
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"BKHCM1", "ISC"})
    void symbolsThatMakeNoWordStaySymbols(Encoding encoding) {
        String text = LETTER + " [1] {a} 2^3 ~ 8\n";
        byte[] letter = ENGINE.encode(LETTER, encoding);
        byte[] symbols = " [1] {a} 2^3 ~ 8\n".getBytes(UTF_8);
        byte[] bytes = Arrays.copyOf(letter, letter.length + symbols.length);
        System.arraycopy(symbols, 0, bytes, letter.length, symbols.length);
        assertThat(ENGINE.decode(bytes, encoding).text()).isEqualTo(text);
    }

    /** Foreign words beside Vietnamese ones, and foreign letters within: all of it is in the one encoding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liên kết và tài liệu: Motor Sports Association, Indy Racing League",
                "Teófilo Stevenson, võ sĩ quyền anh người Cuba, sinh năm 1952",
                "Các cuộc họp tại Edo, Kobe, Nagasaki, Niigata, và Yokohama mở cửa",
                "Năm 1985, Gorbachyov lên nắm quyền ở Liên Xô"
            })
    void foreignWordsDoNotHideVietnamese(String text) {
        for (Encoding encoding : List.of(Encoding.TCVN3, Encoding.VNI_WIN, Encoding.VISCII, Encoding.CP1258)) {
            assertThat(ENGINE.convert(ENGINE.encode(text, encoding), Evidence.none())
                            .text())
                    .isEqualTo(text);
        }
    }

    /** Marks and references say what they are; a bare word among foreign names is enough. */
    @ParameterizedTest
    @ValueSource(strings = {"và Benjamin Vail, ng", "Harvard Yard và phong trào", "Paul Tergat và John Smith"})
    void oneWordInAFormOfUnicodeIsFoundAmongForeignNames(String text) {
        StringBuilder references = new StringBuilder();
        text.chars().forEach(c -> references.append(c < 0x80 ? String.valueOf((char) c) : "&#" + c + ";"));
        for (String written : List.of(Normalizer.normalize(text, Form.NFD), references.toString())) {
            assertThat(ENGINE.convert(written, Evidence.none()).text()).isEqualTo(text);
        }
    }

    @Test
    void foreignLettersBesideVietnameseOnesAreComposedToo() {
        String text = "Trong năm 1259 người dân thành phố Köln và München";
        assertThat(ENGINE.convert(Normalizer.normalize(text, Form.NFD), Evidence.none())
                        .text())
                .isEqualTo(text);
        String german = Normalizer.normalize("Köln und München", Form.NFD);
        assertThat(ENGINE.convert(german, Evidence.none()).text()).isEqualTo(german);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'D','S','H','A','2','5','6','_','A','S','M',' ','-','D','R','C','4','_','A','S'",
                "_gi._PyGObject_API = gi._gi._PyGObject\nversion = _gi.pygobject_version[:]",
                "Thông báo: hạt có bán kính 5µm và 12µm",
                "là thành viên của công ty Häagen và José",
                "Sáu, Ðèo Nai, Cao"
            })
    void leavesWhatOnlyLooksLikeMarksAlone(String text) {
        assertThat(ENGINE.convert(text, Evidence.none()).changed()).isFalse();
    }

    @Test
    void anAbbreviationDoesNotMakeTheWordBeforeItCapital() {
        String text = "Giá trái cây ở ĐBSCL tăng cao, theo Bộ NN và Sở KHĐT tỉnh";
        assertThat(ENGINE.convert(ENGINE.encode(text, Encoding.TCVN3), Evidence.none())
                        .text())
                .isEqualTo(text);
    }
}
