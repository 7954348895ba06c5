package vn.vanthu.text;

import java.nio.charset.StandardCharsets;

/**
 * Decodes long texts that are in one encoding throughout, bytes to UTF-8, with the capitals put right that the encoding
 * has no codes for. Gives what {@link Capitals} gives, but looks only at the few lines where it has something to do.
 * Immutable.
 */
final class BulkDecoder {

    /** What came of a text; the UTF-8 stands in the array that was given. */
    record Result(int length, int lost) {}

    private final Encoding encoding;
    private final CodeTable table;
    private final Syllables syllables;
    private final CapitalLines lines;

    BulkDecoder(CodeTable table, Syllables syllables) {
        this.encoding = table.encoding();
        this.table = table;
        this.syllables = syllables;
        this.lines = new CapitalLines(table);
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
        return table.isSingleByte() ? decodeByLine(text, utf8) : restoreAll(text, 0, text.length, utf8, 0);
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

    private Result decodeByLine(byte[] text, byte[] utf8) {
        int written = 0;
        int lost = 0;
        int done = 0;
        while (done < text.length) {
            CapitalLines.Line line = lines.next(text, done);
            written += table.decodeToUtf8(text, done, line.from(), utf8, written);
            Result restored = restoreAll(text, line.from(), line.to(), utf8, written);
            written = restored.length();
            lost += line.lostBefore() + restored.lost();
            done = line.to();
        }
        return new Result(written, lost);
    }

    private Result restoreAll(byte[] text, int from, int to, byte[] utf8, int at) {
        int end = at + table.decodeToUtf8(text, from, to, utf8, at);
        Capitals.Restored restored = Capitals.restore(new String(utf8, at, end - at, StandardCharsets.UTF_8));
        return new Result(at + write(restored.text(), utf8, at), restored.lost());
    }

    private static int write(String text, byte[] utf8, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, utf8, at, bytes.length);
        return bytes.length;
    }
}
