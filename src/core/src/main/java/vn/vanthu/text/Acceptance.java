package vn.vanthu.text;

import vn.vanthu.text.Path.Kind;

/**
 * How much must speak for a reading before text is changed.
 *
 * <p>The figures are logarithms of how much likelier the Vietnamese reading is than the text as it stands; chosen on text
 * that the model has not seen, so that no text of another language is altered.
 */
final class Acceptance {

    private static final int LEAST_SYLLABLES = 2;
    private static final int MANY_WESTERN_SYLLABLES = 6;

    /** Evidence with which two foreign words may stand beside each Vietnamese one. */
    private static final float SOME = 8;

    /** And three. */
    private static final float PLENTY = 25;

    /** Evidence with which a single word is enough. */
    private static final float OF_ONE_WORD = 13;

    /** So much do the syllables say that stand there with their marks already. */
    private static final int MOST_OF_CONTEXT = 4;

    private Acceptance() {}

    /** Whether to convert. */
    static boolean isCertain(Reading reading, Evidence evidence) {
        return reading.proven() && reading.count(Kind.ODD) <= reading.syllables() || speaksFor(reading, evidence);
    }

    private static boolean speaksFor(Reading reading, Evidence evidence) {
        float prior = evidence.prior(reading.encoding());
        return reading.syllables() > 0
                && reading.evidence() + prior + context(reading) >= leastEvidence(reading.encoding())
                && reading.gain() + prior >= leastGain(reading.encoding())
                && reading.count(Kind.ODD) <= reading.syllables()
                && isVietnamese(reading)
                && (isLongEnough(reading) || evidence.supports(reading.encoding()))
                && (provesEncoding(reading) || evidence.supports(reading.encoding()));
    }

    private static int context(Reading reading) {
        return Math.min(reading.count(Kind.ACCENTED_SYLLABLE), MOST_OF_CONTEXT);
    }

    /** Vietnamese with hardly anything else in it. */
    static boolean isThroughout(Reading reading) {
        return reading.left() == 0 && reading.count(Kind.ODD) * 20 <= reading.syllables();
    }

    /**
     * Valid Unicode has to give more reason to be read as bytes: beside letters that only Unicode has, legacy text is a
     * quotation of some length; and where all characters are Vietnamese letters as they stand, it may be misspelt.
     */
    static boolean isCertainInUnicode(Reading reading, Traits traits) {
        if (traits.genuine()) {
            return reading.tellingSyllables() >= 5 && reading.evidence() >= 50;
        }
        return traits.symbols() || reading.tellingSyllables() >= 2 && reading.evidence() >= 14;
    }

    /** Not a few names among foreign words. */
    private static boolean isVietnamese(Reading reading) {
        int syllables = reading.allSyllables();
        return reading.count(Kind.PLAIN_FOREIGN) <= (foreignToSyllable(reading)) * syllables;
    }

    private static int foreignToSyllable(Reading reading) {
        if (reading.encoding() == Encoding.VIQR || reading.evidence() < SOME) {
            return 1;
        }
        return reading.evidence() < PLENTY ? 2 : 3;
    }

    /** A single word in bytes that could be anything; marks and references are what they are at any length. */
    private static boolean isLongEnough(Reading reading) {
        boolean clear =
                switch (reading.encoding()) {
                    case UTF8_NFD, UTF8_HALF_COMPOSED, NCR, UTF_7 -> true;
                    default -> false;
                };
        return clear
                || reading.allSyllables() >= LEAST_SYLLABLES
                || reading.evidence() >= OF_ONE_WORD && reading.encoding() != Encoding.VIQR;
    }

    /** Short texts whose letters are the same in windows-1252 may be just that. */
    private static boolean provesEncoding(Reading reading) {
        return reading.tellingSyllables() > 0 || reading.syllables() >= MANY_WESTERN_SYLLABLES;
    }

    /** Whether a text that is not converted is worth a look. */
    static boolean isSuspect(Reading reading) {
        return reading.syllables() > 0 && reading.count(Kind.ODD) == 0 && reading.gain() > 0;
    }

    private static float leastEvidence(Encoding encoding) {
        return switch (encoding) {
            case UTF8_NFD, UTF8_HALF_COMPOSED -> -3;
            case NCR -> 2;
            case UTF_7 -> 6;
            case MOJIBAKE -> 6;
            case VIQR -> 14;
            default -> 6;
        };
    }

    private static float leastGain(Encoding encoding) {
        return switch (encoding) {
            case UTF8_NFD, UTF8_HALF_COMPOSED -> Float.NEGATIVE_INFINITY;
            case NCR -> 0;
            case UTF_7 -> 4;
            case MOJIBAKE -> 3;
            default -> 5;
        };
    }

    /**
     * What is added to the gain when readings are compared: encodings that are rare in the mail of offices need to read
     * better than the common ones, and windows-1252 is the commonest of all.
     */
    static float bonus(Reading reading) {
        boolean western = reading.encoding() == Encoding.VISCII
                && reading.tellingSyllables() == 0
                && reading.count(Kind.ODD) == 0
                && reading.left() == 0;
        return western ? 3 : rarity(reading.encoding());
    }

    private static float rarity(Encoding encoding) {
        return switch (encoding) {
            case TCVN5712_1, TCVN5712_2 -> -3;
            case VIETWARE_X, VIETWARE_F, BKHCM1, BKHCM2, VNI_MAC -> -2;
            case ISC -> -4;
            default -> 0;
        };
    }
}
