package vn.vanthu.documents;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.text.VietnameseText;

/** Prints what is read of messages ({@code .eml}) and other files, with the place of each line. */
public final class Dump {

    private final PrintStream out;

    public Dump(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] files) throws IOException {
        Path folder = Files.createTempDirectory("vanthu-read");
        try (MessageContents contents = MessageContents.of(VietnameseText.load(), folder)) {
            Dump dump = new Dump(new PrintStream(System.out, true, StandardCharsets.UTF_8));
            for (String file : files) {
                dump.print(contents, Path.of(file));
            }
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    void print(MessageContents contents, Path file) throws IOException {
        out.println("=== " + file);
        try (InputStream in = new BufferedInputStream(message(file))) {
            contents.read(in).forEach(this::print);
        }
    }

    /** A message, or any other file in one. */
    private static InputStream message(Path file) throws IOException {
        if (file.toString().endsWith(".eml")) {
            return Files.newInputStream(file);
        }
        String name = Base64.getEncoder()
                .encodeToString(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
        String header = "MIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\n"
                + "Content-Disposition: attachment; filename=\"=?utf-8?B?" + name + "?=\"\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n";
        byte[] body = Base64.getMimeEncoder().encode(Files.readAllBytes(file));
        List<InputStream> streams = new ArrayList<>();
        streams.add(new ByteArrayInputStream(header.getBytes(StandardCharsets.US_ASCII)));
        streams.add(new ByteArrayInputStream(body));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private void print(ReadPart part) {
        out.printf(
                "--- %s %s %s %s%s%s pages=%d %s%n",
                part.path(),
                part.fileName(),
                part.mediaType(),
                part.origin(),
                part.unread().isEmpty() ? "" : " UNREAD " + part.unread(),
                part.digitallySigned() ? " signed" : "",
                part.pageCount(),
                part.body() ? "body" : "");
        int number = 0;
        for (Page page : part.pages()) {
            out.println("page " + ++number);
            page.lines().forEach(this::print);
        }
    }

    private void print(Line line) {
        out.printf(
                Locale.ROOT,
                "%5.3f %5.3f %5.3f %4.1f %s| %s%n",
                line.left(),
                line.top(),
                line.right(),
                line.size(),
                line.bold() ? "B" : " ",
                line.text());
    }
}
