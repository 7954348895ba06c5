package vn.vanthu.organization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.vanthu.text.Lookalike;

/**
 * A name, and where a text shows it: with or without its marks, its words in any order, written together or letter by
 * letter, with look-alike characters.
 *
 * @param words as {@link Lookalike#words}
 * @param whole all of them without a space
 */
record NamePattern(List<String> words, String whole) {

    /** A long name is still that name with a word or two between ("Department of Foreign Affairs of Binh Dinh"). */
    private static final int MOST_WORDS_BETWEEN = 2;

    NamePattern {
        words = List.copyOf(words);
    }

    static NamePattern of(String name) {
        List<String> words = Lookalike.words(name);
        return new NamePattern(words, String.join("", words));
    }

    boolean isIn(List<String> text) {
        return find(text).isPresent();
    }

    /** The text without the first appearance of the name; the same when it is not there. */
    List<String> takenFrom(List<String> text) {
        Optional<int[]> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        List<String> rest = new ArrayList<>(text.subList(0, found.get()[0]));
        rest.addAll(text.subList(found.get()[1], text.size()));
        return rest;
    }

    /** Whether the text begins with it. */
    boolean begins(List<String> text) {
        return !words.isEmpty() && !text.isEmpty() && end(text, 0) > 0;
    }

    /** What follows its first appearance in the text; nothing when it is not there. */
    List<String> behind(List<String> text) {
        return find(text).map(found -> text.subList(found[1], text.size())).orElse(List.of());
    }

    private Optional<int[]> find(List<String> text) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        for (int from = 0; from < text.size(); from++) {
            int to = end(text, from);
            if (to > from) {
                return Optional.of(new int[] {from, to});
            }
        }
        return Optional.empty();
    }

    /** Where a name that begins here ends; -1 when none does. */
    private int end(List<String> text, int from) {
        int joined = joinedEnd(text, from);
        if (joined > from) {
            return joined;
        }
        int between = words.size() >= 4 ? MOST_WORDS_BETWEEN : 0;
        for (int length = words.size(); length <= words.size() + between && from + length <= text.size(); length++) {
            if (words.contains(text.get(from)) && holdsAll(text.subList(from, from + length))) {
                return from + length;
            }
        }
        return -1;
    }

    private int joinedEnd(List<String> text, int from) {
        if (!whole.startsWith(text.get(from))) {
            return -1;
        }
        StringBuilder joined = new StringBuilder();
        for (int to = from; to < text.size() && joined.length() < whole.length(); to++) {
            joined.append(text.get(to));
            if (joined.toString().equals(whole)) {
                return to + 1;
            }
        }
        return -1;
    }

    private boolean holdsAll(List<String> window) {
        List<String> left = new ArrayList<>(window);
        return words.stream().allMatch(left::remove);
    }

    /** Of several names the longest first, so that "Phó Giám đốc" is found before "Giám đốc". */
    static List<NamePattern> longestFirst(List<String> names) {
        List<NamePattern> patterns = new ArrayList<>(names.stream()
                .map(NamePattern::of)
                .filter(pattern -> !pattern.words().isEmpty())
                .distinct()
                .toList());
        patterns.sort(Collections.reverseOrder((one, other) ->
                Integer.compare(one.words().size(), other.words().size())));
        return patterns;
    }
}
