package vn.vanthu.approval;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanthu.organization.ShownNames;

/** The head of a letter or document: the agency's or a unit's name on a line of its own, and the national motto. */
final class Letterhead {

    private static final Pattern MOTTO =
            Pattern.compile(".*(cong hoa xa hoi chu nghia viet nam|doc lap ?[-–—.]? ?tu do ?[-–—.]? ?hanh phuc).*");
    private static final Pattern SUPERIOR = Pattern.compile("\\W*(ubnd|uy ban nhan dan|u b n d)\\b.*");
    private static final Pattern ADDRESSED = Pattern.compile("\\W*(kinh gui|kinh thua|gui|to|dear|attn|kg)\\b.*");
    private static final Pattern NUMBER = Pattern.compile("\\W*so ?:? ?\\d+ ?/.*");

    private static final Pattern OTHER_AGENCY =
            Pattern.compile("\\W*(bo|so|ubnd|uy ban nhan dan|tong cuc|cuc|chi cuc|cong an|tinh uy|thanh uy|huyen"
                    + " uy|dang uy|ban|vien|truong|hoc vien|benh vien|cong ty|tong cong ty|ngan hang|trung tam|hoi|lien"
                    + " hiep|tap doan|dai su quan|lanh su quan|van phong|toa an|kho bac)\\b.*");

    private final ShownNames names;

    Letterhead(ShownNames names) {
        this.names = names;
    }

    Optional<Evidence> in(List<TextLine> lines, String part) {
        List<TextLine> head = head(lines);
        boolean motto =
                head.stream().anyMatch(line -> MOTTO.matcher(line.plain()).matches());
        return head.stream().filter(this::isName).findFirst().flatMap(line -> names.mailboxOf(line.text())
                .map(mailbox -> new Evidence(
                        Evidence.Kind.LETTERHEAD, motto ? Evidence.ENOUGH : 1, part, line.text(), mailbox)));
    }

    /** Alone on its line, or beside the motto, or below the superior's name. */
    private boolean isName(TextLine line) {
        boolean beside = MOTTO.matcher(line.plain()).matches()
                || SUPERIOR.matcher(line.plain()).matches();
        return (line.words() <= 12 && line.isCapitals() || beside)
                && !ADDRESSED.matcher(line.plain()).matches()
                && names.mailboxOf(line.text()).isPresent();
    }

    /** Whether it is the document of another agency: its letterhead and number are there, and ours are not. */
    boolean isOfAnother(List<TextLine> lines) {
        List<TextLine> head = head(lines);
        return head.stream().noneMatch(this::isName)
                && head.stream()
                        .anyMatch(line -> line.isCapitals()
                                && OTHER_AGENCY.matcher(line.plain()).matches())
                && head.stream()
                        .anyMatch(line -> NUMBER.matcher(line.plain()).matches()
                                || MOTTO.matcher(line.plain()).matches());
    }

    private static List<TextLine> head(List<TextLine> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .limit(TextSigns.HEAD)
                .toList();
    }
}
