package vn.vanthu.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.ShownNames;
import vn.vanthu.text.Lookalike;

/**
 * A sentence in which the agency or a unit itself acts: "Sở Ngoại vụ trân trọng kính mời ...", "Thay mặt Phòng Lễ tân ...".
 * What is told about the agency ("hôm qua Sở Ngoại vụ thông báo ...") is none.
 */
final class Statement {

    private static final String ACTS =
            "(thong bao|thong tin|moi|de nghi|yeu cau|xac nhan|chap thuan|dong y|thong nhat|cho phep|phuc dap|tra"
                    + " loi|bao cao|cam ket|quyet dinh|co y kien|khong dong y|tu choi|cong bo|ban hanh|huong dan|chi"
                    + " dao|trinh|kien nghi|gioi thieu|cap giay|tham muu|de xuat|bac bo|bo nhiem|cu |gui loi|cam on|chuc"
                    + " mung|chia buon|gui toi|thuong tiec|bay to|khang dinh|xin loi|bao dam|dam bao|tam ngung|tam dung|huy|gia han|ky ket|uy"
                    + " quyen|hoan nghenh|bac)";

    private static final String POLITELY =
            "(kinh|tran trong|xin tran trong|xin kinh|rat mong|rat han hanh|han hanh|vinh du|chinh thuc)";

    private static final String IN_ENGLISH =
            "((hereby|kindly|cordially|respectfully|would like to|is pleased to|has the honou?r|is honou?red|wishes"
                    + " to|presents its|regrets to|officially)\\b|(requests|confirms|invites|announces|informs|approves"
                    + "|agrees|certifies|authori[sz]es|proposes|declines)\\b)";

    /** Whatever it does: in one sentence with an honorific that only offices write, it does that to the reader. */
    private static final String TO_YOU = "(?<toyou>.*\\bquy (" + OfficeStyle.HONOURED + "|anh|chi)\\b.*)";

    /** Without accents "nhà" is "nha": only of a text that has none. */
    private static final Pattern CASUAL_UNACCENTED = Pattern.compile(".*\\b(a|nhe|nha|nhi|ha|roi|day|do|ma)\\W*$");

    private static final Pattern CASUAL = Pattern.compile(
            ".*(?<!\\p{L})(ạ|à|nhé|nhá|nha|nhe|nhỉ|hả|ha|rồi|đấy|đó|đây|mà|a)[^\\p{L}]*$", Pattern.DOTALL);
    private static final Pattern OFFICE_WORDS = Pattern.compile(
            ".*\\b(kinh moi|tran trong (kinh )?moi|thong bao|de nghi|yeu cau|xac nhan|chap thuan|dong y|phuc dap|bao"
                    + " cao|cho phep|kinh trinh|kinh bao|kinh mong|cong van|giay"
                    + " moi|invite|request|confirm|approve|notice|announce|hereby|xin moi|moi (quy|ong|ba|doan)|quyet"
                    + " dinh|tu choi|trieu tap|approved?|declined?|agree|permit|would appreciate|grateful)\\b.*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;:])\\s+|\\n");
    /** What a newspaper says, between quotation marks and with its name. */
    private static final Pattern FROM_THE_PRESS = Pattern.compile(
            "^\\h*[\"“].*[\"”]\\h*\\((theo )?(bao|tap chi|nguon|dai|vov|vtv|ttxvn|thong tan xa)\\b.{0,80}\\)\\W*$");

    private static final Pattern ADDRESSED = Pattern.compile("\\W*(kinh gui|gui|to|dear|kg|noi nhan)\\b.*");

    /** A longer line that begins with the addressee goes on to something else. */
    private static final int ADDRESS_WORDS = 12;

    private final ShownNames names;
    /** How staff call their own office when they write for it. */
    private static final String OURSELVES =
            "(?:(?:so|cuc|ban|trung tam|uy ban|co quan|don vi|phong|van phong) (?:chung toi|toi)|so(?="
                    + " (?:xin|kinh|tran trong|chinh thuc|rat mong|rat han hanh|han hanh|vinh du|de nghi|cam ket)\\b)|(?:the|this|our)"
                    + " (?:department|office|division)(?! of))";

