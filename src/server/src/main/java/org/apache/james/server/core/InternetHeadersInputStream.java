package org.apache.james.server.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import javax.mail.internet.InternetHeaders;

/**
 * Stands before James's class of this name on the class path: James writes header lines back as US-ASCII, which turns
 * every raw 8-bit byte, and with it every legacy Vietnamese subject, into '?'. In memory a header holds one character a
 * byte, so ISO 8859-1 gives the same bytes back.
 */
public class InternetHeadersInputStream extends InputStream {

    private final InputStream lines;

    public InternetHeadersInputStream(InternetHeaders headers) {
        this(headers.getAllHeaderLines());
    }

    /** @param headerLines unfolded or folded lines, without their line ends; an empty line is put after the last */
    public InternetHeadersInputStream(Enumeration<String> headerLines) {
        this.lines =
                headerLines.hasMoreElements() ? new SequenceInputStream(asStreams(headerLines)) : nullInputStream();
    }

    private static Enumeration<InputStream> asStreams(Enumeration<String> headerLines) {
        Iterator<String> each = headerLines.asIterator();
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                String line = each.next();
                String ended = line + (each.hasNext() ? "\r\n" : "\r\n\r\n");
                return new ByteArrayInputStream(ended.getBytes(StandardCharsets.ISO_8859_1));
            }
        };
    }

    @Override
    public int read() throws IOException {
        return lines.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return lines.read(buffer, offset, length);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
