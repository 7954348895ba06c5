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

    /** A phrase after its first word, with a space before and behind. */
    private record Phrase(int number, int group, String rest) {}

    private final List<Group> groups = new ArrayList<>();
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
            same.add(new Phrase(number++, groups.size() - 1, line.substring(space) + " "));
        }
    }

    private int number;

    List<Group> groups() {
        return List.copyOf(groups);
    }

    /** What a symbol of these groups means, in Vietnamese; empty for others. */
    Optional<String> meaning(String symbol) {
        return groups.stream()
                .filter(group -> symbol.equals(group.name()) || symbol.equals(group.name() + "_MANY"))
                .map(Group::meaning)
                .findFirst();
    }

    /** @param words as {@link vn.vanthu.spam.content.Folding} gives them */
    List<Symbol> find(String words) {
        int[] hits = new int[groups.size()];
        BitSet seen = new BitSet();
        int end = Math.min(words.length(), MOST_CHARS);
        int start = 1;
        while (start < end) {
            int space = words.indexOf(' ', start);
            if (space < 0) {
                break;
            }
            for (Phrase phrase : byFirstWord.getOrDefault(words.substring(start, space), List.of())) {
                if (!seen.get(phrase.number()) && words.startsWith(phrase.rest(), space)) {
                    seen.set(phrase.number());
                    hits[phrase.group()]++;
                }
            }
            start = space + 1;
        }
        return symbols(hits);
    }

    private List<Symbol> symbols(int[] hits) {
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
