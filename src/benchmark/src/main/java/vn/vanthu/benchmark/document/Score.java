package vn.vanthu.benchmark.document;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.register.book.Field;

/** How many documents were understood, by what was asked of them. */
final class Score {

    /** What is asked, with the share in percent that files with a text layer must reach. */
    enum Question {
        CODE("số, ký hiệu", 97),
        DATE("ngày", 97),
        TYPE("loại", 97),
        SUBJECT("trích yếu", 93),
        ISSUER("cơ quan", 93),
        SIGNER("người ký", 90),
        RECIPIENTS("nơi nhận", 90),
        CAPACITY("quyền hạn ký", 90),
        URGENCY("độ khẩn", 90);

        final String label;
        final int target;

        Question(String label, int target) {
            this.label = label;
            this.target = target;
        }
    }

    private final Map<Question, Integer> right = new EnumMap<>(Question.class);
    private final List<String> mistakes = new ArrayList<>();
    private int asked;

    /** @param found null when no document was found */
    void add(String name, Expected expected, @Nullable OfficialDocument found) {
        asked++;
        for (Question question : Question.values()) {
            String wanted = wanted(question, expected);
            String read = found == null ? "(none)" : read(question, found);
            if (same(question, wanted, read)) {
                right.merge(question, 1, Integer::sum);
            } else {
                mistakes.add("%s %s: '%s' instead of '%s'".formatted(name, question.label, read, wanted));
            }
        }
    }

    private static String wanted(Question question, Expected expected) {
        return switch (question) {
            case CODE -> code(expected.number(), expected.symbol());
            case DATE -> expected.date();
            case TYPE -> expected.type();
            case SUBJECT -> expected.subject();
            case ISSUER -> expected.issuer();
            case SIGNER -> expected.signer();
            case RECIPIENTS -> String.join("; ", expected.recipients());
            case CAPACITY -> expected.capacity();
            case URGENCY -> expected.urgency();
        };
    }

    private static String code(String number, String symbol) {
        return number.isEmpty() && symbol.isEmpty() ? "" : number + "/" + symbol;
    }

    private static String read(Question question, OfficialDocument found) {
        return switch (question) {
            case CODE -> found.fields().get(Field.CODE).replaceFirst("^(\\d*)-", "$1/");
            case DATE -> found.fields().get(Field.ISSUED_ON);
            case TYPE -> found.fields().get(Field.TYPE);
            case SUBJECT -> found.fields().get(Field.SUBJECT);
            case ISSUER -> found.fields().get(Field.ISSUER);
            case SIGNER -> found.fields().get(Field.SIGNER);
            case RECIPIENTS -> String.join("; ", found.toPlaces());
            case CAPACITY -> found.fields().get(Field.CAPACITY);
            case URGENCY -> found.fields().get(Field.URGENCY);
        };
    }

    /** Case and punctuation count in a code only. */
    private static boolean same(Question question, String wanted, String read) {
        return question == Question.CODE ? wanted.equals(read) : words(wanted).equals(words(read));
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N};]+", " ")
                .replaceAll(" ?; ?", ";")
                .strip();
    }

    int asked() {
        return asked;
    }

    /** In percent; 100 when nothing was asked. */
    double share(Question question) {
        return asked == 0 ? 100 : 100.0 * Objects.requireNonNullElse(right.get(question), 0) / asked;
    }

    List<String> mistakes() {
        return mistakes;
    }

    /** One line a question. */
    String table(String title) {
        StringBuilder table = new StringBuilder("%s: %d documents%n".formatted(title, asked));
        for (Question question : Question.values()) {
            table.append("  %-14s %5.1f %%%n".formatted(question.label, share(question)));
        }
        return table.toString();
    }
}
