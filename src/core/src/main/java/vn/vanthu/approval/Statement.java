package vn.vanthu.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.ShownNames;

/**
 * A sentence in which the agency or a unit itself acts: "Sở Ngoại vụ trân trọng kính mời ...", "Thay mặt Phòng Lễ tân ...".
 * What is told about the agency ("hôm qua Sở Ngoại vụ thông báo ...") is none.
 */
final class Statement {

    private static final Pattern OFFICE_WORDS = Pattern.compile(
            ".*\\b(kinh moi|tran trong (kinh )?moi|thong bao|de nghi|yeu cau|xac nhan|chap thuan|dong y|phuc dap|bao"
                    + " cao|cho phep|kinh trinh|kinh bao|kinh mong|cong van|giay"
                    + " moi|invite|request|confirm|approve|notice|announce|hereby|xin moi|moi (quy|ong|ba|doan)|quyet"
                    + " dinh|tu choi|trieu tap|approved?|declined?|agree|permit|would appreciate|grateful)\\b.*");
    private static final Pattern OF_THE_AGENCY =
            Pattern.compile("\\b((lanh dao|giam doc) (so|co quan|chung toi)|(thay mat|nhan danh) (cho )?so)\\b");
    private static final Pattern RECEIPT = Pattern.compile(
            ".*\\b(nhan duoc|da nhan|cam on|chuc|hen gap|chuyen (den|toi|cho|thu)"
                    + "|se (phan hoi|tra loi|lien he)|dang (xem|xu ly|kiem tra)|thanks?|received|acknowledge|forwarded)\\b.*");
    private static final int DOING_WORDS = 6;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;:])\\s+|\\n");
    /** What a newspaper says, between quotation marks and with its name. */
    private static final Pattern FROM_THE_PRESS = Pattern.compile(
            "^\\h*[\"“].*[\"”]\\h*\\((theo )?(bao|tap chi|nguon|dai|vov|vtv|ttxvn|thong tan xa)\\b.{0,80}\\)\\W*$");

    private static final Pattern ADDRESSED = Pattern.compile("\\W*(kinh gui|gui|to|dear|kg|noi nhan)\\b.*");

    /** A longer line that begins with the addressee goes on to something else. */
    private static final int ADDRESS_WORDS = 12;

    private final ShownNames names;
    private final ActingWords words;

    Statement(Organization organization, ShownNames names) {
        this.names = names;
        this.words = new ActingWords(organization);
    }

    /** The first such sentence of the agency; when there is none, of a unit. */
    Optional<Evidence> in(List<TextLine> lines, String part, int weight) {
        return first(lines, part, weight, words::act);
    }

    /** Words of office, whoever says them; for mail from a shared mailbox. */
    Optional<Evidence> ofOffice(List<TextLine> lines, String part) {
        return first(
                lines,
                part,
                1,
                sentence -> OFFICE_WORDS.matcher(sentence.plain()).matches() || isDoing(sentence));
    }

    /** In a shared mailbox's mail whatever the office does but thank and receive: it does it to the reader. */
    private boolean isDoing(TextLine sentence) {
        return words.does(sentence)
                && sentence.words() >= DOING_WORDS
                && !sentence.text().endsWith("?")
                && !RECEIPT.matcher(sentence.plain()).matches();
    }

    private Optional<Evidence> first(List<TextLine> lines, String part, int weight, Predicate<TextLine> which) {
        return sentences(lines).stream()
                .filter(which)
                .filter(sentence -> !names.isNamesake(sentence.shown()))
                .map(sentence -> new Evidence(Evidence.Kind.STATEMENT, weight, part, sentence.text(), by(sentence)))
                .min(Comparator.comparing(evidence -> evidence.by().kind()));
    }

    /** A unit that writes for the leaders of the agency speaks for the agency. */
    private Mailbox by(TextLine sentence) {
        return OF_THE_AGENCY.matcher(sentence.plain()).find()
                ? names.agency()
                : names.mailboxOf(sentence.shown()).orElseGet(names::agency);
    }

    /** Lines that mail programs broke are put together again; an empty line, and one with the addressee, ends a sentence. */
    static List<TextLine> sentences(List<TextLine> lines) {
        StringBuilder text = new StringBuilder();
        for (TextLine line : lines) {
            boolean addressed = ADDRESSED.matcher(line.plain()).matches();
            if (addressed && line.words() > ADDRESS_WORDS) {
                text.append('\n').append(line.text()).append('\n');
            } else if (line.isBlank()
                    || addressed
                    || FROM_THE_PRESS.matcher(line.plain()).matches()) {
                text.append('\n');
            } else {
                text.append(line.text()).append(endsSoon(line) ? '\n' : ' ');
            }
        }
        List<TextLine> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text)) {
            if (!sentence.isBlank()) {
                sentences.add(TextLine.of(sentence));
            }
        }
        return sentences;
    }

    /** A line that no program broke: it is far from full. */
    private static boolean endsSoon(TextLine line) {
        return line.text().length() < 45;
    }
}
