package vn.vanthu.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.documents.layout.LineText;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/** Text of any kind in Unicode, through the text engine. */
final class Texts {

    private final VietnameseText engine;

    Texts(VietnameseText engine) {
        this.engine = engine;
    }

    /** The bytes of a text file or body as characters. */
    String decode(byte[] bytes, String declaredCharset) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return engine.convert(new String(bytes, wide), Evidence.none()).text();
        }
        return engine.convert(bytes, Evidence.ofCharset(declaredCharset)).text();
    }

    /** A line that was decoded already. */
    String line(String text) {
        return LineText.of(engine.convert(text, Evidence.none()).text());
    }

    /** UTF-16 by its mark, or by every second byte of what begins in ASCII; null for anything else. */
    static @org.jspecify.annotations.Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if (first == 0xFE && second == 0xFF || first == 0 && second != 0 && bytes[2] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0 && bytes[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return null;
    }

    /** Lines that were decoded by their program, but perhaps from a legacy encoding that it took for Latin-1. */
    List<Page> unicode(List<Page> pages) {
        String whole = pages.stream()
                .flatMap(page -> page.lines().stream())
                .map(Line::text)
                .collect(Collectors.joining("\n"));
        if (isAscii(whole)) {
            return pages;
        }
        String[] converted = engine.convert(whole, Evidence.none()).text().split("\n", -1);
        long count = pages.stream().mapToLong(page -> page.lines().size()).sum();
        if (converted.length != count) {
            return pages;
        }
        List<Page> result = new ArrayList<>();
        int at = 0;
        for (Page page : pages) {
            List<Line> lines = new ArrayList<>();
            for (Line line : page.lines()) {
                lines.add(with(line, converted[at++]));
            }
            result.add(new Page(lines));
        }
        return result;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    private static Line with(Line line, String text) {
        return line.text().equals(text)
                ? line
                : new Line(LineText.of(text), line.left(), line.top(), line.right(), line.size(), line.bold());
    }
}
