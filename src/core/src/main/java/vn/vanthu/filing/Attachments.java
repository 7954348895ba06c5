package vn.vanthu.filing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.vanthu.message.Part;
import vn.vanthu.message.PartReader;

/** Takes the attachments out of a mail, nested ones too, and writes them under safe names. */
final class Attachments {

    /** More are not taken out; the whole mail is filed anyway. */
    private static final int MOST_FILES = 300;

    /** @param original as the sender called it */
    record Found(String original, Staging.Written written) {}

    private final FilingPlan plan;
    private final Staging staging;
    private final Set<String> notThese;
    private final List<Found> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int skipped;

    Attachments(FilingPlan plan, Staging staging, Set<String> notThese) {
        this.plan = plan;
        this.staging = staging;
        this.notThese = notThese;
    }

    void readFrom(InputStream message) throws IOException {
        boolean whole =
                new PartReader(PartReader.Limits.USUAL).read(message, this::see).isEmpty();
        if (!whole) {
            notes.add("Có phần của thư không tách ra được: xem tệp toàn bộ thư.");
        }
        if (skipped > 0) {
            notes.add("Còn " + skipped + " tệp đính kèm không tách ra: xem tệp toàn bộ thư.");
        }
    }

    private void see(Part part, InputStream content) throws IOException {
        if (part.isText()) {
            return;
        }
        if (found.size() == MOST_FILES) {
            skipped++;
            return;
        }
        Staging.Written written = staging.write(plan.attachmentName(found.size() + 1, part.fileName()), content);
        if (notThese.contains(written.sha256())) {
            staging.delete(written);
        } else {
            found.add(new Found(part.fileName(), written));
        }
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
