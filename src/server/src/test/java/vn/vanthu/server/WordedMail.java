package vn.vanthu.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanthu.testing.Golden;

/**
 * A mail that is nothing but words, from a file with many of one author: a line {@code === acting chuyenvien1}, the subject,
 * an empty line and the text.
 *
 * @param author the file's name
 */
record WordedMail(char author, boolean acting, String login, String subject, String text) {

    private static final Path FILES =
            Path.of("..", "core").resolve(Golden.RESOURCES).resolve("approval").resolve("wording");
    private static final Pattern ONE =
            Pattern.compile("=== (acting|ordinary) (\\S+)\\n([^\\n]*)\\n\\n(.*?)\\s*(?=\\n=== |\\z)", Pattern.DOTALL);

    static List<WordedMail> all() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream().flatMap(WordedMail::in).toList();
        }
    }

    private static Stream<WordedMail> in(Path file) {
        String content;
        try {
            content = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        char author = file.getFileName().toString().charAt(0);
        return ONE.matcher(content).results().map(found -> of(author, found));
    }

    private static WordedMail of(char author, MatchResult found) {
        return new WordedMail(author, found.group(1).equals("acting"), found.group(2), found.group(3), found.group(4));
    }

    WordedMail withText(String other) {
        return new WordedMail(author, acting, login, subject, other);
    }

    /** Kept apart: it teaches nothing. */
    boolean isHeldOut() {
        return author == 't' || author == 'u' || author == 'y';
    }

    /** A unit's head may speak for it himself. */
    boolean isOfHead() {
        return login.startsWith("truongphong.");
    }

    Rehearsal.Envelope envelope() {
        return new Rehearsal.Envelope(Optional.of(login), Optional.empty(), List.of("ai-do@doitac.example"));
    }

    /** The message as a mail program sends it. */
    byte[] bytes() {
        return ("From: " + login + "@songoaivu.binhdinh.gov.vn\r\nTo: ai-do@doitac.example\r\nSubject: "
                        + "=?UTF-8?B?" + Base64.getEncoder().encodeToString(subject.getBytes(UTF_8)) + "?=\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64"
                        + "\r\n\r\n" + Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8)) + "\r\n")
                .getBytes(UTF_8);
    }
}
