package vn.vanthu.text;

/**
 * What a text says when it is read in one encoding.
 *
 * @param gain the logarithm of how much likelier this is than leaving the text as it is
 * @param evidence the part of the gain that comes from what would change
 * @param inside how many words of each {@link Path.Kind} stand in Vietnamese
 * @param left what this reading leaves as it is, though it would change it
 * @param proven whether it holds a word that nothing but this reading explains
 * @param vietnamese for each decoded character, whether it stands in Vietnamese
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Reading(
        Encoding encoding,
        float gain,
        float evidence,
        int[] inside,
        int left,
        boolean proven,
        Decoded decoded,
        boolean[] vietnamese) {

    int count(Path.Kind kind) {
        return inside[kind.ordinal()];
    }

    /** Words that change to a syllable. */
    int syllables() {
        return tellingSyllables() + count(Path.Kind.WESTERN_SYLLABLE);
    }

    /** Vietnamese words, whether they change or not. */
    int allSyllables() {
        return syllables() + count(Path.Kind.PLAIN_SYLLABLE) + count(Path.Kind.ACCENTED_SYLLABLE);
    }

    /** Words that change to a syllable which windows-1252 does not show. */
    int tellingSyllables() {
        return count(Path.Kind.SYLLABLE) + count(Path.Kind.CAPITALIZED_SYLLABLE);
    }

    /** The text with what is Vietnamese decoded, and the rest as it was. */
    String text(String original) {
        StringBuilder text = new StringBuilder(decoded.length);
        for (int at = 0; at < decoded.length; at++) {
            if (vietnamese[at]) {
                text.append(decoded.text[at]);
            } else {
                text.append(original, decoded.start[at], decoded.start[at + 1]);
            }
        }
        return text.toString();
    }
}
