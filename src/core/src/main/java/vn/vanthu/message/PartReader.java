package vn.vanthu.message;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
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

        /**
         * Text before the first or behind the last boundary of a multipart, which some readers show.
         *
         * @param text as it stands there, its beginning
         */
        default void aside(Part around, byte[] text) throws IOException {}
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

    /** What readers see that take a message apart at other places than we do. */
    private static final Pattern PART_HEADER =
            Pattern.compile("(?im)^content-(type|transfer-encoding|disposition)[ \\t]*:");

    private static final Pattern BASE64_LINE = Pattern.compile("[A-Za-z0-9+/=]*\\s*");

    private static final int ASIDE_BYTES = 256 << 10;
    private static final int LOOK_AHEAD = 1024;

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
        private final DecodeMonitor monitor = new DecodeMonitor() {
            @Override
            public boolean warn(String error, String dropped) {
                unread.add(Unread.MALFORMED_ENCODING);
                return false;
            }
        };
        private final MimeTokenStream tokens = new MimeTokenStream(config, monitor, null);

        Walk(Visitor visitor) {
            this.visitor = visitor;
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
                case T_PREAMBLE, T_EPILOGUE -> aside();
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
            visitor.content(part, new LenientStream(decoded(part), () -> unread.add(Unread.BROKEN)));
        }

        private InputStream decoded(Part part) throws IOException {
            InputStream raw = new BufferedInputStream(tokens.getInputStream(), LOOK_AHEAD);
            return switch (part.transferEncoding()) {
                case "base64" -> new Base64InputStream(seen(raw), monitor);
                case "quoted-printable" -> new QuotedPrintableInputStream(raw, monitor);
                default -> raw;
            };
        }

        /** Plain text under the name of base64 is shown as it is by one reader and as nothing by another. */
        private InputStream seen(InputStream raw) throws IOException {
            raw.mark(LOOK_AHEAD);
            String start = new String(raw.readNBytes(LOOK_AHEAD), StandardCharsets.ISO_8859_1).stripLeading();
            raw.reset();
            if (!BASE64_LINE.matcher(start.lines().findFirst().orElse("")).matches()) {
                unread.add(Unread.AMBIGUOUS);
            }
            return new PaddingWatch(raw, () -> unread.add(Unread.AMBIGUOUS));
        }

        private void aside() throws IOException {
            byte[] text =
                    new LenientStream(tokens.getInputStream(), () -> unread.add(Unread.BROKEN)).readNBytes(ASIDE_BYTES);
            if (PART_HEADER
                    .matcher(new String(text, StandardCharsets.ISO_8859_1))
                    .find()) {
                unread.add(Unread.AMBIGUOUS);
            }
            visitor.aside(stack.part(tokens.getBodyDescriptor()), text);
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
