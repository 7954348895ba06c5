package vn.vanthu.register.book;

/**
 * A reservation that was over before the number was used.
 *
 * @param entry as it stands now, voided
 * @param owner the login that took the number
 */
public record Lapsed(Entry entry, String owner) {}
