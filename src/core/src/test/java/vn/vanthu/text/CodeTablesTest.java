package vn.vanthu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeTablesTest {

    private final CodeTables tables = CodeTables.load();

    static Stream<Encoding> encodings() {
        return Encoding.withTable().stream();
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyRowOfTheTableDecodesToItsLetter(Encoding encoding) {
        CodeTable table = tables.of(encoding);
        CodeTables.forEachRow(encoding.id() + ".tsv", (bytes, letter) -> {
            if (isSecondLetter(encoding, letter)) {
                return;
            }
            char[] units = Units.ofBytes(bytes, 0, bytes.length);
            assertThat(table.decode(units, 0, units.length)).isEqualTo(String.valueOf(letter));
            byte[] utf8 = new byte[bytes.length * 3 + CodeTable.SLACK];
            int length = table.decodeToUtf8(bytes, 0, bytes.length, utf8, 0);
            assertThat(new String(utf8, 0, length, java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(String.valueOf(letter));
        });
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyLetterOfTheTableComesBackFromItsBytes(Encoding encoding) {
        CodeTable table = tables.of(encoding);
        CodeTables.forEachRow(encoding.id() + ".tsv", (bytes, letter) -> {
            if (isSecondLetter(encoding, letter)) {
                return;
            }
            byte[] written = table.encode(String.valueOf(letter));
            char[] units = Units.ofBytes(written, 0, written.length);
            assertThat(table.decode(units, 0, units.length)).isEqualTo(String.valueOf(letter));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {
                "VNI_WIN",
                "VNI_MAC",
                "VISCII",
                "VPS",
                "CP1258",
                "TCVN5712_1",
                "BKHCM1",
                "BKHCM2",
                "VIETWARE_X",
                "ISC"
            })
    void all134LettersCanBeWritten(Encoding encoding) {
        String letters = letters();
        assertThat(letters).hasSize(134);
        assertThat(tables.of(encoding).canEncode(letters)).isTrue();
    }

    @Test
    void tcvn3WritesTonedCapitalsAsSmallLetters() {
        assertThat(tables.of(Encoding.TCVN3).canEncode("Ủ")).isFalse();
        assertThat(tables.of(Encoding.TCVN3).encode("Ủ"))
                .isEqualTo(tables.of(Encoding.TCVN3).encode("ủ"));
    }

    @Test
    void theUOfTcvn3IsTheSoftHyphenOfLatin1() {
        assertThat(tables.of(Encoding.TCVN3).encode("ư")).isEqualTo(new byte[] {(byte) 0xAD});
    }

    @Test
    void allEncodingsHaveNames() {
        assertThat(List.of(Encoding.values()))
                .allSatisfy(encoding -> assertThat(Encoding.ofId(encoding.id())).contains(encoding));
    }

    /** BK HCM 1 has one byte for Ụ and Ặ, and one for Ị and Ỵ, in all sources. */
    private static boolean isSecondLetter(Encoding encoding, char letter) {
        return encoding == Encoding.BKHCM1 && "ẶỴ".indexOf(letter) >= 0;
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        IntStream.range(0x80, 0x1F00).filter(c -> Alphabet.isAccented((char) c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