    /** "Tập thể cán bộ, công chức" of an office. */
    private static final String EVERYBODY =
            "(?:(?:tap the|toan the|lanh dao|can bo|cong chuc|vien chuc|nguoi lao dong|nhan vien|va)[, ]+)*";

    private static final String LEADERS =
            "(?:lanh dao|ban giam doc|ban lanh dao|giam doc|pho giam doc|truong phong|(?:deputy )?director|leadership"
                    + "|leaders|board of directors|management|head)";

    /** What follows the name of an office where nothing is done: what it is, where it is, what is told about it. */
    private static final String TOLD_ABOUT =
            "(?:la|o|nam|ngoai|thuoc|gom|em|minh|bao|dang|vua|hom|sap|nghe|day|do|nay|kia|ay|is|was|are|in|at|on|and|of|hay|hoac|va|voi|cu|moi|to"
                    + " chuc|so|dt|tel|dien thoai|dia chi|fax|email|website|mst|chuyen"
                    + " roi|lam|ma|thi|nhu|roi|that|ban|nhieu|it|khong biet)\\b";

    private static final String BEFORE =
            "(?:(?:rat tiec|hien nay|hien tai|vi vay|do do|do vay|theo do|nay|qua han|(?:sau khi|thuc hien|phuc"
                    + " dap|can cu|de|nham|nhan dip|tiep theo|lien quan|ve viec|truoc|trong thoi gian) [^.]{0,200},)[,"
                    + " ]+)?";

    /** One of them stands in what {@link #OURSELVES} finds, and in what is said on behalf of somebody. */
    private static final List<String> OURSELVES_BY =
            List.of("chung toi", " toi", "so ", "department", "office", "division");

    private static final List<String> ON_BEHALF_BY =
            List.of("thay mat", "thua ", "uy quyen", "nhan danh", "behalf", "in the name", "by order", "authori");

    private final List<String> us;
    private final Pattern acting;
    private final Pattern subject;
    private final Pattern onBehalf;

    Statement(Organization organization, ShownNames names) {
        this.names = names;
        this.us = names(organization);
        String who = who(us);
        String place = "( ?(?:of )?(tinh|thanh pho|province)? ?\\p{L}+ \\p{L}+(?: province| city)?)?";
        this.acting = Pattern.compile(
                "(?:^|.*[,;:)–-] ?|.*\\b(?:nay|theo do|vi vay|do vay|do do|vi the|hien nay|the|nen) )\\W*(?:the )?"
                        + EVERYBODY + "("
                        + who + "|" + OURSELVES + ")" + place
                        + "[, ]*(?:\\(.{0,60}\\))?[, ]*(?:chung toi)?[, ]*(?:(?:therefore|also|further|se|cung|da|khong|nay|co|xin|hoan"
                        + " toan|dang|van|luon)"
                        + " ){0,3}(?:(?:\\p{L}+ ){1,5}va (?:xin )?)?"
                        + "(?:" + POLITELY + " (?<kindly>.*)|" + TO_YOU + "|" + ACTS + "\\b(?<plainly>.*)|" + IN_ENGLISH
                        + "(?<english>.*))");
        this.subject = Pattern.compile(
                "\\W*(?:" + BEFORE + "(?:the )?(?>" + who + ")(?: (?:of|province|city" + place(organization)
                        + "))*+ (?!" + TOLD_ABOUT
                        + ")\\p{L}+(?: \\S+){2,}|(?:.*[.,] ?)?(?:chung toi|we)[, ]+(?:the )?(?:" + who + ")\\b.*"
                        + "|(?:.*[,:;] ?)?y kien (?:cua|tu)(?: phia)? (?:" + who + ").{0,20} la\\b.*"
                        + "|duoc (?:su [a-z ]{2,20} cua )?(?:" + LEADERS + " )*(?:" + who
                        + ").{0,20}\\b(?:giao|phan cong|uy quyen|dong"
                        + " y|cho phep|chap thuan|chi dao)\\b.*)");
        this.onBehalf = Pattern.compile(
                "(?:^|.*[,;:] ?|.*\\bxin (?:phep )?(?=thay mat)|.*(?=on behalf of))\\W*(?:thay mat|thua lenh|thua uy quyen|(?:duoc|theo)( su)? uy"
                        + " quyen|nhan danh|on behalf of|in the name of|for and on behalf of|by order of|authori[sz]ed by)"
                        + " (?:cho |cua |provincial |the |of |all |staff |members |tap the |can bo |cong chuc |toan"
                        + " the |" + LEADERS + " )*(?:" + who + "|" + OURSELVES
                        + "|so(?! \\p{L}+ \\p{L}+ )\\b).*");
    }

