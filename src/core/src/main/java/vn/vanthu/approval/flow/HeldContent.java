package vn.vanthu.approval.flow;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.DocumentReader;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;

/** Reads a held mail again, as it was read when it was held. */
public record HeldContent(HeldMails mails, ContentReader contents, DocumentReader documents) {

    /** @throws IOException when its bytes are no longer there, or not those that were held */
    List<ReadPart> parts(HeldMail held) throws IOException {
        try (InputStream message = mails.content(held)) {
            return contents.read(message);
        }
    }

    List<OfficialDocument> documents(List<ReadPart> parts) {
        return documents.documents(parts);
    }
}
