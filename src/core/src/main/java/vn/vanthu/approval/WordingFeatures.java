package vn.vanthu.approval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vanthu.organization.Organization;

/**
 * What {@link Wording} sees of a mail, as places of its weights: words, pairs and triples of words, and the words that follow
 * an office, each as written and again without accents. Every number is the same, and so are the names of the agency and
 * of its units in every office.
 */
final class WordingFeatures {

    /** How many places there are; two features rarely share one. */
    static final int PLACES = 1 << 18;

    private static final String AGENCY = "_agency_";
    private static final String UNIT = "_unit_";
    private static final Set<String> OFFICES =
            Set.of(AGENCY, UNIT, "sở", "so", "phòng", "phong", "department", "division", "office");
    /** "Sở", but not "cơ sở", "trụ sở", "sở hữu". */
    private static final String KIND = "(?<!cơ |trụ )sở(?! hữu| thích| dĩ)";

    /** How staff call their office; each also as who writes without accents types it, where it means nothing else. */
    private static final Pattern OURSELVES = Pattern.compile("(?U)\\b(_agency_|_unit_|" + KIND
            + "|(?<!co |tru )so(?! (tien|luong|dien|tai|the|thue|nay|lieu|du|la|tk|cmnd|cccd|\\d)|:)"
            + "|(phòng|phong)(?!,? (chống|chong|ngủ|ngu|khách|khach|ăn|an|học|hoc|thi|đôi|doi|đơn|don|họp|hop|khám|kham|trọ|tro|bệnh|benh|suite|vip))"
            + "|(cơ quan|co quan)(?! (thuế|thue|nhà|nha|có thẩm|co tham|chức|chuc|công an|cong an))"
            + "|lãnh đạo|lanh dao|(?<!chức vụ: )giám đốc|giam doc|chúng (tôi|em)|chung (toi|em)"
            + "|(bên|phía|chỗ|tụi|ben|phia|cho|tui) (em|mình|minh|tôi|toi|tui|này|nay|anh|chị|chi)"
            + "|department|division|office|we|our|us|nous|notre)\\b");

    private static final Pattern AGENCY_NAMED = Pattern.compile("(?U)\\b(_agency_|" + KIND + ")\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}_0]+|[?!:\"]");
    private static final int LONGEST = 3;
    private static final int BEHIND_OFFICE = 8;
    private static final int MOST_SENTENCES = 300;

    private final Form written;
    private final Form plain;

    WordingFeatures(Organization organization) {
        this.written = new Form(organization, WordingFeatures::written, 1);
        this.plain = new Form(organization, text -> TextLine.of(text).plain(), 2);
    }

    private static String written(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Those of a whole mail, each once. */
    int[] of(String subject, List<TextLine> sentences) {
        IntStream ofSubject = of(TextLine.of(subject), 7);
        IntStream ofText = sentences.stream().limit(MOST_SENTENCES).flatMapToInt(this::of);
        return IntStream.concat(ofSubject, ofText).distinct().toArray();
    }

    /** Those of one sentence. */
    IntStream of(TextLine sentence) {
        return of(sentence, 0);
    }

    /** Whether somebody speaks of his office, by whatever name. */
    boolean namesUs(String subject, List<TextLine> sentences) {
        return Stream.concat(Stream.of(TextLine.of(subject)), sentences.stream())
                .anyMatch(this::namesUs);
    }

    private boolean namesUs(TextLine sentence) {
        return OURSELVES.matcher(written.named(written(sentence.text()))).find();
    }

    /** By a name, or as staff call it: "Sở". */
    boolean namesAgency(TextLine sentence) {
        return AGENCY_NAMED.matcher(written.named(written(sentence.text()))).find();
    }

    private IntStream of(TextLine sentence, int where) {
        return IntStream.concat(
                places(written.words(written(sentence.text())), where + written.number),
                places(plain.words(sentence.plain()), where + plain.number));
    }

    private static IntStream places(List<String> words, int kind) {
        if (words.size() <= 2) {
            return IntStream.empty();
        }
        IntStream.Builder places = IntStream.builder();
        for (int start = 0; start < words.size(); start++) {
            int hash = kind;
            for (int next = start; next < Math.min(start + LONGEST, words.size()); next++) {
                hash = hash * 1_000_003 + words.get(next).hashCode();
                places.add(place(hash));
            }
            if (OFFICES.contains(words.get(start))) {
                int office = (kind + 100) * 1_000_003 + words.get(start).hashCode();
                words.subList(start + 1, Math.min(start + 1 + BEHIND_OFFICE, words.size()))
                        .forEach(word -> places.add(place(office * 1_000_003 + word.hashCode())));
            }
        }
        return places.build();
    }

    private static int place(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & PLACES - 1;
    }

    /** One way to spell: the names, spelled so, and the number by which its features differ from the other's. */
    private static final class Form {

        private final Pattern agency;
        private final Pattern units;
        private final int number;

        Form(Organization organization, UnaryOperator<String> spelled, int number) {
            this.agency = anyOf(
                    Stream.concat(
                            organization.agency().names().stream(),
                            Stream.of(organization.agency().symbol())),
                    spelled);
            this.units = anyOf(organization.units().stream().flatMap(unit -> unit.names().stream()), spelled);
            this.number = number;
        }

        private static Pattern anyOf(Stream<String> names, UnaryOperator<String> spelled) {
            return Pattern.compile(names.map(spelled)
                    .filter(name -> !name.isEmpty())
                    .sorted((one, other) -> other.length() - one.length())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?U)\\b(?:", ")\\b")));
        }

        String named(String text) {
            return units.matcher(agency.matcher(text).replaceAll(AGENCY)).replaceAll(UNIT);
        }

        /** With a mark at each end. */
        List<String> words(String text) {
            String same = NUMBER.matcher(named(text)).replaceAll("0");
            List<String> words = new ArrayList<>();
            words.add("^");
            Matcher token = TOKEN.matcher(same);
            while (token.find()) {
                words.add(token.group());
            }
            words.add("$");
            return words;
        }
    }
}
