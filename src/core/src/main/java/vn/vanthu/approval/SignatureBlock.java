package vn.vanthu.approval;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.organization.ShownNames;
import vn.vanthu.organization.Unit;

/** The foot of a letter or document: who signs, in which capacity (NĐ 30/2020, Điều 13), or in whose name. */
final class SignatureBlock {

    private static final String TITLES =
            "(pho )?(giam doc|chanh van phong|truong phong|truong ban)|lanh dao so|ban giam doc";

    /** "KT. GIÁM ĐỐC", "TM. Sở", "T/L Giám đốc", "Thừa lệnh Giám đốc". */
    private static final Pattern CAPACITY =
            Pattern.compile("\\W*(t[./]?m|k[./]?t|t[./]?l|t[./]?u[./]?q|q|thay mat|ky thay|thua lenh"
                    + "|thua uy quyen|quyen|for and on behalf of|on behalf of|for|p[./]?p|by order of|acting)[./: ]+"
                    + "(?:the )?(.+)");

    private static final String ENGLISH_TITLES = "((deputy|vice)[ -]?)?(director( general)?|chief of (the )?office)";

    private static final Pattern TITLE = Pattern.compile("\\W*(" + TITLES + ")( so( ngoai vu)?)?\\W*");
    private static final Pattern HELD_OFFICE =
            Pattern.compile("(" + TITLES + "|so|lanh dao|van phong|phong|" + ENGLISH_TITLES + "|department)\\b.*");
    private static final Pattern SIGNED = Pattern.compile("\\W*(da ky|da ki|ky ten|signed)\\b.{0,40}");
    private static final Pattern ADDRESSED = Pattern.compile("\\W*(kinh gui|kinh thua|gui|to|dear|thua)\\b.*");

    /** A name stands so many lines below the title at most: the signature itself is between. */
    private static final int TITLE_TO_NAME = 8;

    /** So many lines at the end of a mail are its signature. */
    private static final int FOOT = 12;

    private static final int MOST_WORDS = 16;

    private final Organization organization;
    private final ShownNames names;
    private final String login;

    SignatureBlock(Organization organization, ShownNames names, String login) {
        this.organization = organization;
        this.names = names;
        this.login = login;
    }

    /** Below the writer's own words. */
    Optional<Evidence> below(List<TextLine> lines, String part) {
        Optional<Evidence> block = block(lines, part, Evidence.ENOUGH);
        return block.isPresent() ? block : closing(lines, part);
    }

    /** In a file: only with our name or a leader of ours; every company has a director. */
    Optional<Evidence> inFile(List<TextLine> lines, String part) {
        Optional<Evidence> block = block(lines, part, 1);
        return block.isPresent() ? block : closing(lines, part).map(SignatureBlock::lighter);
    }

    private static Evidence lighter(Evidence evidence) {
        return new Evidence(evidence.kind(), 1, evidence.part(), evidence.words(), evidence.by());
    }

    private Optional<Evidence> block(List<TextLine> lines, String part, int weightAlone) {
        Optional<Evidence> best = Optional.empty();
        for (int at = 0; at < lines.size(); at++) {
            TextLine line = lastCell(lines.get(at));
            int title = at;
            if (line.words() > MOST_WORDS || !isBlockLine(line)) {
                continue;
            }
            boolean ours = names.mailboxOf(line.shown()).isPresent() || leaderBelow(lines, at);
            int weight = ours ? Evidence.ENOUGH : weightAlone;
            if (best.isEmpty() || best.get().weight() < weight) {
                Mailbox by = isForTheDirector(line)
                        ? names.agency()
                        : names.mailboxOf(line.shown())
                                .or(() -> unitOfLeaderBelow(lines, title))
                                .orElseGet(names::agency);
                best = Optional.of(new Evidence(Evidence.Kind.SIGNATURE, weight, part, line.text(), by));
            }
        }
        return best;
    }

    /** "Nơi nhận" stands to the left of the signature. */
    private static TextLine lastCell(TextLine line) {
        String[] cells = line.text().split("\\h{3,}");
        return cells.length < 2 ? line : TextLine.of(cells[cells.length - 1]);
    }