    /** The words by which the whole name is longer than the shortest one: the province. */
    private static String place(Organization organization) {
        List<String> names =
                organization.agency().names().stream().map(Lookalike::plain).toList();
        String shortest =
                names.stream().min(Comparator.comparingInt(String::length)).orElse("");
        return Arrays.stream(Lookalike.plain(organization.agency().name()).split("\\s+"))
                .filter(word -> !List.of(shortest.split("\\s+")).contains(word))
                .map(word -> "|" + Pattern.quote(word))
                .collect(Collectors.joining());
    }

    private static List<String> names(Organization organization) {
        Stream<String> units = organization.units().stream().flatMap(unit -> unit.names().stream());
        return Stream.concat(
                        organization.agency().names().stream(),
                        Stream.concat(
                                units,
                                Stream.of(
                                        organization.agency().symbol(),
                                        "Lãnh đạo Sở",
                                        "Ban Giám đốc Sở",
                                        "Giám đốc Sở")))
                .map(name -> TextLine.of(name).plain())
                .toList();
    }

    private static String who(List<String> names) {
        return names.stream()
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s+\\Q"))
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|"));
    }

    /** The first such sentence. */
    Optional<Evidence> in(List<TextLine> lines, String part, int weight) {
        return sentences(lines).stream()
                .filter(this::acts)
                .findFirst()
                .map(sentence -> new Evidence(Evidence.Kind.STATEMENT, weight, part, sentence.text(), by(sentence)));
    }

    /** Words of office, whoever says them; for mail from a shared mailbox. */
    Optional<Evidence> ofOffice(List<TextLine> lines, String part) {
        return sentences(lines).stream()
                .filter(sentence -> OFFICE_WORDS.matcher(sentence.plain()).matches())
                .findFirst()
                .map(sentence -> new Evidence(Evidence.Kind.STATEMENT, 1, part, sentence.text(), by(sentence)));
    }

    private boolean acts(TextLine sentence) {
        String plain = sentence.plain();
        if (holds(plain, ON_BEHALF_BY) && onBehalf.matcher(plain).matches()) {
            return true;
        }
        boolean named = holds(plain, us);
        if (named
                && subject.matcher(plain).matches()
                && !isCasual(sentence)
                && !sentence.text().endsWith("?")) {
            return true;
        }
        if (!named && !holds(plain, OURSELVES_BY)) {
            return false;
        }
        Matcher matcher = acting.matcher(plain);
        return matcher.matches() && (matcher.group("plainly") == null || !isCasual(sentence));
    }

    /** The patterns are slow, and few sentences hold what they need. */
    private static boolean holds(String plain, List<String> words) {
        return words.stream().anyMatch(plain::contains);
    }

    private static boolean isCasual(TextLine sentence) {
        boolean accented = sentence.text().chars().anyMatch(c -> c >= 0x80 && Character.isLetter(c));
        return accented
                ? CASUAL.matcher(sentence.text().toLowerCase(Locale.ROOT)).matches()
                : CASUAL_UNACCENTED.matcher(sentence.plain()).matches();
    }

    private Mailbox by(TextLine sentence) {
        return names.mailboxOf(sentence.shown()).orElseGet(names::agency);
    }

    /** Lines that mail programs broke are put together again; an empty line, and one with the addressee, ends a sentence. */
    private static List<TextLine> sentences(List<TextLine> lines) {
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
