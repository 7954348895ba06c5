package vn.vanthu.server.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.vanthu.message.text.PlainBody;

/** A seal head that was mailed out, as people give it: its hash, or a file that holds it, such as the saved daily mail. */
final class KnownHead {

    static final String ALLOWED = "64 hex digits, or a file that holds them, such as the saved daily mail";

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private KnownHead() {}

    static Optional<String> in(String given) throws IOException {
        if (!Files.isRegularFile(Path.of(given))) {
            return hash(given.strip());
        }
        byte[] file = Files.readAllBytes(Path.of(given));
        return hash(new String(file, StandardCharsets.UTF_8)).or(() -> hash(bodyOf(file)));
    }

    private static Optional<String> hash(String text) {
        return HASH.matcher(text).results().map(MatchResult::group).findFirst();
    }

    private static String bodyOf(byte[] mail) {
        try {
            return PlainBody.of(new ByteArrayInputStream(mail));
        } catch (IOException e) {
            return "";
        }
    }
}
