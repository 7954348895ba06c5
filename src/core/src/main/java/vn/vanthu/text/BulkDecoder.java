package vn.vanthu.text;

import java.nio.charset.StandardCharsets;

/**
 * Decodes long texts that are in one encoding throughout, bytes to UTF-8, with the capitals put right that the encoding
 * has no codes for. Gives what {@link Capitals} gives, but looks only where it has something to do.
 * Immutable.
 */
final class BulkDecoder {

    /** What came of a text; the UTF-8 stands in the array that was given. */
    record Result(int length, int lost) {}

    private final Encoding encoding;
    private final CodeTable table;
    private final Syllables syllables;
    private final CapitalStretches stretches;

    BulkDecoder(CodeTable table, Syllables syllables) {
        this.encoding = table.encoding();
        this.table = table;
        this.syllables = syllables;
        this.stretches = new CapitalStretches(table);
    }

    /** The size that the output must have for so many bytes. */
    static int outputSize(int length) {
        return length * 3 + CodeTable.SLACK;
    }

    Result decode(byte[] text, byte[] utf8) {
        if (isDecodedByWord()) {
            return decodeByWord(text, utf8);
        }
        if (!Capitals.areMissingIn(encoding)) {
            return new Result(table.decodeToUtf8(text, 0, text.length, utf8, 0), 0);
        }
        return table.isSingleByte() ? decodeByStretch(text, utf8) : decodeAndRestore(text, utf8);
    }

    /** Tones that go onto the letter before, or symbols that are letters: not byte by byte. */
    private boolean isDecodedByWord() {
        return encoding == Encoding.TCVN5712_2 || table.hasSymbolLetters();
    }

    private Result decodeByWord(byte[] text, byte[] utf8) {
        String decoded = decodeByWord(Units.ofBytes(text, 0, text.length)).toString();
        Capitals.Restored restored = Capitals.restore(encoding, decoded);
        return new Result(write(restored.text(), utf8, 0), restored.lost());
    }

    Decoded decodeByWord(char[] units) {
        Decoded decoded = Decoded.of(units, table);
        if (table.hasSymbolLetters()) {
            decoded.keepSymbols(units, syllables);
        }
        return decoded;
    }

    private Result decodeByStretch(byte[] text, byte[] utf8) {
        int written = 0;
        int lost = 0;
        for (int done = 0; done < text.length; ) {
            CapitalStretches.Stretch stretch = stretches.next(text, done);
            written += table.decodeToUtf8(text, done, stretch.from(), utf8, written);
            int end = written + table.decodeToUtf8(text, stretch.from(), stretch.to(), utf8, written);
            Capitals.Restored restored = restore(utf8, written, end, stretch.beginsSentence());
            written += write(restored.text(), utf8, written);
            lost += stretch.lostBefore() + restored.lost();
            done = stretch.to();
        }
        return new Result(written, lost);
    }

    private Result decodeAndRestore(byte[] text, byte[] utf8) {
        int length = table.decodeToUtf8(text, 0, text.length, utf8, 0);
        Capitals.Restored restored = restore(utf8, 0, length, true);
        return new Result(write(restored.text(), utf8, 0), restored.lost());
    }

    private static Capitals.Restored restore(byte[] utf8, int from, int to, boolean beginsSentence) {
        return Capitals.restore(new String(utf8, from, to - from, StandardCharsets.UTF_8), beginsSentence);
    }

    private static int write(String text, byte[] utf8, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, utf8, at, bytes.length);
        return bytes.length;
    }
}
