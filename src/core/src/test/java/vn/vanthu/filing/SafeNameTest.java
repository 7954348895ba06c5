package vn.vanthu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

    private static final String NONE = "không-tên";

    private static String safe(String name) {
        return SafeName.of(name, NONE, 60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "báo cáo quý IV.docx|báo cáo quý IV.docx",
                "847/QĐ-SNgV|847-QĐ-SNgV",
                "../../etc/passwd|-..-etc-passwd",
                "C:\\Windows\\x.dll|C-Windows-x.dll",
                ".htaccess|htaccess",
                "cuối. . .|cuối",
                "CON|_CON",
                "con.txt|_con.txt",
                "Lpt1 .pdf|_Lpt1 .pdf",
                "console.pdf|console.pdf",
                "a<b>c*d?.pdf|a-b-c-d-.pdf",
            })
    void anyNameBecomesOneThatEverySystemTakes(String name, String expected) {
        assertThat(safe(name)).isEqualTo(expected);
    }

    @Test
    void charactersThatDeceiveAreGone() {
        assertThat(safe("anh\u202Egnp.exe")).isEqualTo("anhgnp.exe");
        assertThat(safe("a\u200Bb\uFEFFc\u2066d.pdf")).isEqualTo("abcd.pdf");
        assertThat(safe("dòng một\r\nX-Header: y.pdf")).isEqualTo("dòng một X-Header- y.pdf");
        assertThat(safe("không\0.pdf")).isEqualTo("không.pdf");
        assertThat(safe("nửa\uD800.pdf")).isEqualTo("nửa.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "/", "\\", "///", "\u202E", "\r\n", " . . "})
    void whatLeavesNothingIsNamedOtherwise(String name) {
        assertThat(safe(name)).isEqualTo(NONE);
    }

    @Test
    void oneNameHasOneForm() {
        String name = "Quyết định số 847.pdf";
        assertThat(safe(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(name);
    }

    @Test
    void aLongNameIsCutBetweenLettersAndKeepsItsEnding() {
        String cut = safe("Về việc ban hành Quy chế quản lý và sử dụng hệ thống thư điện tử của Sở.docx");
        assertThat(cut).startsWith("Về việc ban hành").endsWith(".docx");
        assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(50, 60);
        assertThat(safe("📎".repeat(100))).hasSize(30).isEqualTo("📎".repeat(15));
        assertThat(safe("x".repeat(50) + ". . . . . . . . .pdf")).doesNotContain(". .");
    }

    @Test
    void theLanguageOfTheMachineDoesNotCount() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(safe("CONIN$")).isEqualTo("_CONIN$");
            assertThat(safe("conin$.txt")).isEqualTo("_conin$.txt");
        } finally {
            Locale.setDefault(before);
        }
    }
}
