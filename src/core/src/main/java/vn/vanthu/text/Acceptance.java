package vn.vanthu.text;

/**
 * How much must speak for a reading before text is changed.
 *
 * <p>The figures are logarithms of how much likelier the Vietnamese reading is than the text as it stands; chosen on text
 * that the model has not seen, so that no text of another language is altered.
 */
final class Acceptance {

    private Acceptance() {}

    /** Whether to convert. */
    static boolean isCertain(Reading reading, Evidence evidence) {
        float prior = evidence.prior(reading.encoding());
        return reading.syllables() > 0
                && reading.evidence() + prior >= leastEvidence(reading.encoding())
                && reading.gain() + prior >= leastGain(reading.encoding())
                && reading.odd() <= reading.syllables();
    }

    /** Whether a text that is not converted is worth a look. */
    static boolean isSuspect(Reading reading) {
        return reading.syllables() > 0 && reading.odd() == 0 && reading.gain() > 0;
    }

    private static float leastEvidence(Encoding encoding) {
        return switch (encoding) {
            case UTF8_NFD, UTF8_HALF_COMPOSED -> -3;
            case NCR -> 2;
            case UTF_7 -> 6;
            case MOJIBAKE -> 8;
            case VIQR -> 16;
            default -> 12;
        };
    }

    private static float leastGain(Encoding encoding) {
        return switch (encoding) {
            case UTF8_NFD, UTF8_HALF_COMPOSED -> Float.NEGATIVE_INFINITY;
            case NCR -> 0;
            case UTF_7 -> 4;
            case MOJIBAKE -> 4;
            default -> 8;
        };
    }

    /** Encodings that are rare in the mail of offices need to read better than the common ones. */
    static float rarity(Encoding encoding) {
        return switch (encoding) {
            case TCVN5712_1, TCVN5712_2 -> -3;
            case VIETWARE_X, VIETWARE_F, BKHCM1, BKHCM2, VNI_MAC -> -2;
            case ISC -> -4;
            default -> 0;
        };
    }
}
