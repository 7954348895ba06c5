package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.ReadPart;

/** Reads the files inside of a file, one after the other, within the limits. */
final class Inside {

    private final FoundFile around;
    private final FileReader inner;
    private final Spool spool;
    private final Budget budget;
    private final List<ReadPart> parts = new ArrayList<>();
    private int count;
    private String unread = UnreadReason.NOTHING;

    Inside(FoundFile around, FileReader inner, Spool spool, Budget budget) {
        this.around = around;
        this.inner = inner;
        this.spool = spool;
        this.budget = budget;
    }

    /** Whether the limits allow one more. */
    boolean mayRead() {
        if (around.depth() >= budget.limits().depth()) {
            unread = UnreadReason.TOO_DEEP;
        } else if (budget.isTimeOver()) {
            unread = UnreadReason.TIME_OUT;
        } else if (!budget.takeFile()) {
            unread = UnreadReason.TOO_MANY_PARTS;
        } else {
            return true;
        }
        return false;
    }

    /**
     * Reads the next one.
     *
     * @param name as it stands in the file; null for none
     * @throws FileSystemException when there is no place for its copy
     */
    void read(@Nullable String name, InputStream content) throws FileSystemException {
        count++;
        String label = FileNames.oneLine(name, count);
        try (Spool.Copy copy = spool.copy(new byte[0], content, budget.nextFileBytes())) {
            budget.takeBytes(copy.size());
            FoundFile file = new FoundFile(
                    around.path() + "/" + label,
                    FileNames.last(label),
                    "",
                    false,
                    around.signed(),
                    around.depth() + 1,
                    copy.file(),
                    copy.sha256());
            if (copy.whole()) {
                parts.addAll(inner.read(file, budget));
            } else {
                note(UnreadReason.TOO_LARGE);
            }
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // what cannot be unpacked, or not to its end
            note(UnreadReason.BROKEN);
        }
    }

    void note(String reason) {
        unread = unread.isEmpty() ? reason : unread;
    }

    /** Why not all was read; empty when it was. */
    String unread() {
        return unread;
    }

    List<ReadPart> parts() {
        return List.copyOf(parts);
    }
}
