package vn.vanthu.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.command.TypedLines;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.organization.ShownNames;
import vn.vanthu.text.Lookalike;

/** What speaks for the agency or a unit in one part of a mail. */
final class ContentSigns {

    /** With fewer words of his own above it, what a writer quotes or forwards is all that he sends. */
    private static final int OWN_WORDS = 3;

    private static final Pattern ORGANIZER = Pattern.compile("(?i)ORGANIZER\\b[^:]*?;CN=\"?([^\";:]*)\"?[;:].*");

    private final TextSigns signs;
    private final ShownNames names;
    private final DocumentCode code;
    private final boolean fromShared;
    private final boolean worded;

    /**
     * @param fromShared whether it comes from a shared mailbox whose words of office count
     * @param worded whether the wording of the whole counts
     */
    ContentSigns(OurSigns ours, String login, boolean fromShared, boolean worded) {
        this.signs = new TextSigns(ours, login);
        this.names = ours.names();
        this.code = ours.code();
        this.fromShared = fromShared;
        this.worded = worded;
    }

    List<Evidence> of(ReadPart part, OutgoingMail mail) {
        List<Evidence> evidence = new ArrayList<>();
        if (part.unread().equals("ambiguous")) {
            evidence.add(new Evidence(
                    Evidence.Kind.AMBIGUOUS, Evidence.ENOUGH, part.path(), part.fileName(), names.agency()));
        }
        organizer(part).ifPresent(evidence::add);
        evidence.addAll(part.body() ? ofBody(part, mail) : ofFile(part, mail));
        return evidence;
    }

    private List<Evidence> ofBody(ReadPart part, OutgoingMail mail) {
        TypedLines.Split text = TypedLines.split(part.text());
        List<TextLine> own = TextLine.all(text.typed());
        List<TextLine> all = TextLine.all(part.text().lines().toList());
        boolean nothingOwn = own.stream().mapToInt(TextLine::words).sum() < OWN_WORDS;
        if (nothingOwn && all.size() > own.size()) {
            return signs.ofFile(all, part.path());
        }
        List<Evidence> evidence = new ArrayList<>(signs.ofOwnWords(own, part.path()));
        (fromShared ? signs.ofOffice(own, part.path()) : signs.inStyle(own, part.path())).ifPresent(evidence::add);
        if (worded) {
            String subject =
                    HeaderSigns.isAnothersSubject(mail) ? "" : mail.header().subject();
            signs.inWording(subject, own, part.path()).ifPresent(evidence::add);
        }
        evidence.addAll(ofQuoted(TextLine.all(text.quoted()), part, mail));
        return evidence;
    }

    /**
     * Anybody can type a document of ours below "Original Message". What went to the recipients already may be quoted, and
     * what others wrote; the rest is judged as a whole, since one sign alone stands in every conversation with us.
     */
    private List<Evidence> ofQuoted(List<TextLine> lines, ReadPart part, OutgoingMail mail) {
        List<TextLine> unknown = lines.stream()
                .filter(line -> !mail.sentBefore().test(line.plain()))
                .toList();
        List<Evidence> evidence = signs.ofQuoted(unknown, part.path(), mail.answers() || isMarked(lines, part));
        return evidence.stream().mapToInt(Evidence::weight).sum() >= Evidence.ENOUGH ? evidence : List.of();
    }

    /** Whether the reader sees a quotation: most of it bears its sign. */
    private static boolean isMarked(List<TextLine> quoted, ReadPart part) {
        long marked = part.text()
                .lines()
                .filter(line -> line.stripLeading().startsWith(">"))
                .count();
        return marked * 2 >= quoted.stream().filter(line -> !line.isBlank()).count();
    }

    /** Who invites by a calendar entry, as the recipient's calendar shows it. */
    private Optional<Evidence> organizer(ReadPart part) {
        return part.text()
                .lines()
                .map(ORGANIZER::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .filter(name -> names.people(name).findAny().isEmpty())
                .flatMap(name -> names
                        .mailboxOf(name)
                        .map(mailbox ->
                                new Evidence(Evidence.Kind.DISPLAY_NAME, Evidence.ENOUGH, part.path(), name, mailbox))
                        .stream())
                .findFirst();
    }

    private List<Evidence> ofFile(ReadPart part, OutgoingMail mail) {
        List<Evidence> evidence = new ArrayList<>();
        named(part).ifPresent(evidence::add);
        boolean understood =
                mail.documents().stream().map(OfficialDocument::part).anyMatch(part.path()::equals);
        if (!understood) {
            boolean shown = !part.fileName().isEmpty()
                    && (part.mediaType().equals("text/plain")
                            || part.mediaType().equals("text/html"));
            evidence.addAll(signs.ofFile(TextLine.all(part.text().lines().toList()), part.path(), shown));
        }
        return evidence;
    }

    /** A file that a shared mailbox sends, or one that is called after a document of ours. */
    private Optional<Evidence> named(ReadPart part) {
        String name = Lookalike.plain(part.fileName()).replaceAll("[_\\s-]+", " ");
        boolean ours = code.isInFileName(name);
        boolean sent =
                fromShared && !part.fileName().isEmpty() && !part.mediaType().startsWith("image/");
        return ours || sent
                ? Optional.of(new Evidence(Evidence.Kind.FILE, 1, part.path(), part.fileName(), names.agency()))
                : Optional.empty();
    }
}
