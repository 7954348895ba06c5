package vn.vanthu.approval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vanthu.organization.Organization;
import vn.vanthu.text.Lookalike;

/**
 * What {@link Wording} sees of a mail, as places of its weights: words, pairs and triples of words, and the words that follow
 * an office, each as written and again without accents. Every number and every word that has a digit is the same, and so
 * are the names of the agency and of its units in every office.
 */
final class WordingFeatures {

    /** How many places there are; two features rarely share one. */
    static final int PLACES = 1 << 18;

    private static final String AGENCY = "_agency_";
    private static final String UNIT = "_unit_";
    private static final Set<String> OFFICES =
            Set.of(AGENCY, UNIT, "sở", "so", "phòng", "phong", "department", "division", "office");
    /** "Sở", but not "cơ sở", "trụ sở", "sở hữu", "Sở Y tế". */
    private static final String KIND = "(?<!cơ |trụ )sở(?! (hữu|thích|dĩ|y tế|tài chính|tài nguyên|nội vụ|giáo dục|xây"
            + " dựng|nông nghiệp|tư pháp|du lịch|văn h|khoa học|công thương|lao động|giao thông|kế hoạch|thông tin))";

    /** How staff call their office; each also as who writes without accents types it, where it means nothing else. */
    private static final Pattern OURSELVES = Pattern.compile("(?U)\\b(_agency_|_unit_|" + KIND
            + "|(?<!co |tru )so(?! (tien|luong|dien|tai|the|thue|nay|lieu|du|la|tk|cmnd|cccd|\\d)|:)"
            + "|(phòng|phong)(?!,? (chống|chong|ngủ|ngu|khách|khach|ăn|an|học|hoc|thi|đôi|doi|đơn|don|họp|hop|khám|kham|trọ|tro|bệnh|benh|suite|vip))"
            + "|(cơ quan|co quan)(?! (thuế|thue|nhà|nha|có thẩm|co tham|chức|chuc|công an|cong an))"
            + "|lãnh đạo|lanh dao|(?<!chức vụ: )giám đốc|giam doc|chúng (tôi|em)|chung (toi|em)"
            + "|(bên|phía|chỗ|tụi|ben|phia|cho|tui) (em|mình|minh|tôi|toi|tui|này|nay|anh|chị|chi)"
            + "|department|division|office|we|our|us|nous|notre)\\b");

    private static final Pattern AGENCY_OR_LEADERS = Pattern.compile(
            "(?U)\\b(_agency_|" + KIND
                    + "|so (em|minh|chung|toi|ngoai)|(giám đốc|giam doc|lãnh đạo|lanh dao|cơ quan|co quan)|(the|our) department)\\b");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d])\\p{L}*+\\d[\\p{L}\\d]*+");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}_0]+|[?!:\"]");
    private static final int LONGEST = 3;
    private static final int BEHIND_OFFICE = 8;
    private static final int WRITTEN = 1;
    private static final int PLAIN = 2;
    private static final int SUBJECT = 7;

    private final Form written;
    private final Form plain;

    WordingFeatures(Organization organization) {
        this.written = new Form(organization, WordingFeatures::written);
        this.plain = new Form(organization, text -> TextLine.of(text).plain());
    }

    /**
     * A line with our names made the same for every office.
     *
     * @param written as the writer spells it
     * @param plain without accents and disguise
     */
    record Named(String written, String plain) {}

    Named named(TextLine line) {
        return new Named(written.named(written(line.text())), plain.named(line.plain()));
    }

    /** Without what no eye sees. */
    private static String written(String text) {
        return Lookalike.withoutUnseen(Normalizer.normalize(text, Normalizer.Form.NFC))
                .toLowerCase(Locale.ROOT);
    }

    /** Those of a Subject, which are others than those of a text. */
    int[] ofSubject(Named subject) {
        return of(subject, SUBJECT);
    }

    /** Those of one sentence. */
    int[] of(Named sentence) {
        return of(sentence, 0);
    }

    private static int[] of(Named line, int where) {
        IntStream.Builder places = IntStream.builder();
        add(words(line.written), where + WRITTEN, places);
        add(words(line.plain), where + PLAIN, places);
        return distinct(places.build().sorted().toArray());
    }

    /** As {@link IntStream#distinct()}, which makes an object of each. */
    private static int[] distinct(int[] sorted) {
        int size = 0;
        for (int place : sorted) {
            if (size == 0 || sorted[size - 1] != place) {
                sorted[size++] = place;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** Whether somebody speaks of his office, by whatever name. */
    static boolean namesUs(Named line) {
        return OURSELVES.matcher(line.written).find();
    }

    /** Whether it names the agency or its leaders. */
    static boolean namesAgency(Named line) {
        return AGENCY_OR_LEADERS.matcher(line.written).find();
    }

    /** The names of units in it. */
    Stream<String> units(TextLine line) {
        return written.units.in(written(line.text()));
    }

    /** With a mark at each end. */
    private static List<String> words(String named) {
        List<String> words = new ArrayList<>();
        words.add("^");
        Matcher token = TOKEN.matcher(NUMBER.matcher(named).replaceAll(" 0 "));
        while (token.find()) {
            words.add(token.group());
        }
        words.add("$");
        return words;
    }

    private static void add(List<String> words, int kind, IntStream.Builder places) {
        if (words.size() <= 2) {
            return;
        }
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
    }

    private static int place(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & PLACES - 1;
    }

    /** All places of sets whose places are in order, each once; the result is in order too. */
    static int[] together(List<int[]> sets) {
        if (sets.size() < 2) {
            return sets.isEmpty() ? new int[0] : sets.get(0);
        }
        int half = sets.size() / 2;
        return merged(together(sets.subList(0, half)), together(sets.subList(half, sets.size())));
    }

    private static int[] merged(int[] one, int[] other) {
        int[] all = new int[one.length + other.length];
        int size = 0;
        int next = 0;
        for (int place : one) {
            while (next < other.length && other[next] < place) {
                all[size++] = other[next++];
            }
            if (next < other.length && other[next] == place) {
                next++;
            }
            all[size++] = place;
        }
        while (next < other.length) {
            all[size++] = other[next++];
        }
        return Arrays.copyOf(all, size);
    }

    /** Our names, spelled in one way. */
    private static final class Form {

        private final Names agency;
        private final Names units;

        Form(Organization organization, UnaryOperator<String> spelled) {
            this.agency = Names.of(
                    Stream.concat(
                            organization.agency().names().stream(),
                            Stream.of(organization.agency().symbol())),
                    spelled);
            this.units = Names.of(organization.units().stream().flatMap(unit -> unit.names().stream()), spelled);
        }

        String named(String text) {
            return units.replaced(agency.replaced(text, AGENCY), UNIT);
        }
    }

    /** @param whole any of them, not within a longer word */
    private record Names(List<String> all, Pattern whole) {

        private static Names of(Stream<String> names, UnaryOperator<String> spelled) {
            List<String> all = names.map(spelled)
                    .filter(name -> !name.isEmpty())
                    .sorted((one, other) -> other.length() - one.length())
                    .toList();
            String any = all.stream().map(Pattern::quote).collect(Collectors.joining("|"));
            return new Names(all, Pattern.compile("(?U)\\b(?:" + any + ")\\b"));
        }

        private boolean isIn(String text) {
            return all.stream().anyMatch(text::contains);
        }

        private String replaced(String text, String by) {
            return isIn(text) ? whole.matcher(text).replaceAll(by) : text;
        }

        private Stream<String> in(String text) {
            return isIn(text) ? whole.matcher(text).results().map(MatchResult::group) : Stream.empty();
        }
    }
}
