package vn.vanthu.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The entrance. */
public final class VietnameseText {

    /** A text may be wrapped more than once; what still changes then is left alone. */
    private static final int MAX_LAYERS = 4;

    private final CodeTables tables = CodeTables.load();
    private final Detector detector;

    private VietnameseText(TextModel model) {
        this.detector = new Detector(model, tables);
    }

    /** The engine with the model that ships with it. Costs some 50 ms; make one and share it between threads. */
    public static VietnameseText load() {
        return new VietnameseText(TextModel.load());
    }

    /** The engine with a model that {@link TextModelTrainer} wrote, to measure on text which that model has not seen. */
    public static VietnameseText load(java.nio.file.Path modelFolder) {
        return new VietnameseText(TextModel.load(modelFolder));
    }

    /** Finds how bytes are written, and converts them. */
    public Conversion convert(byte[] text, Evidence evidence) {
        Utf8.Census census = Utf8.census(text, 0, text.length);
        if (census.isValid()) {
            return convert(new String(text, StandardCharsets.UTF_8), evidence);
        }
        if (census.isDamaged()) {
            return Conversion.unchanged(Encoding.UTF_8, new String(text, StandardCharsets.UTF_8));
        }
        String asItIs = windows1252(text);
        Optional<Reading> best = detector.detect(text, 0, text.length, evidence);
        if (best.isEmpty() || !Acceptance.isCertain(best.get(), evidence)) {
            boolean suspect = best.filter(Acceptance::isSuspect).isPresent();
            return suspect ? Conversion.flagged(asItIs) : Conversion.unchanged(Encoding.UNKNOWN, asItIs);
        }
        return settle(best.get(), asItIs, evidence);
    }

    /** Finds how a text is written that was decoded already, and converts it. */
    public Conversion convert(String text, Evidence evidence) {
        Optional<Reading> best = detector.detect(text, evidence);
        if (best.isEmpty() || !Acceptance.isCertain(best.get(), evidence)) {
            return best.filter(Acceptance::isSuspect).isPresent()
                    ? new Conversion(Encoding.UTF_8, false, text, true, 0)
                    : Conversion.unchanged(Encoding.UTF_8, text);
        }
        return settle(best.get(), text, evidence);
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

    /** Takes off further layers until nothing changes any more, so that converting again changes nothing. */
    private Conversion settle(Reading first, String original, Evidence evidence) {
        Capitals.Restored now = apply(first, original);
        int lost = now.lost();
        for (int layer = 1; layer < MAX_LAYERS; layer++) {
            Optional<Reading> next = detector.detect(now.text(), evidence);
            if (next.isEmpty() || !Acceptance.isCertain(next.get(), evidence)) {
                return new Conversion(first.encoding(), true, now.text(), false, lost);
            }
            now = apply(next.get(), now.text());
            lost += now.lost();
        }
        return Conversion.unchanged(Encoding.UNKNOWN, original);
    }

    private static Capitals.Restored apply(Reading reading, String original) {
        String text = reading.text(original);
        boolean smallOnly = reading.encoding() == Encoding.TCVN3 || reading.encoding() == Encoding.VIETWARE_F;
        return smallOnly ? Capitals.restore(text) : new Capitals.Restored(text, 0);
    }

    private static String windows1252(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = Units.windows1252(bytes[i] & 0xFF);
        }
        return new String(text);
    }
}
