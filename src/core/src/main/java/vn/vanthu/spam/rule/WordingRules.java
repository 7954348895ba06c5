package vn.vanthu.spam.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Phrases by which bulk mail is known, in groups; they stand in {@code wording.txt}. One pass over the text. */
final class WordingRules {

    /** What a mail wants, it says at its beginning. */
    private static final int MOST_CHARS = 20_000;

    /**
     * Phrases of one kind.
     *
     * @param one points for one phrase
     * @param several points for two or more different ones
     */
    record Group(String name, double one, double several, String meaning) {}

    /** What a phrase that was written with digits in the place of letters counts besides. */
    private static final Symbol DISGUISED = new Symbol("DISGUISED_WORDS", 2);

    private static final String DIGITS = "01345";
    private static final String AS_LETTERS = "oieas";

    /** A phrase after its first word, with a space before and behind. */
    private record Phrase(int number, String rest) {}

    private final List<Group> groups = new ArrayList<>();
    private final List<Integer> groupOf = new ArrayList<>();
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    private WordingRules() {}

    static WordingRules load() {
        WordingRules rules = new WordingRules();
        try (InputStream in = Objects.requireNonNull(WordingRules.class.getResourceAsStream("wording.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .forEach(rules::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }

    private void line(String line) {
        if (line.startsWith("=")) {
            String[] words = line.split(" ", 5);
            groups.add(new Group(words[1], Double.parseDouble(words[2]), Double.parseDouble(words[3]), words[4]));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            int space = (line + " ").indexOf(' ');
            List<Phrase> same = byFirstWord.computeIfAbsent(line.substring(0, space), key -> new ArrayList<>());
            same.add(new Phrase(groupOf.size(), line.substring(space) + " "));
            groupOf.add(groups.size() - 1);
        }
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    /** What a symbol of these groups means, in Vietnamese; empty for others. */
    Optional<String> meaning(String symbol) {
        if (symbol.equals(DISGUISED.name())) {
            return Optional.of("Viết chữ bằng chữ số để tránh bộ lọc");
        }
        return groups.stream()
                .filter(group -> symbol.equals(group.name()) || symbol.equals(group.name() + "_MANY"))
                .map(Group::meaning)
                .findFirst();
    }

    /** @param words as {@link vn.vanthu.spam.content.Folding} gives them */
    List<Symbol> find(String words) {
        String beginning = words.substring(0, Math.min(words.length(), MOST_CHARS));
        BitSet seen = phrases(beginning);
        int written = seen.cardinality();
        seen.or(phrases(withLetters(beginning)));
        List<Symbol> symbols = symbols(seen);
        if (seen.cardinality() > written) {
            symbols.add(DISGUISED);
        }
        return symbols;
    }

    private BitSet phrases(String words) {
        BitSet seen = new BitSet();
        int start = 1;
        int space = words.indexOf(' ', start);
        while (space >= 0) {
            for (Phrase phrase : byFirstWord.getOrDefault(words.substring(start, space), List.of())) {
                if (words.startsWith(phrase.rest(), space)) {
                    seen.set(phrase.number());
                }
            }
            start = space + 1;
            space = words.indexOf(' ', start);
        }
        return seen;
    }

    /** Digits beside a letter are read as the letters that they look like: "kh0ng" is "khong". */
    private static String withLetters(String words) {
        StringBuilder read = new StringBuilder(words);
        for (int i = 1; i < words.length() - 1; i++) {
            int digit = DIGITS.indexOf(words.charAt(i));
            if (digit >= 0 && (Character.isLetter(words.charAt(i - 1)) || Character.isLetter(words.charAt(i + 1)))) {
                read.setCharAt(i, AS_LETTERS.charAt(digit));
            }
        }
        return read.toString();
    }

    private List<Symbol> symbols(BitSet seen) {
        int[] hits = new int[groups.size()];
        seen.stream().forEach(number -> hits[groupOf.get(number)]++);
        List<Symbol> symbols = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            Group group = groups.get(i);
            if (hits[i] == 1) {
                symbols.add(new Symbol(group.name(), group.one()));
            } else if (hits[i] > 1) {
                symbols.add(new Symbol(group.name() + "_MANY", group.several()));
            }
        }
        return symbols;
    }
}
