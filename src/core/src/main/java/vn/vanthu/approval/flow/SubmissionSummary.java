package vn.vanthu.approval.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.approval.Speaking;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Place;
import vn.vanthu.organization.ShownNames;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

/** What an approver reads above the original: in whose name, the documents' fields, the checks passed and failed. */
public final class SubmissionSummary {

    private static final int MOST_DOCUMENTS = 5;

    private final Organization organization;
    private final OutgoingMail mail;
    private final List<String> passed = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    private SubmissionSummary(Organization organization, OutgoingMail mail) {
        this.organization = organization;
        this.mail = mail;
    }

    /** @param numberProblems what is wrong with the numbers in the documents */
    public static String of(
            Organization organization, OutgoingMail mail, Speaking speaking, List<String> numberProblems) {
        SubmissionSummary summary = new SubmissionSummary(organization, mail);
        summary.check(speaking, numberProblems);
        return summary.text(speaking);
    }

    private void check(Speaking speaking, List<String> numberProblems) {
        passed.add("người gửi đã đăng nhập: " + (mail.login().isEmpty() ? "(không rõ)" : mail.login()));
        failed.addAll(numberProblems);
        numbers(numberProblems);
        if (speaking.unread().isEmpty()) {
            passed.add("đọc được toàn bộ nội dung");
        }
        speaking.unread()
                .forEach(part -> failed.add("không đọc được "
                        + (part.fileName().isEmpty() ? "phần " + part.path() : part.fileName()) + " (" + part.unread()
                        + ")"));
        places();
    }

    /** Another agency's document has no number of ours; of our own each signed one has. */
    private void numbers(List<String> problems) {
        boolean numbered =
                mail.documents().stream().anyMatch(document -> OutgoingNumbers.bearsOurNumber(document, organization));
        if (lacksNumber()) {
            failed.add("văn bản của cơ quan, đơn vị không có số, ký hiệu");
        } else if (numbered && problems.isEmpty()) {
            passed.add("số văn bản khớp với sổ văn bản đi");
        }
    }

    /** The mail's own text has no number of its own. */
    private boolean lacksNumber() {
        List<OfficialDocument> without = mail.documents().stream()
                .filter(document -> !document.draft() && !mail.isText(document))
                .filter(document -> document.fields().get(Field.CODE).isEmpty())
                .toList();
        if (without.isEmpty()) {
            return false;
        }
        ShownNames names = new ShownNames(organization);
        return without.stream()
                .map(document -> document.fields().get(Field.ISSUER) + " " + document.superior())
                .anyMatch(issuer -> names.mailboxOf(issuer).isPresent());
    }

    /** Điều 3 khoản 3: the document goes to every place that it names. */
    private void places() {
        List<String> missing = mail.documents().stream()
                .flatMap(document -> document.toPlaces().stream())
                .flatMap(name -> organization.place(name).stream())
                .filter(place -> mail.recipients().stream().noneMatch(place::owns))
                .map(Place::name)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            failed.add("có trong \"Nơi nhận\" nhưng thư không gửi tới: " + String.join(", ", missing));
        }
    }

    private String text(Speaking speaking) {
        StringBuilder text = new StringBuilder();
        text.append("Nhân danh: ")
                .append(speaking.inNameOf().map(Mailbox::name).orElse("cơ quan"))
                .append("\nCăn cứ nhận biết: ")
                .append(speaking.describe())
                .append('\n');
        mail.documents().stream().limit(MOST_DOCUMENTS).forEach(document -> describe(document, text));
        text.append("\nĐã kiểm tra:\n");
        passed.forEach(line -> text.append("    ĐẠT: ").append(line).append('\n'));
        failed.forEach(line -> text.append("    KHÔNG ĐẠT: ").append(line).append('\n'));
        return text.toString();
    }

    private static void describe(OfficialDocument document, StringBuilder text) {
        DocumentFields fields = document.fields();
        text.append("\nVăn bản (phần ").append(document.part()).append(")");
        text.append(document.draft() ? ", DỰ THẢO\n" : "\n");
        Stream.of(
                        line("Số, ký hiệu", fields.get(Field.CODE)),
                        line(
                                "Ngày",
                                fields.date(Field.ISSUED_ON)
                                        .map(SubmissionSummary::day)
                                        .orElse("")),
                        line("Loại", fields.get(Field.TYPE)),
                        line("Trích yếu", fields.get(Field.SUBJECT)),
                        line("Cơ quan ban hành", fields.get(Field.ISSUER)),
                        line("Người ký", (fields.get(Field.CAPACITY) + " " + fields.get(Field.SIGNER)).strip()),
                        line("Độ khẩn", fields.get(Field.URGENCY)),
                        line("Nơi nhận", String.join("; ", document.toPlaces())))
                .forEach(text::append);
    }

    private static String day(java.time.LocalDate date) {
        return java.time.format.DateTimeFormatter.ofPattern("dd/MM/uuuu").format(date);
    }

    private static String line(String label, String value) {
        return value.isEmpty() ? "" : "    " + label + ": " + value + "\n";
    }
}
