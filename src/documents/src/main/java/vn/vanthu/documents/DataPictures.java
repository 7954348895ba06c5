package vn.vanthu.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanthu.document.ReadPart;

/** Reads the small pictures that stand in the addresses of a page ({@code data:image/png;base64,...}). */
final class DataPictures {

    /** Larger ones are told as they are, see {@link PlainText}. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)data:(?:image|text|application)/[a-z0-9.+-]{1,80}([^,\"'\\s>]{0,80}),([^\"'\\s>]{1,2000})");

    private DataPictures() {}

    /** What was read in them; the page itself becomes unread where one was not. */
    static List<ReadPart> in(ReadPart page, String html, FoundFile file, FileReader files, Spool spool, Budget budget)
            throws IOException {
        Inside inside = new Inside(file, files, spool, budget);
        for (MatchResult address : addresses(html)) {
            if (!inside.mayRead()) {
                break;
            }
            inside.read(null, new ByteArrayInputStream(content(address)));
        }
        ReadPart whole = page.isUnread() || inside.unread().isEmpty()
                ? page
                : Parts.text(file, page.mediaType(), inside.unread(), page.pages());
        return Stream.concat(Stream.of(whole), inside.parts().stream()).toList();
    }

    /** Each once: an icon stands in every row of a list. */
    private static List<MatchResult> addresses(String html) {
        if (!hasAddress(html)) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        return ADDRESS.matcher(html)
                .results()
                .filter(address -> known.add(address.group()))
                .toList();
    }

    /** The pattern is slow, and few texts have one. */
    private static boolean hasAddress(String html) {
        int colon = html.indexOf(':');
        while (colon >= 0 && !html.regionMatches(true, colon - 4, "data", 0, 4)) {
            colon = html.indexOf(':', colon + 1);
        }
        return colon >= 0;
    }

    private static byte[] content(MatchResult address) {
        String text = address.group(2);
        try {
            String plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return address.group(1).toLowerCase(Locale.ROOT).endsWith(";base64")
                    ? Base64.getMimeDecoder().decode(plain)
                    : plain.getBytes(StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            // whoever shows it does not know either
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
