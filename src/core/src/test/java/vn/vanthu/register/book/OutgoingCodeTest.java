package vn.vanthu.register.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingCodeTest {

    @ParameterizedTest
    @CsvSource({
        "Quyết định, 5, 05/QĐ-SNgV",
        "QUYẾT ĐỊNH, 123, 123/QĐ-SNgV",
        "Công văn, 12, 12/SNgV-VP",
        "Thư mời, 9, 09/GM-SNgV",
        "BC, 10, 10/BC-SNgV",
        "Bản thoả thuận, 1, 01/BTT-SNgV"
    })
    void theCodeHasTheFormOfItsType(String name, int number, String code) {
        var type = DocumentTypes.ofTheLaw().find(name).orElseThrow();
        var bookNumber = new BookNumber(Book.OUTGOING, 2026, number);
        assertThat(OutgoingCode.of(bookNumber, OutgoingCode.symbols(type, "SNgV", "VP")))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"05/QĐ-SNgV, 5", "Số: 12/SNgV-VP, 12", "SỐ 7 /TB-SNgV, 7", "/QĐ-SNgV, 0", "'', 0", "abc, 0"})
    void theNumberIsReadFromTheCode(String code, int number) {
        assertThat(OutgoingCode.numberIn(code)).isEqualTo(number);
    }
}
