package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.layout.LineText;
import vn.vanthu.message.Part;
import vn.vanthu.message.PartReader;
import vn.vanthu.message.Unread;

/** Goes through the parts of one message: bodies are read here, other files by a {@link FileReader}. */
final class MessageWalk implements PartReader.Visitor {

    /** Longer bodies are read like files. */
    private static final int BODY_BYTES = 256 << 10;

    private static final Set<String> NO_TEXT_TYPES = Set.of("text/rtf", "text/richtext");

    /** What programs write where readers of old see it. */
    private static final Pattern ASIDE = Pattern.compile("(?is)\\s*((this is|ceci est).{0,60}\\bmime\\b.{0,200})?\\s*");

    private static final Map<Unread, String> REASONS = reasons();

    private final Texts texts;
    private final Spool spool;
    private final FileReader files;
    private final Budget budget;
    private final FoundFile around;
    private final List<ReadPart> found = new ArrayList<>();
    private final List<String> signed = new ArrayList<>();
    private final List<String> attached = new ArrayList<>();

    /**
     * A walk.
     *
     * @param around the message as a file: its path comes before those of its parts
     */
    MessageWalk(Texts texts, Spool spool, FileReader files, Budget budget, FoundFile around) {
        this.texts = texts;
        this.spool = spool;
        this.files = files;
        this.budget = budget;
        this.around = around;
    }

    List<ReadPart> read(InputStream message) throws IOException {
        Set<Unread> unread = new PartReader(PartReader.Limits.USUAL).read(message, this);
        // which part it was is not known: the message itself is unread
        unread.stream()
                .map(REASONS::get)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .forEach(reason -> found.add(unread(around, reason)));
        return List.copyOf(found);
    }

    private static ReadPart unread(FoundFile file, String reason) {
        return Parts.none(file, "message/rfc822", reason);
    }

    @Override
    public void container(Part part) {
        if (part.mediaType().equals("message/rfc822")) {
            attached.add(part.path() + ".");
        }
        subject(part);
        if (part.mediaType().equals("multipart/signed")) {
            signed.add(part.path() + ".");
        }
    }

    @Override
    public void content(Part part, InputStream content) throws IOException {
        subject(part);
        if (!budget.takeFile()) {
            noteOnce(UnreadReason.TOO_MANY_PARTS);
            return;
        }
        byte[] start = content.readNBytes(BODY_BYTES);
        boolean text = part.mediaType().startsWith("text/") && !NO_TEXT_TYPES.contains(part.mediaType());
        if (text && start.length < BODY_BYTES && PlainText.isText(start)) {
            budget.takeBytes(start.length);
            found.addAll(body(part, start));
        } else {
            file(part, start, content);
        }
    }

    @Override
    public void aside(Part around, byte[] text) throws IOException {
        if (PlainText.isText(text) && !ASIDE.matcher(texts.decode(text, "")).matches()) {
            found.addAll(body(around, text));
        }
    }

    /** The subject of a message inside of this one is a line that people read. */
    private void subject(Part part) {
        if (part.path().equals("1") && around.path().isEmpty()) {
            return;
        }
        part.fields().stream()
                .filter(field -> field.isCalled("Subject"))
                .map(field -> texts.line(field.text()))
                .filter(subject -> !subject.isEmpty())
                .forEach(subject -> found.add(Parts.text(
                        file(part, ""), "message/rfc822", UnreadReason.NOTHING, List.of(LineText.page(subject)))));
    }

    private void noteOnce(String reason) {
        ReadPart note = unread(around, reason);
        if (!found.contains(note)) {
            found.add(note);
        }
    }

    private List<ReadPart> body(Part part, byte[] bytes) throws IOException {
        FoundFile file = file(part, bytes.length == 0 ? "" : Spool.hash(bytes));
        String text = texts.decode(bytes, part.charset());
        return DataPictures.in(PlainText.read(file, part.mediaType(), text), text, file, files, spool, budget);
    }

    private void file(Part part, byte[] start, InputStream rest) throws IOException {
        try (Spool.Copy copy = spool.copy(start, rest, budget.nextFileBytes())) {
            budget.takeBytes(copy.size());
            FoundFile file = new FoundFile(
                    path(part),
                    part.fileName(),
                    part.mediaType(),
                    isBody(part),
                    isSigned(part),
                    around.depth() + 1,
                    copy.file(),
                    copy.sha256());
            if (copy.whole()) {
                found.addAll(files.read(file, budget));
            } else {
                found.add(Parts.none(file, part.mediaType(), UnreadReason.TOO_LARGE));
            }
        }
    }

    private FoundFile file(Part part, String sha256) {
        return new FoundFile(
                path(part),
                part.fileName(),
                part.mediaType(),
                isBody(part),
                isSigned(part),
                around.depth() + 1,
                around.content(),
                sha256);
    }

    /** The text of the mail itself: that of a message in it is not. */
    private boolean isBody(Part part) {
        return part.isText() && around.path().isEmpty() && attached.stream().noneMatch(part.path()::startsWith);
    }

    private boolean isSigned(Part part) {
        return around.signed() || signed.stream().anyMatch(part.path()::startsWith);
    }

    private String path(Part part) {
        return around.path().isEmpty() ? part.path() : around.path() + "/" + part.path();
    }

    private static Map<Unread, String> reasons() {
        Map<Unread, String> reasons = new LinkedHashMap<>();
        reasons.put(Unread.TOO_DEEP, UnreadReason.TOO_DEEP);
        reasons.put(Unread.TOO_MANY_PARTS, UnreadReason.TOO_MANY_PARTS);
        reasons.put(Unread.HEADERS_TOO_LONG, UnreadReason.TOO_LARGE);
        reasons.put(Unread.BROKEN, UnreadReason.BROKEN);
        reasons.put(Unread.UNKNOWN_ENCODING, UnreadReason.BROKEN);
        // careless programs break the rules of encodings in every tenth honest mail, and all readers pass over it alike
        reasons.put(Unread.MALFORMED_ENCODING, UnreadReason.NOTHING);
        reasons.put(Unread.AMBIGUOUS, UnreadReason.AMBIGUOUS);
        return reasons;
    }
}
