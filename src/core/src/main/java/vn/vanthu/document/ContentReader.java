package vn.vanthu.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads every part of a message as text, within limits of depth, size, time and memory. Safe for many threads. */
public interface ContentReader {

    /**
     * Never fails because of what the message is: what cannot be read is an {@linkplain ReadPart#isUnread unread} part.
     *
     * @param message the whole message (RFC 5322); read to its end, not closed
     * @return in the message's order; a container (multipart, archive) only when something in it is unread
     * @throws IOException when the bytes cannot be had
     */
    List<ReadPart> read(InputStream message) throws IOException;

    /** The same for mail from outside: however much of it there is, it leaves room for our own. */
    default ContentReader forOutside() {
        return this;
    }
}
