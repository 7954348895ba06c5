package vn.vanthu.register.book;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of one document; immutable. A field that is not known is the empty text. */
public final class DocumentFields {

    private static final DocumentFields NONE = new DocumentFields(new EnumMap<>(Field.class));

    private final EnumMap<Field, String> values;

    private DocumentFields(EnumMap<Field, String> values) {
        this.values = values;
    }

    public static DocumentFields none() {
        return NONE;
    }

    /**
     * The same with one field changed; empty text clears it.
     *
     * @throws IllegalArgumentException when a date or number is none; the message says what is right
     */
    public DocumentFields with(Field field, String value) {
        String stripped = value.strip();
        field.check(stripped);
        EnumMap<Field, String> changed = new EnumMap<>(values);
        if (stripped.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, stripped);
        }
        return new DocumentFields(changed);
    }

    public DocumentFields with(Field field, LocalDate date) {
        return with(field, date.toString());
    }

    /** The same with every field that the other one has. */
    public DocumentFields with(DocumentFields changes) {
        EnumMap<Field, String> changed = new EnumMap<>(values);
        changed.putAll(changes.values);
        return new DocumentFields(changed);
    }

    public String get(Field field) {
        return values.getOrDefault(field, "");
    }

    public Optional<LocalDate> date(Field field) {
        return Optional.of(get(field)).filter(date -> !date.isEmpty()).map(LocalDate::parse);
    }

    /** The fields that the other one does not have, or has otherwise. */
    public DocumentFields different(DocumentFields from) {
        EnumMap<Field, String> different = new EnumMap<>(values);
        different.entrySet().removeIf(entry -> from.get(entry.getKey()).equals(entry.getValue()));
        return new DocumentFields(different);
    }

    /** Only the fields that the other one names. */
    public DocumentFields only(DocumentFields named) {
        EnumMap<Field, String> some = new EnumMap<>(values);
        some.keySet().retainAll(named.values.keySet());
        return new DocumentFields(some);
    }

    /** One field a line: {@code subject: Về việc ...}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().code() + ": " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentFields fields && values.equals(fields.values);
    }

    @Override
    public int hashCode() {
        return Map.copyOf(values).hashCode();
    }
}
