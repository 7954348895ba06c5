package vn.vanthu.approval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vanthu.organization.Agency;
import vn.vanthu.organization.Organization;
import vn.vanthu.text.Lookalike;

/** The words by which an office of ours acts in a sentence; made once for an organization, since that takes long. */
final class ActingWords {

    private static final String ACTS =
            "(thong bao|thong tin|moi|nhat tri|bao tin|ghi nhan|(?:se|nhan loi) (?:tham )?du |chu tri|danh gia cao|bac bo|khuyen nghi|de nghi|yeu cau|xac nhan|chap thuan|dong y|thong nhat|cho phep|phuc dap|tra"
                    + " loi|bao cao|cam ket|quyet dinh|co y kien|khong dong y|tu choi|cong bo|ban hanh|huong dan|chi"
                    + " dao|trinh|kien nghi|gioi thieu|cap giay|tham muu|de xuat|bo nhiem|cu |gui loi|cam on|chuc"
                    + " mung|chia buon|gui toi|thuong tiec|bay to|khang dinh|xin loi|bao dam|dam bao|tam ngung|tam dung|huy|gia han|ky ket|uy"
                    + " quyen|hoan nghenh|bac)";

    private static final String POLITELY =
            "(kinh|tran trong|xin tran trong|xin kinh|rat mong|rat han hanh|han hanh|vinh du|chinh thuc)";

    private static final String IN_ENGLISH =
            "((hereby|kindly|cordially|respectfully|would like to|(?:is|are) pleased to|has the honou?r|is honou?red|(?:was|is|are|were) (?:deeply |greatly |very )?(?:saddened|grateful|shocked|delighted)|wish(?:es)?"
                    + " to|presents? (?:its|their)|regrets? to|officially|thanks? you|looks? forward|(?:extend|send|express|convey|offer)s? (?:its|their|our))\\b|(requests|confirms|invites|announces|informs|approves"
                    + "|agrees|certifies|authori[sz]es|proposes|declines|accepts|acknowledges|rejects|supports|welcomes|a l'honneur|vous (?:prie|confirme|informe|invite|remercie|adresse|presente)|certifie|atteste)\\b)";

    /** Whatever it does: in one sentence with an honorific that only offices write, it does that to the reader. */
    private static final String TO_YOU = "(?<toyou>.*\\bquy (" + OfficeStyle.HONOURED + "|anh|chi)\\b.*)";

    /** Without accents "nhà" is "nha": only of a text that has none. */
    private static final Pattern CASUAL_UNACCENTED = Pattern.compile(".*\\b(a|nhe|nha|nhi|ha|roi|day|do|ma)\\W*$");

    private static final Pattern CASUAL = Pattern.compile(
            ".*(?<!\\p{L})(ạ|à|nhé|nhá|nha|nhe|nhỉ|hả|ha|rồi|đấy|đó|đây|mà|a)[^\\p{L}]*$", Pattern.DOTALL);
    /** How staff call their own office when they write for it. */
    private static final String OURSELVES =
            "(?:(?:so|cuc|ban|trung tam|uy ban|co quan|don vi|phong|van phong) (?:chung toi|toi)|so(?="
                    + " (?:rat mong|rat han hanh|han hanh|vinh du|cu (?:them )?\\d|bac)\\b)|(?:so|phong)(?="
                    + " (?:xin|kinh|tran trong|chinh thuc|de nghi|cam ket|nhat tri|thong nhat|tra lai)\\b)|(?:the|this|our)"
                    + " (?:department|office|division)(?! of))";

    /** "Tập thể cán bộ, công chức" of an office. */
    private static final String EVERYBODY =
            "(?:(?:tap the|toan the|lanh dao|can bo|cong chuc|vien chuc|nguoi lao dong|nhan vien|va|leadership|leaders|staff|members|and|of|the|dong chi|(?:pho )?giam doc|(?:deputy )?director)[, ]+)*";

    private static final String LEADERS =
            "(?:lanh dao|ban giam doc|ban lanh dao|giam doc|pho giam doc|truong phong|(?:deputy )?director|leadership"
                    + "|leaders|board of directors|management|head)";

