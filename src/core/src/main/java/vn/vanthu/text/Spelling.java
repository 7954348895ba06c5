package vn.vanthu.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which sequences of letters can be a Vietnamese syllable, tones apart. */
final class Spelling {

    private static final Set<String> ONSETS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "qu", "r", "s", "t", "th", "tr", "v", "x");

    private static final Set<String> RIMES = Set.of(("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt ăk"
                    + " â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
                    + " i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao"
                    + " oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong ooc oong op ot oc"
                    + " ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây"
                    + " uê uêch uênh uêu uy uya uych uyên uyêt uynh uyt uyu uyp uyn uơ uôc uôi uôm uôn uông uôt"
                    + " ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi ươm ươn ương ươp ươt ươu"
                    + " y ych ym yn ynh yt yu yêm yên yêng yêt yêu")
            .split(" "));

    private Spelling() {}

    /** The length of the longest onset that leaves a rime. */
    static int onsetLength(String untoned) {
        for (int length = Math.min(3, untoned.length() - 1); length > 0; length--) {
            if (ONSETS.contains(untoned.substring(0, length)) && RIMES.contains(untoned.substring(length))) {
                return length;
            }
        }
        return 0;
    }

    /** Every rime with every tone that it can have: those that end in a stop have acute or dot only. */
    static List<String> tonedRimes() {
        List<String> toned = new ArrayList<>();
        for (String rime : RIMES) {
            boolean stop = "cpthk".indexOf(rime.charAt(rime.length() - 1)) >= 0 && !rime.endsWith("nh");
            for (int tone = stop ? 4 : 0; tone < Alphabet.TONE_MARKS.length(); tone++) {
                int vowel = lastVowel(rime);
                char letter = Alphabet.withTone(rime.charAt(vowel), tone);
                toned.add(rime.substring(0, vowel) + letter + rime.substring(vowel + 1));
            }
        }
        return toned;
    }

    private static int lastVowel(String rime) {
        int at = rime.length() - 1;
        while (Alphabet.withTone(rime.charAt(at), 1) == 0) {
            at--;
        }
        return at;
    }

    /** Whether these letters, without tones and in lower case, can be a syllable. */
    static boolean isSyllable(String untoned) {
        return !untoned.isEmpty() && RIMES.contains(untoned.substring(onsetLength(untoned)));
    }
}
