package vn.vanthu.registration;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.MessageView;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/**
 * The mail that brings a document: what is around the document may say that it is not to be entered.
 *
 * @param answers whether it answers or forwards another mail
 * @param parts everything in it, as read
 * @param documents those of the parts that are official documents
 */
public record CarryingMail(
        ProvenSender sender, String subject, boolean answers, List<ReadPart> parts, List<OfficialDocument> documents) {

    private static final Pattern ANSWER = Pattern.compile("\\s*(?:re|fw|fwd|tl|tra loi|chuyen tiep)\\s*:\\s*");
    private static final Pattern DRAFT = Pattern.compile("(?:\\d+ )*(?:ban )?du ?thao\\b.*");
    private static final Pattern DRAFT_IN_BRACKETS = Pattern.compile(".*[(\\[]\\s*(?:ban )?du thao\\b.*");
    private static final Pattern QUOTES = Pattern.compile("[>*\\s]*(?:(?:.* )?(?:da viet|wrote)\\s*:"
            + "|(?:from|tu|nguoi gui)\\*?\\s*:.*@.*|(?:sent|da gui)\\*?\\s*:.*"
            + "|-{2,}\\s*(?:original message|forwarded message|thu goc|tin nhan goc|thu chuyen tiep).*)\\s*");

    public CarryingMail {
        parts = List.copyOf(parts);
        documents = List.copyOf(documents);
    }

    public static CarryingMail of(
            MessageView header, ProvenSender sender, List<ReadPart> parts, List<OfficialDocument> documents) {
        String subject = header.subject();
        boolean answers = header.has("In-Reply-To")
                || header.has("References")
                || ANSWER.matcher(Unaccented.of(subject)).lookingAt();
        return new CarryingMail(sender, subject, answers, parts, documents);
    }

    /** What the mail says against one of its documents. */
    Set<Doubt> doubts(OfficialDocument document) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        Optional<ReadPart> part = parts.stream()
                .filter(each -> each.path().equals(document.part()))
                .findFirst();
        if (isCalledDraft(part.map(ReadPart::fileName).orElse(""))) {
            doubts.add(Doubt.DRAFT);
        }
        if (part.filter(ReadPart::body).filter(this::quotes).isPresent()) {
            doubts.add(Doubt.QUOTED);
        }
        if (isInArchive(document.part())) {
            doubts.add(Doubt.IN_AN_ARCHIVE);
        }
        if (isOlderThanAnother(document)) {
            doubts.add(Doubt.ENCLOSURE);
        }
        return doubts;
    }

    /** "Góp ý dự thảo Thông tư" is about a draft and is none. */
    private boolean isCalledDraft(String fileName) {
        String topic = ANSWER.matcher(Unaccented.of(subject)).replaceFirst("");
        return DRAFT.matcher(Unaccented.words(topic)).matches()
                || DRAFT.matcher(Unaccented.words(fileName)).matches()
                || DRAFT_IN_BRACKETS.matcher(Unaccented.of(fileName)).matches();
    }

    private boolean quotes(ReadPart body) {
        return answers
                || body.text().lines().anyMatch(line -> QUOTES.matcher(Unaccented.of(line))
                        .matches());
    }

    /** A file that was packed alone is as good as the file itself. */
    private boolean isInArchive(String path) {
        int end = path.indexOf('/');
        String archive = end < 0 ? path : path.substring(0, end);
        return end >= 0
                && parts.stream()
                        .filter(part ->
                                part.path().equals(archive) && !part.text().isBlank()
                                        || part.path().startsWith(archive + "/"))
                        .anyMatch(part ->
                                !part.path().equals(path) && !part.path().startsWith(path + "/"));
    }

    private boolean isOlderThanAnother(OfficialDocument document) {
        Optional<LocalDate> day = document.fields().date(Field.ISSUED_ON);
        return day.isPresent()
                && documents.stream()
                        .flatMap(other -> other.fields().date(Field.ISSUED_ON).stream())
                        .anyMatch(day.get()::isBefore);
    }
}