    /** What follows the name of an office where nothing is done: what it is, where it is, what is told about it. */
    private static final String TOLD_ABOUT =
            "(?:la|o|nam|ngoai|thuoc|gom|em|minh|bao(?! tin)|ben (?:nay|do|kia|em|minh|anh|chi)|dang|vua|hom|sap|nghe|day|do|nay|kia|ay|is|was|are|in|at|on|and|of|hay|hoac|va|voi|cu|moi|to"
                    + " chuc|so|dt|tel|dien thoai|dia chi|fax|email|website|mst|chuyen"
                    + " roi|lam|ma|thi|nhu|roi|that|ban|nhieu|it|khong biet)\\b";

    /** What an office does, from its own mailbox, to whom it writes. */
    private static final String DOES =
            "(?:dat|can|tra|thue|muon|gui|se|dang|de nghi|yeu cau|xin|kinh|mong|cung cap|thong bao|to chuc|khong"
                    + "|chua|giao|nhac|huong dan|quy dinh|needs?|will|would|asks?|orders?|requires?)";

    private static final String BEFORE =
            "(?:den (?:ngay|nay|het)[^,]{0,20}?,? |nhu da (?:noi|trao doi|thong nhat|hen|bao)[^,]{0,40}, |(?:rat tiec|hien nay|hien tai|vi vay|do do|do vay|theo do|nay|qua han|(?:sau khi|thuc hien|phuc"
                    + " dap|can cu|de|nham|nhan dip|tiep theo|lien quan|ve viec|truoc|trong thoi gian) [^.]{0,200},)[,"
                    + " ]+)?";

    /** One of them stands in what {@link #OURSELVES} finds, and in what is said on behalf of somebody. */
    private static final List<String> OURSELVES_BY =
            List.of("chung toi", " toi", "so ", "phong ", "department", "office", "division");

    private static final List<String> POSITION_BY =
            List.of("y kien", "quan diem", "lap truong", "chu truong", "position", "view", "opinion", "response");

    private static final List<String> ON_BEHALF_BY =
            List.of("thay mat", "thua ", "uy quyen", "nhan danh", "behalf", "in the name", "by order", "authori");

    private final List<String> us;
    private final Pattern acting;
    private final Pattern subject;
    private final Pattern onBehalf;
    private final Pattern position;
    private final Pattern doing;

    ActingWords(Organization organization) {
        this.us = names(organization);
        String who = who(us);
        String place = "( ?(?:of )?(tinh|thanh pho|province)? ?\\p{L}+ \\p{L}+(?: province| city)?)?";
        this.acting = Pattern.compile(
                "(?:^|.*[,;:)–-] ?|.*\\b(?:nay|theo do|vi vay|do vay|do do|vi the|hien nay|the|nen|chinh thuc thi|that|cho(?=.{0,60}\\b(?:gui loi|xin loi))) )\\W*(?:the |la |phia )?"
                        + EVERYBODY + "("
                        + who + "|" + OURSELVES + ")" + place + "(?:[, –-]*(?:of the |of |du |de |thuoc )?(?:" + who
                        + ")" + place + ")?"
                        + "[, ]*(?:\\(.{0,60}\\))?[, ]*(?:chung toi)?[, ]*(?:(?:therefore|also|further|se|cung|da|khong|nay|co|xin|hoan"
                        + " toan|dang|van|luon)"
                        + " ){0,3}(?:(?:\\p{L}+ ){1,5}va (?:xin )?)?"
                        + "(?:" + POLITELY + " (?<kindly>.*)|" + TO_YOU + "|" + ACTS + "\\b(?<plainly>.*)|" + IN_ENGLISH
                        + "(?<english>.*))");
        String office = "(?>" + who + ")(?:[, –-]*(?:of the |of |thuoc )?(?>" + who + "))?(?: (?:of|province|city"
                + place(organization) + "))*+";
        this.subject = Pattern.compile("\\W*(?:" + BEFORE + "(?:the )?" + office + " (?!" + TOLD_ABOUT
                + ")\\p{L}+ \\S+ \\S.*|(?:.*[.,] ?)?(?:chung toi|we)[, ]+(?:the )?(?:" + who + ")\\b.*"
                + "|duoc (?:su [a-z ]{2,20} cua )?(?:" + LEADERS + " )*(?:" + who
                + ").{0,20}\\b(?:giao|phan cong|uy quyen|dong"
                + " y|cho phep|chap thuan|chi dao)\\b.*)");
        this.position = Pattern.compile(
                ".*\\b(?:(?:y kien|quan diem|lap truong|chu truong)(?: chinh thuc| phat bieu| gop y| tra"
                        + " loi)* (?:cua|tu)(?: phia)? (?:" + who + "|" + OURSELVES + ").{0,20}(?: la\\b|:)|(?:" + who
                        + "|"
                        + OURSELVES + ").{0,20}'s (?:official )?(?:position|view|opinion|response)\\b).*");
        this.doing = Pattern.compile("\\W*(?:the )?(?:" + office + "|phong|so) " + DOES + "\\b.*");
        this.onBehalf = Pattern.compile(
                "(?:^|.*[,;:] ?|.*\\bxin (?:phep )?(?=thay mat)|.*(?=on behalf of))\\W*(?:thay mat|thua lenh|thua uy quyen|(?:duoc|theo)( su)? uy"
                        + " quyen|nhan danh|on behalf of|in the name of|for and on behalf of|by order of|authori[sz]ed by)"
                        + " (?:cho |cua |va |and |provincial |the |of |all |staff |members |tap the |can bo |cong chuc |toan"
                        + " the |" + LEADERS + " )*(?:" + who + "|" + OURSELVES
                        + "|so(?! \\p{L}+ \\p{L}+ )\\b).*");
    }

