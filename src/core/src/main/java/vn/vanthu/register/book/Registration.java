package vn.vanthu.register.book;

import java.util.List;

/**
 * A document that was entered.
 *
 * @param similar entries with the same số, ký hiệu and tác giả, or the same content: the clerk is warned
 */
public record Registration(Entry entry, List<Entry> similar) {

    public Registration {
        similar = List.copyOf(similar);
    }
}
