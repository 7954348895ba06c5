package vn.vanthu.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The entrance to the package: finds how a text is written and converts it to Unicode NFC by TCVN 6909:2001.
 *
 * <p>No input makes it throw. What is right already, what is in another language and what is doubtful stays as it is.
 * Converting twice gives the same as converting once. Immutable; one instance serves all threads.
 */
public final class VietnameseText {

    /** A text may be wrapped more than once; what still changes then is left alone. */
    private static final int MAX_LAYERS = 4;

    private final CodeTables tables = CodeTables.load();
    private final Detector detector;
    private final Viqr viqr;
    private final Map<Encoding, BulkDecoder> decoders = new EnumMap<>(Encoding.class);

    private VietnameseText(TextModel model) {
        this.detector = new Detector(model, tables);
        this.viqr = new Viqr(model.syllables());
        for (Encoding encoding : Encoding.withTable()) {
            decoders.put(encoding, new BulkDecoder(tables.of(encoding), model.syllables()));
        }
    }

    /** The engine with the model that ships with it. It takes some 50 ms: make one and share it. */
    public static VietnameseText load() {
        return new VietnameseText(TextModel.load());
    }

    /** The engine with a model that {@link TextModelTrainer} wrote, to measure on text which that model has not seen. */
    public static VietnameseText load(Path modelFolder) {
        return new VietnameseText(TextModel.load(modelFolder));
    }

    /** Finds how bytes are written, and converts them. */
    public Conversion convert(byte[] text, Evidence evidence) {
        if (Utf8.isPlain(text, 0, text.length)) {
            return Conversion.unchanged(Encoding.UTF_8, new String(text, StandardCharsets.UTF_8));
        }
        if (MixedLines.isWithoutUtf8(text)) {
            return convertBytes(text, evidence);
        }
        Utf8.Census census = Utf8.census(text, 0, text.length);
        if (census.isValid()) {
            return convert(new String(text, StandardCharsets.UTF_8), evidence);
        }
        if (census.isDamaged()) {
            return Conversion.unchanged(Encoding.UTF_8, new String(text, StandardCharsets.UTF_8));
        }
        if (census.sequences() > 0 && MixedLines.isMixed(text)) {
            return MixedLines.convert(text, lines -> convert(lines, evidence));
        }
        return convertBytes(text, evidence);
    }

    private Conversion convertBytes(byte[] text, Evidence evidence) {
        Optional<Encoding> uniform = detector.uniform(text, evidence);
        if (uniform.isPresent()) {
            return decodeLong(text, uniform.get());
        }
        String asItIs = windows1252(text);
        Optional<Reading> best = detector.detect(text, evidence);
        if (best.isEmpty() || !Acceptance.isCertain(best.get(), evidence)) {
            boolean suspect = best.filter(Acceptance::isSuspect).isPresent();
            return suspect
                    ? Conversion.flagged(Encoding.UNKNOWN, asItIs)
                    : Conversion.unchanged(Encoding.UNKNOWN, asItIs);
        }
        return settle(best.get(), asItIs, true, evidence);
    }

    /** Finds how a text is written that was decoded already, and converts it. */
    public Conversion convert(String text, Evidence evidence) {
        Optional<Reading> best = detector.detect(text, evidence);
        if (best.isEmpty() || !Acceptance.isCertain(best.get(), evidence)) {
            boolean suspect = best.filter(Acceptance::isSuspect).isPresent();
            return suspect ? Conversion.flagged(Encoding.UTF_8, text) : Conversion.unchanged(Encoding.UTF_8, text);
        }
        return settle(best.get(), text, false, evidence);
    }

    /** Bytes as text without any conversion: UTF-8 where they are that, else as windows-1252 reads them. */
    public static String asText(byte[] bytes) {
        boolean unicode = Utf8.census(bytes, 0, bytes.length).isValid();
        return unicode ? new String(bytes, StandardCharsets.UTF_8) : windows1252(bytes);
    }

    /** Converts bytes that are known to be in an encoding, without looking whether they are Vietnamese. */
    public Conversion decode(byte[] text, Encoding encoding) {
        if (!encoding.hasTable()) {
            return decode(new String(text, StandardCharsets.UTF_8), encoding);
        }
        boolean ascii = Utf8.census(text, 0, text.length).isAscii();
        Conversion conversion = decodeLong(text, encoding);
        boolean changed = !ascii || !conversion.text().contentEquals(windows1252(text));
        return new Conversion(encoding, changed, conversion.text(), false, conversion.lost());
    }

