package vn.vanthu.text;

import vn.vanthu.text.Path.Kind;

/**
 * Reads a text as if it were in one encoding, and says how much likelier that is than leaving it alone.
 *
 * <p>Two states, Vietnamese and foreign, are laid over the words (see {@link Path}): a word in the Vietnamese state gains
 * the logarithm of its probability as a syllable over that of its units in the {@link Background}, one in the foreign
 * state gains nothing, and each change of state costs. So a Vietnamese line in an English mail is found, and a foreign
 * name in a Vietnamese text is read with its surroundings.
 */
final class Reader {

    /** A foreign word of ASCII within Vietnamese; its units stay as likely as they are. */
    private static final float FOREIGN = -3;
    /** A word that decodes to no syllable. */
    private static final float NO_SYLLABLE = -7;
    /** A byte that decodes to no letter, and is no common symbol. */
    private static final float NO_LETTER = -4;
    /** ASCII words say little (English has many that are Vietnamese syllables), and so do symbols that may be a letter. */
    private static final float PLAIN_LIMIT = 2;

    /** A syllable with marks that stays as it is says more. */
    private static final float ACCENTED_LIMIT = 2.5f;

    private final TextModel model;

    Reader(TextModel model) {
        this.model = model;
    }

    /**
     * Reads bytes by a table.
     *
     * @param units the bytes
     * @param original the character that each unit is now; U+FFFD for a byte that is none
     */
    Reading readTable(char[] units, char[] original, CodeTable table) {
        Decoded decoded = Decoded.of(units, table);
        if (table.hasSymbolLetters()) {
            decoded.keepSymbols(units, model.syllables());
        }
        return new Walk(decoded, original, units, units, Source.BYTES).run(table.encoding());
    }

    /** Reads ASCII or Unicode that was decoded in another way; the choice is between languages in that same form. */
    Reading readForm(Encoding encoding, Decoded decoded, char[] original) {
        char[] units = Units.of(decoded.text, decoded.length);
        return new Walk(decoded, original, original, units, Source.FORM).run(encoding);
    }

    /** Reads VIQR: the choice is between it and the ASCII that stands there. */
    Reading readViqr(Decoded decoded, char[] original) {
        return new Walk(decoded, original, original, original, Source.TYPED_MARKS).run(Encoding.VIQR);
    }

    /** What is read. */
    private enum Source {
        BYTES,
        /** Unicode written in another way: the units are those of the decoded text. */
        FORM,
        /** ASCII with the marks after their letters. Source code is full of such, and must not look Vietnamese. */
        TYPED_MARKS
    }

    /** One walk over the words. */
    private final class Walk {
        private final Decoded decoded;
        private final char[] original;
        /** The characters that would stand there if the bytes were read as windows-1252. */
        private final char[] western;

        private final char[] units;
        private final Source source;

        private final Path path;

        Walk(Decoded decoded, char[] original, char[] western, char[] units, Source source) {
            this.decoded = decoded;
            this.original = original;
            this.western = western;
            this.units = units;
            this.source = source;
            this.path = new Path(decoded.length, source == Source.FORM);
        }

        Reading run(Encoding encoding) {
            for (int at = 0; at < decoded.length; ) {
                int end = wordEnd(at);
                if (end > at) {
                    addWord(at, end);
                    at = end;
                } else {
                    addSymbol(at);
                    at++;
                }
            }
            return path.finish(encoding, decoded);
        }

        private int wordEnd(int from) {
            int end = from;
            while (end < decoded.length && Character.isLetter(decoded.text[end])) {
                end++;
            }
            return end;
        }

        private void addWord(int at, int end) {
            float vietnamese = model.syllables().logProbability(decoded.text, at, end);
            boolean syllable = vietnamese != Syllables.IMPOSSIBLE;
            boolean form = source == Source.FORM;
            int from = form ? at : decoded.start[at];
            int to = form ? end : decoded.start[end];
            float foreign = model.background().logProbability(units, from, to);
            if (!decoded.differs(at, end, original)) {
                if (!syllable && source != Source.TYPED_MARKS && isTechnical(at, end)) {
                    return;
                }
                boolean ascii = isAscii(at, end);
                Kind own = ascii ? Kind.PLAIN_SYLLABLE : Kind.ACCENTED_SYLLABLE;
                float gain = Math.max(FOREIGN, Math.min(vietnamese - foreign, ascii ? PLAIN_LIMIT : ACCENTED_LIMIT));
                path.add(at, gain, syllable ? own : Kind.PLAIN_FOREIGN);
            } else if (!syllable || saysNothing(at, end)) {
                boolean abbreviation = isAbbreviation(at, end) || saysNothing(at, end);
                path.add(at, abbreviation ? 0 : NO_SYLLABLE, abbreviation ? Kind.ABBREVIATION : Kind.ODD);
            } else {
                path.add(at, gainOf(at, end, vietnamese - foreign), kindOf(at, end));
                if (form && provesForm(at, end)) {
                    path.prove();
                }
            }
        }

