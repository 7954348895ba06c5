package vn.vanthu.approval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.ShownNames;

/** The head of a letter or document: the agency's or a unit's name on a line of its own, and the national motto. */
final class Letterhead {

    private static final Pattern MOTTO =
            Pattern.compile(".*(cong hoa xa hoi chu nghia viet nam|doc lap ?[-–—.]? ?tu do ?[-–—.]? ?hanh phuc).*");
    private static final Pattern ADDRESSED = Pattern.compile("\\W*(kinh gui|kinh thua|gui|to|dear|attn|kg)\\b.*");
    private static final int MOST_WORDS = 14;
    private static final Pattern NUMBER = Pattern.compile("\\W*so ?:? ?\\d+ ?/.*");

    /** Whose name stands above ours. */
    static final Pattern SUPERIOR = Pattern.compile("\\W*(ubnd|uy ban nhan dan) (tinh|thanh pho)\\b.*");

    private static final Pattern OTHER_AGENCY =
            Pattern.compile("\\W*(bo|so|ubnd|uy ban nhan dan|tong cuc|cuc|chi cuc|cong an|tinh uy|thanh uy|huyen"
                    + " uy|dang uy|ban|vien|truong|hoc vien|benh vien|cong ty|tong cong ty|ngan hang|trung tam|hoi|lien"
                    + " hiep|tap doan|dai su quan|lanh su quan|van phong|toa an|kho bac)\\b.*");

    /** What only an office issues; a person's own papers are called otherwise. */
    private static final Pattern TITLE = Pattern.compile(
            "\\W*(quyet dinh|giay (tiep nhan|bien nhan).*|thong bao|thong cao( bao chi)?|cong dien|giay (moi|trieu tap|hen|gioi"
                    + " thieu|xac nhan|chung nhan|phep|bao)( hop)?|thu (moi|cam on|ngo|chuc mung|gioi thieu|chia"
                    + " buon).*|phieu hen.*|ke hoach|bao cao|ket luan|chi thi|to trinh|lich cong tac.*|letter of"
                    + " (invitation|introduction|confirmation)|certificate|certification|official letter|note"
                    + " verbale|press release|public notice)\\W*");

    private final ShownNames names;
    private final DocumentCode code;

    Letterhead(ShownNames names, DocumentCode code) {
        this.names = names;
        this.code = code;
    }

    Optional<Evidence> in(List<TextLine> lines, String part) {
        Optional<Evidence> name = name(lines, part);
        return name.filter(found -> found.weight() >= Evidence.ENOUGH)
                .or(() -> title(lines, part))
                .or(() -> name);
    }

    /** "GIẤY MỜI" alone on its line, and somewhere in the text who we are. */
    private Optional<Evidence> title(List<TextLine> lines, String part) {
        Optional<TextLine> title = head(lines).stream()
                .filter(line -> line.isCapitals() && isTitle(line))
                .findFirst();
        return title.flatMap(line -> lines.stream()
                .flatMap(each -> names.mailboxOf(each.shown()).stream())
                .min(Comparator.comparing(Mailbox::kind))
                .map(mailbox -> new Evidence(Evidence.Kind.LETTERHEAD, Evidence.ENOUGH, part, line.text(), mailbox)));
    }

    /** In one language or in two: "INVITATION / THƯ MỜI". */
    private static boolean isTitle(TextLine line) {
        return Arrays.stream(line.plain().split("[/|]"))
                .anyMatch(title -> TITLE.matcher(title).matches());
    }

    private Optional<Evidence> name(List<TextLine> lines, String part) {
        List<TextLine> head = head(lines);
        boolean motto =
                head.stream().anyMatch(line -> MOTTO.matcher(line.plain()).matches());
        return head.stream().filter(this::isName).findFirst().flatMap(line -> names.mailboxOf(line.shown())
                .map(mailbox -> new Evidence(
                        Evidence.Kind.LETTERHEAD,
                        motto || isTitled(head, line) ? Evidence.ENOUGH : 1,
                        part,
                        line.text(),
                        mailbox)));
    }

    /** Whether a title in capitals follows right below, whatever it says. */
    private boolean isTitled(List<TextLine> head, TextLine name) {
        int below = head.indexOf(name) + 1;
        return below < head.size()
                && head.get(below).isCapitals()
                && head.get(below).words() > 1
                && !ADDRESSED.matcher(head.get(below).plain()).matches()
                && !isName(head.get(below));
    }

    /** The lines from the first letterhead or number on, whosever; all of them when there is none. */
    List<TextLine> from(List<TextLine> lines) {
        for (int at = 0; at < lines.size(); at++) {
            TextLine line = lines.get(at);
            boolean begins =
                    line.isCapitals() && OTHER_AGENCY.matcher(line.plain()).matches();
            if (begins || isName(line) || MOTTO.matcher(line.plain()).matches()) {
                return lines.subList(at, lines.size());
            }
        }
        return lines;
    }

    /** Whether our name stands at its head. */
    boolean isOurs(List<TextLine> lines) {
        return head(lines).stream().anyMatch(this::isName);
    }

    /** Alone on its line or behind the superior's name, or beside the motto. */
    private boolean isName(TextLine line) {
        return (line.words() <= MOST_WORDS && line.isCapitals()
                        || MOTTO.matcher(line.plain()).matches())
                && !ADDRESSED.matcher(line.plain()).matches()
                && names.mailboxOf(line.shown()).isPresent();
    }

    /**
     * Whether it is the document of another agency: its letterhead and number are there, and ours are not. Under the superior's
     * name alone our number makes it ours; an agency of our name in another province has the same symbol.
     */
    boolean isOfAnother(List<TextLine> lines) {
        List<TextLine> head = head(lines);
        List<TextLine> others = head.stream()
                .filter(line ->
                        line.isCapitals() && OTHER_AGENCY.matcher(line.plain()).matches())
                .toList();
        boolean numbered = head.stream()
                .filter(line -> NUMBER.matcher(line.plain()).matches())
                .findFirst()
                .filter(line -> code.isHeading(line.plain()))
                .isPresent();
        boolean superior = others.stream()
                .allMatch(line -> SUPERIOR.matcher(line.plain()).matches() && !names.isElsewhere(line.shown()));
        return !isOurs(lines)
                && !others.isEmpty()
                && !(numbered && superior)
                && head.stream()
                        .anyMatch(line -> NUMBER.matcher(line.plain()).matches()
                                || MOTTO.matcher(line.plain()).matches()
                                || TITLE.matcher(line.plain()).matches());
    }

    private static List<TextLine> head(List<TextLine> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .limit(TextSigns.HEAD)
                .toList();
    }
}
