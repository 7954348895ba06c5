package vn.vanthu.james;

import java.util.List;
import java.util.stream.Collectors;

/**
 * In which languages the gateway's notices are, the first one first.
 *
 * @param order {@code vi}, {@code en}, or both
 */
public record NoticeLanguages(List<String> order) {

    private static final String BETWEEN = "\n--\n";

    public NoticeLanguages {
        order = List.copyOf(order);
    }

    /**
     * @param text Vietnamese, a line {@code --}, English; lines end with {@code \n}
     * @return the languages that are wanted, in their order; a text without that line as it is
     */
    public String arrange(String text) {
        int end = text.lastIndexOf(BETWEEN);
        if (end < 0) {
            return text;
        }
        String vietnamese = text.substring(0, end);
        String english = text.substring(end + BETWEEN.length());
        return order.stream()
                .map(language -> language.equals("vi") ? vietnamese : english)
                .collect(Collectors.joining(BETWEEN));
    }
}
