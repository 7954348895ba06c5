package vn.vanthu.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,3 | [1, 3]",
                "1 và 3 | [1, 3]",
                "số 3, số 1. | [1, 3]",
                "2-4 | [2, 3, 4]",
                "2 đến 4; 1 | [1, 2, 3, 4]",
                "thư 5 | [5]",
                "Tất cả | [1, 2, 3, 4, 5]",
                "ALL | [1, 2, 3, 4, 5]"
            })
    void numbersAreReadAsPeopleWriteThem(String text, String numbers) {
        assertThat(ItemNumbers.read(text, 5).map(Object::toString)).contains(numbers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "6", "0", "3-1", "1,9", "-1", "1 trừ 2", "thư của anh Nam", "2026", "1.5x", "không thả 1"})
    void nothingIsGuessed(String text) {
        assertThat(ItemNumbers.read(text, 5)).isEmpty();
    }

    @Test
    void aListOfOneNeedsNoNumber() {
        assertThat(ItemNumbers.read("", 1).map(Object::toString)).contains("[1]");
    }
}
