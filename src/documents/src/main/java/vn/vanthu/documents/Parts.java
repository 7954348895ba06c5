package vn.vanthu.documents;

import java.util.List;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;

/** Makes {@link ReadPart}s of files. */
final class Parts {

    private Parts() {}

    /** A file that was read as text. */
    static ReadPart text(FoundFile file, String mediaType, String unread, List<Page> pages) {
        return of(file, mediaType, Origin.TEXT, unread, file.signed(), 0, pages);
    }

    /** A file without text. */
    static ReadPart none(FoundFile file, String mediaType, String unread) {
        return of(file, mediaType, Origin.NONE, unread, file.signed(), 0, List.of());
    }

    static ReadPart of(
            FoundFile file,
            String mediaType,
            Origin origin,
            String unread,
            boolean signed,
            int pageCount,
            List<Page> pages) {
        return new ReadPart(
                file.path(),
                file.fileName(),
                mediaType,
                origin,
                unread,
                file.body(),
                signed,
                pageCount,
                file.sha256(),
                pages);
    }
}
