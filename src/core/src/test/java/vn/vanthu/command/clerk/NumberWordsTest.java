package vn.vanthu.command.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05 đến|05/2026 (den)|''",
                "5 di|05/2026 (di)|''",
                "số 12/2025 đi|12/2025 (di)|''",
                "đến 12 năm 2025|12/2025 (den)|''",
                "12 văn bản đến năm 2025 vì trùng|12/2025 (den)|vì trùng",
                "05/QĐ-SNgV|05/2026 (di)|''",
                "05/QĐ-SNgV, lý do: nhầm|05/2026 (di)|lý do: nhầm",
                "12/SNgV-VP năm 2025|12/2025 (di)|''",
                "05 (đi)|05/2026 (di)|''"
            })
    void aNumberIsReadAsPeopleWriteIt(String argument, String number, String rest) {
        NumberWords words = NumberWords.read(argument, 2026);
        assertThat(words.problem()).isEmpty();
        assertThat(words.bookNumber()).hasToString(number);
        assertThat(words.rest()).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "đến", "05", "00 đi", "năm 2026", "12/2025"})
    void anUnclearNumberIsNone(String argument) {
        assertThat(NumberWords.read(argument, 2026).problem()).isPresent();
    }

    @Test
    void theCodeOfAnOutgoingDocumentIsKept() {
        assertThat(NumberWords.read("05/QĐ-SNgV", 2026).code()).isEqualTo("05/QĐ-SNgV");
    }
}
