package vn.vanthu.filing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.filing.FiledContent.Kind;
import vn.vanthu.message.text.PlainBody;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Entry;

/**
 * The folder of filed documents, which people read when the network or the mail system is down. A document's folder is made
 * aside, synced, and moved to its place as a whole; then its files are noted in the register. Done again after a crash
 * nothing is there twice. Safe for many threads.
 */
public final class Archive {

    private static final int MOST_TEXT = 100_000;
    private static final String RENEWED = "Phiếu lập lại sau khi sổ được sửa; thay các phiếu trước trong thư mục này.";

    private final Path root;
    private final FilingRegister register;

    public Archive(Path root, FilingRegister register) {
        this.root = root;
        this.register = register;
    }

    /** The bytes of a mail, as often as they are asked for. */
    @FunctionalInterface
    public interface Message {
        InputStream open() throws IOException;
    }

    /** Whether a path below the archive is of a document that is being filed right now: for others it is not there yet. */
    public static boolean isBeingFiled(String path) {
        return path.startsWith(Staging.PREFIX);
    }

    /** Makes the folder, tries it, and removes what a crash left half written. To be called once, before anything is filed. */
    public void open() throws IOException {
        Files.createDirectories(root);
        Staging.removeAll(root);
        try (Staging trial = Staging.in(root)) {
            trial.write("thử ghi", "");
        } catch (InvalidPathException e) {
            throw new IOException("no Vietnamese names in the character set of the locale", e);
        }
    }

    /**
     * Files a document, once.
     *
     * @param notThese SHA-256 of attachments that are other documents of the same mail
     */
    public void file(Entry entry, Message message, Set<String> notThese)
            throws IOException, RegisterUnavailableException {
        if (!register.of(entry.number()).isEmpty()) {
            return;
        }
        FilingPlan plan = FilingPlan.of(entry);
        try (Staging staging = Staging.in(root)) {
            List<FiledContent> contents = write(entry, plan, message, notThese, staging);
            for (FiledContent content : contents) {
                linkToSame(content, staging);
            }
            staging.moveTo(root.resolve(plan.path()), root);
            register.filed(contents);
        }
    }

    /**
     * Writes the readable sheet of a filed document anew, after its entry was corrected or voided: one more file for each
     * version of the entry, since what was filed stays as it was. Done again it is there once. Nothing happens when the
     * document is not filed, or its folder is not on this disk.
     */
    public void renewSheet(Entry entry) throws IOException, RegisterUnavailableException {
        List<FiledContent> filed = register.of(entry.number());
        Optional<FiledContent> first = only(filed, Kind.SHEET).stream().findFirst();
        Optional<Path> folder =
                first.map(sheet -> root.resolve(sheet.path()).getParent()).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return;
        }
        String path = FilingPlan.sheetAfter(first.get().path(), entry.version());
        if (filed.stream().anyMatch(content -> content.path().equals(path))) {
            return;
        }
        List<FiledContent> files =
                filed.stream().filter(content -> content.kind() != Kind.SHEET).toList();
        String sheet = Sheet.of(entry, files, filedText(files), List.of(RENEWED));
        try (Staging staging = Staging.in(root)) {
            Staging.Written written = staging.write(path.substring(path.lastIndexOf('/') + 1), sheet);
            staging.moveTo(folder.get(), root);
            register.filed(List.of(new FiledContent(
                    entry.number(), first.get().mailId(), Kind.SHEET, path, "", written.size(), written.sha256())));
        }
    }

    private static List<FiledContent> only(List<FiledContent> filed, Kind kind) {
        return filed.stream().filter(content -> content.kind() == kind).toList();
    }

    /** What the filed mail says; empty when it was erased. */
    private String filedText(List<FiledContent> files) throws IOException {
        for (FiledContent mail : only(files, Kind.MESSAGE)) {
            Path file = root.resolve(mail.path());
            if (Files.isRegularFile(file)) {
                return text(() -> Files.newInputStream(file));
            }
        }
        return "";
    }

    private static List<FiledContent> write(
            Entry entry, FilingPlan plan, Message message, Set<String> notThese, Staging staging) throws IOException {
        List<FiledContent> contents = new ArrayList<>();
        try (InputStream in = message.open()) {
            contents.add(content(entry, plan, Kind.MESSAGE, "", staging.write(plan.messageName(), in)));
        }
        Attachments attachments = new Attachments(plan, staging, notThese);
        try (InputStream in = message.open()) {
            attachments.readFrom(in);
        }
        attachments
                .found()
                .forEach(file -> contents.add(content(entry, plan, Kind.ATTACHMENT, file.original(), file.written())));
        String sheet = Sheet.of(entry, contents, text(message), attachments.notes());
        contents.add(content(entry, plan, Kind.SHEET, "", staging.write(plan.sheetName(), sheet)));
        return contents;
    }

    private static FiledContent content(
            Entry entry, FilingPlan plan, Kind kind, String original, Staging.Written written) {
        return new FiledContent(
                entry.number(),
                entry.mailId(),
                kind,
                plan.path() + "/" + written.name(),
                original,
                written.size(),
                written.sha256());
    }

    private static String text(Message message) throws IOException {
        try (InputStream in = message.open()) {
            String text = PlainBody.of(in);
            return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
        }
    }

    /** What is filed already under another number is on the disk once. */
    private void linkToSame(FiledContent content, Staging staging) throws IOException, RegisterUnavailableException {
        Optional<FiledContent> same = register.withContent(content.sha256());
        if (same.isPresent()) {
            Path name = Path.of(content.path()).getFileName();
            staging.linkTo(root.resolve(same.get().path()), String.valueOf(name), content.sha256());
        }
    }
}
