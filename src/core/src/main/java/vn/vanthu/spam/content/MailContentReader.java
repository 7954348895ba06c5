package vn.vanthu.spam.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CoderMalfunctionError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.message.HeaderField;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.Part;
import vn.vanthu.message.PartReader;
import vn.vanthu.message.Unread;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/** Reads messages for the rules. No bytes make it throw; time and memory are bounded. Safe for many threads. */
public final class MailContentReader {

    private static final int HEADER_BYTES = 64 * 1024;
    private static final int PART_BYTES = 96 * 1024;
    private static final int TEXT_CHARS = 64 * 1024;
    private static final int SUBJECT_CHARS = 1000;
    private static final int MOST_LINKS = 200;
    private static final int MOST_PARTS = 500;
    private static final PartReader.Limits LIMITS = new PartReader.Limits(20, 1000, 1_000_000);
    /** Programs declare these whatever the text is. */
    private static final Set<String> SAYS_LITTLE =
            Set.of("us-ascii", "ascii", "utf-8", "utf8", "iso-8859-1", "windows-1252", "windows-1258", "unknown-8bit");

    /** The ends of addresses without a scheme. */
    private static final List<String> ENDS =
            List.of("cc", "cfd", "club", "icu", "life", "ly", "me", "top", "vip", "win", "xyz");

    /** With a scheme, or as people and spammers shorten it. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:\\b(?:https?://|www\\.)[^\\s<>\"']{3,500}" + "|(?<![@\\w./-])[a-z0-9][a-z0-9.-]{0,60}\\.(?:"
                    + String.join("|", ENDS) + ")(?:/[^\\s<>\"']{1,300}|\\b))");

    private final VietnameseText engine;
    private final MessageReader headers = new MessageReader(HEADER_BYTES);
    private final PartReader parts = new PartReader(LIMITS);

    public MailContentReader(VietnameseText engine) {
        this.engine = engine;
    }

    public MailContent read(byte[] message) {
        try {
            MessageView header = headers.header(new ByteArrayInputStream(message));
            Walk walk = new Walk();
            Set<Unread> unread = parts.read(new ByteArrayInputStream(message), walk);
            return walk.content(header, subject(header), unread);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be read", e);
        }
    }

    private String subject(MessageView header) {
        Optional<HeaderField> field = header.first("Subject");
        if (field.isEmpty()) {
            return "";
        }
        byte[] raw = field.get().value();
        String subject = isAscii(raw) ? field.get().text() : unicode(raw, "");
        return subject.substring(0, Math.min(subject.length(), SUBJECT_CHARS));
    }

    /** Text in Unicode. The engine, which knows the Vietnamese encodings, is asked about bytes that nothing explains. */
    private String unicode(byte[] bytes, String charset) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (charset.isEmpty() || SAYS_LITTLE.contains(charset)) {
            return engine.convert(bytes, Evidence.ofCharset(charset)).text();
        }
        try {
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalArgumentException | CoderMalfunctionError e) {
            // Not every decoder (UTF-7) stands bytes that are none of its own.
            return engine.convert(bytes, Evidence.ofCharset(charset)).text();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** One message being read. */
    private final class Walk implements PartReader.Visitor {

        private final List<Part> seen = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final List<Link> links = new ArrayList<>();
        private final HtmlCounts html = new HtmlCounts();
        private int executables;

        @Override
        public void container(Part part) {
            note(part);
        }

        @Override
        public void content(Part part, InputStream content) throws IOException {
            note(part);
            if (part.mediaType().startsWith("text/")) {
                text(part, content.readNBytes(PART_BYTES));
            } else {
                byte[] start = content.readNBytes(2);
                executables += start.length == 2 && start[0] == 'M' && start[1] == 'Z' ? 1 : 0;
            }
        }

        private void note(Part part) {
            if (seen.size() < MOST_PARTS) {
                seen.add(part);
            }
        }

        private void text(Part part, byte[] bytes) {
            if (text.length() >= TEXT_CHARS) {
                return;
            }
            String decoded = unicode(bytes, part.charset());
            if (part.mediaType().equals("text/html")) {
                new HtmlScanner(decoded, text, links, MOST_LINKS, html).run();
            } else {
                text.append(decoded);
                findLinks(decoded);
            }
            text.append('\n');
            text.setLength(Math.min(text.length(), TEXT_CHARS));
        }

        /** Each address has one of these; most mail has none, and looking for the whole is slow. */
        private static boolean mayHoldAddress(String plain) {
            for (int dot = plain.indexOf('.'); dot >= 0; dot = plain.indexOf('.', dot + 1)) {
                int at = dot;
                boolean end = ENDS.stream().anyMatch(name -> plain.regionMatches(true, at + 1, name, 0, name.length()));
                if (end || plain.regionMatches(true, at - 3, "www", 0, 3)) {
                    return true;
                }
            }
            return plain.contains("://");
        }

        private void findLinks(String plain) {
            if (!mayHoldAddress(plain)) {
                return;
            }
            Matcher address = ADDRESS.matcher(plain);
            while (links.size() < MOST_LINKS && address.find()) {
                links.add(new Link(address.group(), address.group()));
            }
        }

        MailContent content(MessageView header, String subject, Set<Unread> unread) {
            String words = Folding.words(subject + "\n" + text);
            return new MailContent(
                    header,
                    Sender.of(header),
                    seen,
                    subject,
                    text.toString(),
                    words,
                    TextFacts.of(text),
                    html.facts(),
                    links,
                    Handover.of(header),
                    executables,
                    unread);
        }
    }
}
