package vn.vanthu.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What speaks for the agency or a unit in a text: the writer's own words, or a file that he sends along. */
final class TextSigns {

    /** So many lines at the beginning are the head of a letter or document. */
    static final int HEAD = 12;

    private final OurSigns ours;
    private final SignatureBlock signature;

    TextSigns(OurSigns ours, String login) {
        this.ours = ours;
        this.signature = new SignatureBlock(ours.organization(), ours.names(), login);
    }

    /** What the writer says himself. */
    List<Evidence> ofOwnWords(List<TextLine> lines, String part) {
        List<Evidence> evidence = new ArrayList<>();
        ours.letterhead().in(lines, part).ifPresent(evidence::add);
        number(lines, part).ifPresent(evidence::add);
        signature.below(lines, part).ifPresent(evidence::add);
        ours.statement().in(lines, part, Evidence.ENOUGH).ifPresent(evidence::add);
        return evidence;
    }

    /** His own words are those of an office, and about us. */
    Optional<Evidence> inStyle(List<TextLine> lines, String part) {
        return ours.style().in(lines, part);
    }

    /** The whole of his own words is such as an office chooses. */
    Optional<Evidence> inWording(String subject, List<TextLine> lines, String part) {
        return ours.wording().in(subject, lines, part);
    }

    /** A file, or a message in the message: others may have written it, and it may be a form that people fill in. */
    List<Evidence> ofFile(List<TextLine> lines, String part) {
        return ofFile(lines, part, false);
    }

    /** @param shown whether mail programs show the file below the text, as if it were written there */
    List<Evidence> ofFile(List<TextLine> lines, String part, boolean shown) {
        if (ours.letterhead().isOfAnother(lines)) {
            return List.of();
        }
        List<Evidence> evidence = new ArrayList<>();
        number(lines, part).ifPresent(evidence::add);
        boolean ofOurs = ours.letterhead().isOurs(lines);
        if (PersonalForm.is(lines)) {
            // "GIẤY ỦY QUYỀN" under our letterhead is no person's when the agency signs it.
            signature
                    .inFile(lines, part)
                    .filter(signed -> ofOurs && signed.isEnough())
                    .ifPresent(evidence::add);
        } else {
            ours.letterhead().in(lines, part).ifPresent(evidence::add);
            mention(lines, part).filter(any -> ofOurs).ifPresent(evidence::add);
            signature.inFile(lines, part).ifPresent(evidence::add);
            ours.statement().in(lines, part, shown ? Evidence.ENOUGH : 1).ifPresent(evidence::add);
        }
        return evidence;
    }

    /**
     * What stands below the writer's words: the head of a document that begins anywhere in it counts as one.
     *
     * @param answer whether the mail answers one; else he wrote below the line himself
     */
    List<Evidence> ofQuoted(List<TextLine> lines, String part, boolean answer) {
        return ofFile(ours.letterhead().from(lines), part, !answer);
    }

    /** Words of office in a mail from a shared mailbox. */
    Optional<Evidence> ofOffice(List<TextLine> lines, String part) {
        return ours.statement().ofOffice(lines, part);
    }

    /** "Số: 12/SNgV-VP". */
    private Optional<Evidence> number(List<TextLine> lines, String part) {
        return number(lines, part, ours.code()::isHeading, Evidence.ENOUGH);
    }

    /** "Ban hành kèm theo Kế hoạch số 31/KH-SNgV". */
    private Optional<Evidence> mention(List<TextLine> lines, String part) {
        return number(lines, part, ours.code()::isIn, 1);
    }

    private Optional<Evidence> number(List<TextLine> lines, String part, Predicate<String> bearsIt, int weight) {
        return lines.stream()
                .filter(line -> bearsIt.test(line.plain()))
                .findFirst()
                .map(line -> new Evidence(
                        Evidence.Kind.NUMBER,
                        weight,
                        part,
                        line.text(),
                        ours.names().agency()));
    }
}
