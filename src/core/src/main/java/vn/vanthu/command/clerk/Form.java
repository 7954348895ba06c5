package vn.vanthu.command.clerk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.command.MailCommand.Particular;
import vn.vanthu.config.Dates;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.DocumentTypes;
import vn.vanthu.register.book.Field;

/** The lines of a command, understood; what is wrong with them is collected, so that it is all told at once. */
final class Form {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DocumentTypes TYPES = DocumentTypes.ofTheLaw();
    private static final Pattern IN_WORDS = Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2}) nam (\\d{4})");
    private static final int LONGEST_REASON = 1000;

    private final Map<Label, String> values = new EnumMap<>(Label.class);
    private final List<String> problems = new ArrayList<>();
    private DocumentFields fields = DocumentFields.none();

    private Form() {}

    static Form read(List<Particular> particulars) {
        Form form = new Form();
        particulars.forEach(form::add);
        return form;
    }

    private void add(Particular line) {
        Optional<Label> label = Label.of(line.key());
        if (label.isEmpty()) {
            // Below an empty line it can be a telephone number under a name.
            if (!line.apart()) {
                problem("Không rõ dòng \"" + line.key() + ":\".");
            }
        } else if (values.putIfAbsent(label.get(), line.value()) != null) {
            problem("Dòng \"" + label.get().text() + ":\" có hai lần.");
        } else {
            label.get().field().ifPresent(field -> set(label.get(), field, line.value()));
        }
    }

    private void set(Label label, Field field, String value) {
        if (!isDate(field) && value.length() > field.length()) {
            problem("Dòng \"" + label.text() + ":\" dài quá " + field.length() + " ký tự.");
            return;
        }
        try {
            fields = fields.with(field, normal(field, value));
        } catch (IllegalArgumentException e) {
            boolean date = isDate(field);
            problem("Dòng \"" + label.text() + ":\": \"" + value + "\" không phải là "
                    + (date ? "ngày, ví dụ 23/11/2026." : "một số."));
        }
    }

    private static boolean isDate(Field field) {
        return field == Field.ISSUED_ON || field == Field.TRANSFERRED_ON || field == Field.DUE_ON;
    }

    private static String normal(Field field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        if (field == Field.TYPE) {
            return TYPES.find(value).map(DocumentTypes.Type::name).orElse(value);
        }
        return isDate(field) ? date(value).map(LocalDate::toString).orElse(value) : value;
    }

    /** {@code 23/11/2026}, {@code 23-11-2026}, {@code 23.11.2026}, {@code ngày 23 tháng 11 năm 2026}, ISO 8601. */
    private static Optional<LocalDate> date(String text) {
        Matcher words = IN_WORDS.matcher(vn.vanthu.text.Unaccented.words(text));
        String figures = words.matches()
                ? words.group(1) + "/" + words.group(2) + "/" + words.group(3)
                : text.matches("\\d{1,2}[.-]\\d{1,2}[.-]\\d{4}") ? text.replaceAll("[.-]", "/") : text;
        return Dates.isDate(figures) ? Optional.of(Dates.parse(figures)) : Optional.empty();
    }

    Form problem(String sentence) {
        problems.add(sentence);
        return this;
    }

    /** Notes each of these that was not given. */
    Form needs(Label... labels) {
        for (Label label : labels) {
            if (value(label).isEmpty()) {
                problem("Thiếu dòng \"" + label.text() + ":\".");
            }
        }
        return this;
    }

    /** Notes each of these that was given although the command has no use for it. */
    Form refuses(Label... labels) {
        for (Label label : labels) {
            if (has(label)) {
                problem("Lệnh này không nhận dòng \"" + label.text() + ":\".");
            }
        }
        return this;
    }

    /** Notes a reason that is too long for the register. */
    Form checkReason(String reason) {
        if (reason.length() > LONGEST_REASON) {
            problem("Lý do dài quá " + LONGEST_REASON + " ký tự.");
        }
        return this;
    }

    String value(Label label) {
        return values.getOrDefault(label, "");
    }

    boolean has(Label label) {
        return values.containsKey(label);
    }

    /** A day that the document's fields do not hold; empty, with the problem noted, when it is no day. */
    Optional<LocalDate> day(Label label) {
        Optional<LocalDate> day = date(value(label));
        if (day.isEmpty() && !value(label).isEmpty()) {
            problem("Dòng \"" + label.text() + ":\": \"" + value(label) + "\" không phải là ngày, ví dụ 23/11/2026.");
        }
        return day;
    }

    DocumentFields fields() {
        return fields;
    }

    /** Those that were given, an emptied one too, laid over the others. */
    DocumentFields over(DocumentFields before) {
        DocumentFields after = before;
        for (Label label : values.keySet()) {
            Field field = label.field().orElse(null);
            after = field == null ? after : after.with(field, fields.get(field));
        }
        return after;
    }

    /** Whether any field of the document was given. */
    boolean hasFields() {
        return values.keySet().stream().anyMatch(label -> label.field().isPresent());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    static Optional<DocumentTypes.Type> type(String name) {
        return TYPES.find(name);
    }

    static String show(LocalDate day) {
        return day.format(DATE);
    }

    /** The fields as lines for people. */
    static String show(DocumentFields fields) {
        StringBuilder lines = new StringBuilder();
        for (Field field : Field.values()) {
            String value = fields.get(field);
            if (!value.isEmpty() && field != Field.APPROVER) {
                String shown = isDate(field) ? show(LocalDate.parse(value)) : value;
                lines.append("    ")
                        .append(Label.of(field).text())
                        .append(": ")
                        .append(shown)
                        .append('\n');
            }
        }
        return lines.toString();
    }
}
