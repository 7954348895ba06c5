package vn.vanthu.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vanthu.command.TypedLines;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.ShownNames;
import vn.vanthu.text.Lookalike;

/** What speaks for the agency or a unit in one part of a mail. */
final class ContentSigns {

    /** With fewer words of his own above it, what a writer quotes or forwards is all that he sends. */
    private static final int OWN_WORDS = 3;

    private final TextSigns signs;
    private final ShownNames names;
    private final DocumentCode code;
    private final boolean fromShared;

    ContentSigns(Organization organization, String login, boolean fromShared) {
        this.signs = new TextSigns(organization, login);
        this.names = new ShownNames(organization);
        this.code = new DocumentCode(organization.agency().symbol());
        this.fromShared = fromShared;
    }

    List<Evidence> of(ReadPart part, OutgoingMail mail) {
        List<Evidence> evidence = new ArrayList<>();
        if (part.unread().equals("ambiguous")) {
            evidence.add(new Evidence(
                    Evidence.Kind.AMBIGUOUS, Evidence.ENOUGH, part.path(), part.fileName(), names.agency()));
        }
        evidence.addAll(part.body() ? ofBody(part) : ofFile(part, mail));
        return evidence;
    }

    private List<Evidence> ofBody(ReadPart part) {
        List<TextLine> own = TextLine.all(TypedLines.withSignature(part.text()));
        List<TextLine> all = TextLine.all(part.text().lines().toList());
        boolean nothingOwn = own.stream().mapToInt(TextLine::words).sum() < OWN_WORDS;
        if (nothingOwn && all.size() > own.size()) {
            return signs.ofFile(all, part.path());
        }
        List<Evidence> evidence = new ArrayList<>(signs.ofOwnWords(own, part.path()));
        if (fromShared) {
            signs.ofOffice(own, part.path()).ifPresent(evidence::add);
        }
        return evidence;
    }

    private List<Evidence> ofFile(ReadPart part, OutgoingMail mail) {
        List<Evidence> evidence = new ArrayList<>();
        named(part).ifPresent(evidence::add);
        boolean understood =
                mail.documents().stream().map(OfficialDocument::part).anyMatch(part.path()::equals);
        if (!understood) {
            evidence.addAll(signs.ofFile(TextLine.all(part.text().lines().toList()), part.path()));
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