        /** No chance makes a syllable with a letter of Vietnamese alone out of another form. */
        private boolean provesForm(int from, int to) {
            for (int at = from; at < to && to - from > 1; at++) {
                char now = original[decoded.start[at]];
                if (now != decoded.text[at] && Alphabet.isOnlyVietnamese(decoded.text[at])) {
                    return true;
                }
            }
            return false;
        }

        private boolean isAscii(int from, int to) {
            for (int at = from; at < to; at++) {
                if (decoded.text[at] >= 0x80) {
                    return false;
                }
            }
            return true;
        }

        private Kind kindOf(int at, int end) {
            if (!decoded.differs(at, end, western) || isOnlyEth(at, end)) {
                return Kind.WESTERN_SYLLABLE;
            }
            return Character.isUpperCase(decoded.text[at]) ? Kind.CAPITALIZED_SYLLABLE : Kind.SYLLABLE;
        }

        /** Whether all that changes in Unicode is the Icelandic Ð that many have always typed for Đ. */
        private boolean isOnlyEth(int from, int to) {
            for (int at = from; at < to; at++) {
                char now = original[decoded.start[at]];
                if (now != decoded.text[at] && now != '\u00D0' && now != '\u00F0') {
                    return false;
                }
            }
            return to - from == decoded.start[to] - decoded.start[from];
        }

        /** What already is a syllable gains nothing, so that text in Unicode is never read again; a lone letter little. */
        private float gainOf(int at, int end, float gain) {
            float now = model.syllables().logProbability(original, decoded.start[at], decoded.start[end]);
            float most = now != Syllables.IMPOSSIBLE ? 0 : end - at == 1 ? PLAIN_LIMIT : gain;
            return Math.max(NO_SYLLABLE, Math.min(gain, most));
        }

        /** Parts of addresses, identifiers and acronyms, which any language uses. */
        private boolean isTechnical(int from, int to) {
            if (to - from == 1 || isCapitals(from, to) && to - from <= 5) {
                return true;
            }
            return joins(from - 1, from - 2) || joins(to, to + 1);
        }

        /** Whether a word is joined there to something without a space. */
        private boolean joins(int at, int beyond) {
            if (at < 0 || at >= decoded.length || beyond < 0 || beyond >= decoded.length) {
                return false;
            }
            return Character.isDigit(decoded.text[at])
                    || "./@_:=&%#|".indexOf(decoded.text[at]) >= 0 && Character.isLetterOrDigit(decoded.text[beyond]);
        }

        /** As in "5µm", and in source code the letters in quotes. */
        private boolean saysNothing(int at, int end) {
            return at > 0 && Character.isDigit(decoded.text[at - 1]) || source == Source.TYPED_MARKS && end - at == 1;
        }

        /** "NĐ", "HĐND", "0đ": letters without tones, too many of which are no syllable to ask for one. */
        private boolean isAbbreviation(int from, int to) {
            return isCapitals(from, to) && to - from <= 6 || to - from == 1 && decoded.text[from] == 'đ';
        }

        private boolean isCapitals(int from, int to) {
            for (int at = from; at < to; at++) {
                char c = decoded.text[at];
                if (!Character.isUpperCase(c) || Alphabet.base(c) == 0 || Alphabet.tone(c) != Alphabet.LEVEL) {
                    return false;
                }
            }
            return true;
        }

        private void addSymbol(int at) {
            char c = decoded.text[at];
            char before = original[decoded.start[at]];
            boolean stays = c == before && c >= ' ';
            boolean afterLetter = at > 0 && Character.isLetter(decoded.text[at - 1]);
            if (!stays && (!isCommonSymbol(c) || afterLetter && Traits.isRareTypography(c))) {
                path.add(at, NO_LETTER, Kind.ODD);
            }
        }
    }

    /** Typography that Vietnamese word processors write. */
    private static boolean isCommonSymbol(char c) {
        return c == '\n'
                || c == '\r'
                || c == '\t'
                || c >= '\u2013' && c <= '\u203A'
                || "\u00A0\u00AB\u00BB\u00B0\u00A7\u00D7\u20AC".indexOf(c) >= 0;
    }
}
