package vn.vanthu.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Goes through the parts of a message in one pass, nested messages too, with MIME4J. No content is held in memory. Safe
 * for many threads.
 */
public final class PartReader {

    /** Gets what is found. Its own exceptions end the reading. */
    public interface Visitor {

        /** A part that holds others (multipart, message) begins. */
        default void container(Part part) throws IOException {}

        /**
         * A part with content.
         *
         * @param content transfer encoding undone; valid during the call only, need not be read to its end or closed
         */
        void content(Part part, InputStream content) throws IOException;
    }

    /**
     * How far to go.
     *
     * @param depth of parts in parts
     * @param parts in all
     * @param headerBytes of all parts together
     */
    public record Limits(int depth, int parts, int headerBytes) {

        /** More than any honest mail needs. */
        public static final Limits USUAL = new Limits(20, 10_000, 4_000_000);

        public Limits {
            if (depth < 1 || depth > 100 || parts < 1 || headerBytes < 1000) {
                throw new IllegalArgumentException(
                        "limits that cannot work: " + depth + ", " + parts + ", " + headerBytes);
            }
        }
    }

    private static final Set<String> KNOWN_ENCODINGS = Set.of("7bit", "8bit", "binary", "base64", "quoted-printable");

    private final Limits limits;
    private final MimeConfig config;

    public PartReader(Limits limits) {
        this.limits = limits;
        this.config = MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderCount(-1)
                .setMaxHeaderLen(limits.headerBytes())
                .setMaxContentLen(-1)
                .setMalformedHeaderStartsBody(false)
                .build();
    }

    /**
     * Reads the message and gives its parts to the visitor, in their order.
     *
     * @return what could not be read; empty when everything was
     * @throws IOException when the stream or the visitor fails, never because of what the message holds
     */
    public Set<Unread> read(InputStream message, Visitor visitor) throws IOException {
        return new Walk(visitor).run(message);
    }

    /** One message being read. */
    private final class Walk {

        private final Visitor visitor;
        private final Set<Unread> unread = EnumSet.noneOf(Unread.class);
        private final PartStack stack = new PartStack();
        private final MimeTokenStream tokens;

        Walk(Visitor visitor) {
            this.visitor = visitor;
            this.tokens = new MimeTokenStream(
                    config,
                    new DecodeMonitor() {
                        @Override
                        public boolean warn(String error, String dropped) {
                            unread.add(Unread.MALFORMED_ENCODING);
                            return false;
                        }
                    },
                    null);
        }

        Set<Unread> run(InputStream message) throws IOException {
            tokens.setRecursionMode(RecursionMode.M_RECURSE);
            tokens.parse(message);
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = next()) {
                see(state);
            }
            return Collections.unmodifiableSet(unread);
        }

        /** The next token; the end also where it cannot go on. */
        private EntityState next() throws IOException {
            if (stack.parts() > limits.parts()) {
                return stopFor(Unread.TOO_MANY_PARTS);
            }
            if (stack.headerBytes() > limits.headerBytes()) {
                return stopFor(Unread.HEADERS_TOO_LONG);
            }
            try {
                return tokens.next();
            } catch (MimeException | MimeIOException | RuntimeException e) {
                return stopFor(Unread.BROKEN);
            }
        }

        private EntityState stopFor(Unread reason) {
            unread.add(reason);
            return EntityState.T_END_OF_STREAM;
        }

        private void see(EntityState state) throws IOException {
            switch (state) {
                case T_START_MESSAGE -> beginMessage();
                case T_START_BODYPART -> begin();
                case T_END_MESSAGE, T_END_BODYPART -> end();
                case T_FIELD -> stack.add(tokens.getField());
                case T_START_MULTIPART -> visitor.container(noted(stack.part(tokens.getBodyDescriptor())));
                case T_END_MULTIPART -> endMultipart();
                case T_BODY -> content();
                default -> {}
            }
        }

        private void beginMessage() throws IOException {
            if (stack.parts() > 0) {
                visitor.container(noted(stack.messagePart()));
            }
            begin();
        }

        private void begin() {
            stack.push();
            limitDepth();
        }

        private void end() {
            stack.pop();
            limitDepth();
        }

        private void endMultipart() {
            if (stack.isEmpty()) {
                unread.add(Unread.BROKEN);
            }
        }

        private void content() throws IOException {
            Part part = noted(stack.part(tokens.getBodyDescriptor()));
            if (part.mediaType().startsWith("multipart/") || part.mediaType().equals("message/rfc822")) {
                unread.add(stack.depth() >= limits.depth() ? Unread.TOO_DEEP : Unread.BROKEN);
            }
            if (!KNOWN_ENCODINGS.contains(part.transferEncoding())) {
                unread.add(Unread.UNKNOWN_ENCODING);
            }
            visitor.content(part, new LenientStream(tokens.getDecodedInputStream(), () -> unread.add(Unread.BROKEN)));
        }

        private Part noted(Part part) {
            if (stack.isAmbiguous(part)) {
                unread.add(Unread.AMBIGUOUS);
            }
            return part;
        }

        /** Parts that are too deep are not taken apart. */
        private void limitDepth() {
            boolean deepest = stack.depth() >= limits.depth();
            tokens.setRecursionMode(deepest ? RecursionMode.M_FLAT : RecursionMode.M_RECURSE);
        }
    }
}
