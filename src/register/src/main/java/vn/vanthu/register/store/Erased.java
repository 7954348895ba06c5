package vn.vanthu.register.store;

import java.time.Instant;

/**
 * Fields that were erased by law, as {@code audit verify} tells it: the rest of the row is proven, and so is that these
 * fields were there.
 *
 * @param row the row's key and id, for people
 * @param fields their names, with spaces between
 * @param systemUser who typed it; may be empty
 */
public record Erased(
        String table, String row, String fields, Instant at, String login, String systemUser, String reason) {}