    /** "TL. GIÁM ĐỐC": whoever signs, it is the agency that speaks. */
    private static boolean isForTheDirector(TextLine line) {
        var capacity = CAPACITY.matcher(line.plain());
        return capacity.matches() && capacity.group(2).startsWith("giam doc");
    }

    private boolean isBlockLine(TextLine line) {
        var capacity = CAPACITY.matcher(line.plain());
        boolean acts = capacity.matches()
                && (HELD_OFFICE.matcher(capacity.group(2)).matches()
                        || names.mailboxOf(capacity.group(2)).isPresent());
        return acts || (line.isCapitals() && TITLE.matcher(line.plain()).matches());
    }

    /** A unit's head signs for his unit. */
    private Optional<Mailbox> unitOfLeaderBelow(List<TextLine> lines, int title) {
        return lines.subList(title + 1, Math.min(lines.size(), title + 1 + TITLE_TO_NAME)).stream()
                .filter(line -> line.words() <= MOST_WORDS)
                .flatMap(line -> leader(line).stream())
                .findFirst()
                .filter(person -> person.has(Role.UNIT_HEAD))
                .flatMap(organization::unitOf)
                .flatMap(Unit::mailbox)
                .flatMap(organization::mailbox);
    }

    private boolean leaderBelow(List<TextLine> lines, int title) {
        return lines.subList(title + 1, Math.min(lines.size(), title + 1 + TITLE_TO_NAME)).stream()
                .anyMatch(line -> line.words() <= MOST_WORDS && leader(line).isPresent());
    }

    private Optional<Person> leader(TextLine line) {
        return names.people(line.shown())
                .filter(person -> person.role().mayHeadUnit())
                .findFirst();
    }

    /** A mail that ends with the agency's or a unit's name, or a leader's, and not with the writer's own. */
    private Optional<Evidence> closing(List<TextLine> lines, String part) {
        List<TextLine> foot = foot(lines);
        boolean ownName = foot.stream().anyMatch(this::isOwnName);
        return foot.stream()
                .filter(line -> line.words() <= MOST_WORDS
                        && !ADDRESSED.matcher(line.plain()).matches())
                .filter(line -> isAnothersName(line) || !ownName && isNothingButOffice(line) && !isBilled(foot, line))
                .findFirst()
                .map(line -> evidence(Evidence.ENOUGH, part, line));
    }

    /** What an invoice is to bear: the address and the tax code follow. */
    private static boolean isBilled(List<TextLine> foot, TextLine name) {
        int at = foot.indexOf(name);
        return foot.subList(at, Math.min(foot.size(), at + 4)).stream()
                .anyMatch(line -> line.plain().matches(".*\\b(mst|ma so thue|tax code|vat code)\\b.*"));
    }

    private static List<TextLine> foot(List<TextLine> lines) {
        List<TextLine> written = lines.stream().filter(line -> !line.isBlank()).toList();
        int dashes = -1;
        for (int at = 0; at < written.size(); at++) {
            dashes = written.get(at).text().equals("--") ? at : dashes;
        }
        int from = Math.max(Math.max(1, written.size() - FOOT), dashes + 1);
        return written.subList(Math.min(from, written.size()), written.size());
    }

    /** A name of a person, ours or not: two to five words in capital initials and nothing else. */
    private boolean isOwnName(TextLine line) {
        return PersonName.isIn(line.text())
                && names.mailboxOf(line.shown()).isEmpty()
                && !SIGNED.matcher(line.plain()).matches();
    }

    private boolean isAnothersName(TextLine line) {
        return line.words() <= 6
                && leader(line)
                        .filter(person -> !person.address().equals(login))
                        .isPresent();
    }

    private boolean isNothingButOffice(TextLine line) {
        return names.isNameOnly(line.shown());
    }

    private Evidence evidence(int weight, String part, TextLine line) {
        Mailbox by = names.mailboxOf(line.shown()).orElseGet(names::agency);
        return new Evidence(Evidence.Kind.SIGNATURE, weight, part, line.text(), by);
    }
}