    /** Whether the agency or a unit does something in the sentence, and is not only told about. */
    boolean act(TextLine sentence) {
        String plain = sentence.plain();
        if (holds(plain, ON_BEHALF_BY) && onBehalf.matcher(plain).matches()) {
            return true;
        }
        if (holds(plain, POSITION_BY) && position.matcher(plain).matches()) {
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

    /** Whether the agency or a unit is who does something; only its own mailboxes' mail is judged by so little. */
    boolean does(TextLine sentence) {
        return doing.matcher(sentence.plain()).matches();
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
        Stream<String> others =
                Stream.of(organization.agency().symbol(), "Lãnh đạo Sở", "Ban Giám đốc Sở", "Giám đốc Sở");
        return Stream.of(organization.agency().names().stream(), initials(organization), units, others)
                .flatMap(each -> each)
                .map(name -> TextLine.of(name).plain())
                .toList();
    }

    /** "Sở NgV"; "Sở NV tỉnh BĐ" with the province, since other agencies have the same initials. */
    private static Stream<String> initials(Organization organization) {
        Agency agency = organization.agency();
        String kind = agency.name().split("\\s+")[0];
        String symbol = agency.symbol();
        Stream<String> ofSymbol = symbol.length() > 2 && symbol.charAt(0) == kind.charAt(0)
                ? Stream.of(kind + " " + symbol.substring(1))
                : Stream.empty();
        Stream<String> ofNames = agency.names().stream()
                .filter(name -> name.startsWith(kind + " ") && agency.name().startsWith(name + " "))
                .min(Comparator.comparingInt(String::length))
                .stream()
                .flatMap(name -> withPlace(
                        kind + " " + initials(name.substring(kind.length())),
                        agency.name().substring(name.length()).strip()));
        return Stream.concat(ofSymbol, ofNames);
    }

    /** @param place "tỉnh Bình Định" */
    private static Stream<String> withPlace(String name, String place) {
        String[] kindAndName = place.split(" (?=\\p{Lu})", 2);
        String last = initials(kindAndName[kindAndName.length - 1]);
        return Stream.of(name + " " + last, name + " " + kindAndName[0] + " " + last);
    }

    private static String initials(String words) {
        return Arrays.stream(words.strip().split("\\s+"))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String who(List<String> names) {
        return names.stream()
                .map(name -> Pattern.quote(name).replace(" ", "\\E\\s+\\Q"))
                .sorted((one, other) -> other.length() - one.length())
                .collect(Collectors.joining("|"));
    }
}
