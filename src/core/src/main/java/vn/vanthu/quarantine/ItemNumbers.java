package vn.vanthu.quarantine;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.text.Unaccented;

/** Numbers of a list as people write them: {@code 1,3}, {@code 2-5}, {@code 1 và 4}, {@code tất cả}. */
final class ItemNumbers {

    private static final Pattern ITEM = Pattern.compile("(\\d{1,4})(?:\\s*(?:-|–|den|to)\\s*(\\d{1,4}))?");
    private static final Pattern BETWEEN = Pattern.compile("(?:[\\s,;.&+]|va|and|so|thu)*");

    private ItemNumbers() {}

    /** Empty when anything but numbers of the list stands there: then nothing may be guessed. */
    static Optional<SortedSet<Integer>> read(String text, int last) {
        String plain = Unaccented.of(text).strip();
        SortedSet<Integer> numbers = new TreeSet<>();
        if (plain.matches("(?:tat ca|het|all)[.! ]*") || last == 1 && plain.isEmpty()) {
            for (int number = 1; number <= last; number++) {
                numbers.add(number);
            }
            return Optional.of(numbers);
        }
        Matcher item = ITEM.matcher(plain);
        int at = 0;
        while (item.find()) {
            int from = Integer.parseInt(item.group(1));
            int to = item.group(2) == null ? from : Integer.parseInt(item.group(2));
            if (!BETWEEN.matcher(plain.substring(at, item.start())).matches() || from < 1 || to > last || from > to) {
                return Optional.empty();
            }
            for (int number = from; number <= to; number++) {
                numbers.add(number);
            }
            at = item.end();
        }
        boolean clear =
                !numbers.isEmpty() && BETWEEN.matcher(plain.substring(at)).matches();
        return clear ? Optional.of(numbers) : Optional.empty();
    }
}