    private Conversion decodeLong(byte[] text, Encoding encoding) {
        byte[] utf8 = new byte[BulkDecoder.outputSize(text.length)];
        BulkDecoder.Result result = decoder(encoding).decode(text, utf8);
        String decoded = new String(utf8, 0, result.length(), StandardCharsets.UTF_8);
        return new Conversion(encoding, true, decoded, false, result.lost());
    }

    /** For long texts that are in one encoding throughout. */
    BulkDecoder decoder(Encoding encoding) {
        return Objects.requireNonNull(decoders.get(encoding), encoding.id());
    }

    /** The encoding of a long text of bytes when it is Vietnamese throughout, and no line is UTF-8. */
    Optional<Encoding> uniform(byte[] text, Evidence evidence) {
        return MixedLines.isWithoutUtf8(text) ? detector.uniform(text, evidence) : Optional.empty();
    }

    /** The same for text whose legacy bytes stand there as windows-1252 or ISO-8859-1 characters. */
    public Conversion decode(String text, Encoding encoding) {
        char[] original = text.toCharArray();
        char[] units = Units.of(original, original.length);
        Optional<Decoded> decoded =
                switch (encoding) {
                    case VIQR -> viqr.decode(original);
                    case NCR -> CharacterReferences.decode(original);
                    case UTF_7 -> Utf7.decode(original);
                    case MOJIBAKE -> Mojibake.decode(units, original);
                    case UTF_8, UTF8_NFD, UTF8_HALF_COMPOSED, UNKNOWN -> CombiningMarks.decode(original);
                    default -> Optional.of(decoder(encoding).decodeByWord(units));
                };
        Capitals.Restored restored =
                Capitals.restore(encoding, decoded.map(Decoded::toString).orElse(text));
        return new Conversion(encoding, !restored.text().equals(text), restored.text(), false, restored.lost());
    }

    /**
     * Decodes bytes in an 8-bit encoding straight to UTF-8, without inferring capitals: the fast way for long texts.
     *
     * @param out at least three times as long as the text, and eight bytes more
     * @return the number of bytes written
     */
    public int decodeToUtf8(byte[] text, Encoding encoding, byte[] out) {
        return tables.of(encoding).decodeToUtf8(text, 0, text.length, out, 0);
    }

    /** The quick answer for most mail: true for UTF-8 that needs no closer look. One pass, no copy. */
    public boolean isPlainUnicode(byte[] text) {
        return Utf8.isPlain(text, 0, text.length);
    }

    /**
     * Writes a text in an 8-bit encoding, as the tools of its time did: capitals that it has no code for become small
     * letters, other characters that it has no code for a question mark.
     */
    public byte[] encode(String text, Encoding encoding) {
        return tables.of(encoding).encode(text);
    }

    /** Whether every character has a code of its own in an 8-bit encoding. */
    public boolean canEncode(String text, Encoding encoding) {
        return tables.of(encoding).canEncode(text);
    }

    /**
     * Takes off further layers until nothing changes any more, so that converting again changes nothing.
     *
     * @param bytes whether the text was no Unicode, so that it changes even where its letters look the same
     */
    private Conversion settle(Reading first, String original, boolean bytes, Evidence evidence) {
        Capitals.Restored now = apply(first, original);
        int lost = now.lost();
        for (int layer = 1; layer < MAX_LAYERS; layer++) {
            Optional<Reading> next = detector.detect(now.text(), evidence);
            if (next.isEmpty() || !Acceptance.isCertain(next.get(), evidence)) {
                boolean changed = bytes || !now.text().equals(original);
                return new Conversion(first.encoding(), changed, now.text(), false, lost);
            }
            now = apply(next.get(), now.text());
            lost += now.lost();
        }
        return Conversion.unchanged(Encoding.UNKNOWN, original);
    }

    private static Capitals.Restored apply(Reading reading, String original) {
        return Capitals.restore(reading.encoding(), reading.text(original));
    }

    private static String windows1252(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = Units.windows1252(bytes[i] & 0xFF);
        }
        return new String(text);
    }
}
