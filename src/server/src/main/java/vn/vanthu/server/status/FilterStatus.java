package vn.vanthu.server.status;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;
import vn.vanthu.config.XmlFile;
import vn.vanthu.james.spam.Adviser;
import vn.vanthu.james.spam.Rspamd;
import vn.vanthu.james.spam.SpamAssassin;

/** Whether the spam filter's lessons are whole, and whether the filters that stand beside it answer. */
final class FilterStatus {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern HOST_PORT = Pattern.compile("(\\S+):(\\d{1,5})");
    private static final byte[] QUESTION =
            "From: <>\r\nSubject: status\r\n\r\nstatus\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path lessons;
    private final List<Adviser> others;

    private FilterStatus(Path lessons, List<Adviser> others) {
        this.lessons = lessons;
        this.others = others;
    }

    static FilterStatus of(Path conf, Path data) {
        Path file = conf.resolve("mailetcontainer.xml");
        List<Adviser> others = new ArrayList<>();
        XmlFile.read(file, new Problems(file.toString())).stream()
                .flatMap(root -> root.within("processors", "processor").stream())
                .flatMap(processor -> processor.children("mailet").stream())
                .filter(mailet -> mailet.attribute("class").endsWith(".ScoreSpam"))
                .forEach(mailet -> others.addAll(named(mailet)));
        return new FilterStatus(data.resolve("spam"), others);
    }

    private static List<Adviser> named(XmlElement scoreSpam) {
        List<Adviser> named = new ArrayList<>();
        scoreSpam
                .child("rspamd")
                .ifPresent(place -> named.add(new Rspamd(URI.create(place.text().strip()), PATIENCE)));
        scoreSpam.child("spamAssassin").ifPresent(place -> {
            Matcher hostPort = HOST_PORT.matcher(place.text().strip());
            if (hostPort.matches()) {
                named.add(new SpamAssassin(hostPort.group(1), Integer.parseInt(hostPort.group(2)), PATIENCE));
            }
        });
        return named;
    }

    List<StatusLine> lines() {
        return List.of(lessons(), others());
    }

    private StatusLine lessons() {
        List<String> corrupt = new ArrayList<>();
        if (Files.isDirectory(lessons)) {
            try (DirectoryStream<Path> aside = Files.newDirectoryStream(lessons, "lessons.corrupt-*")) {
                aside.forEach(file -> corrupt.add(file.toString()));
            } catch (IOException e) {
                return StatusLine.warning(
                        "lessons", "unknown", "Không đọc được thư mục bài học của bộ lọc: " + lessons, e.toString());
            }
        }
        return corrupt.isEmpty()
                ? StatusLine.ok("lessons", "whole", "Bài học của bộ lọc thư rác: nguyên vẹn.", "The lessons are whole.")
                : StatusLine.warning(
                        "lessons",
                        "corrupt",
                        "Tệp bài học của bộ lọc thư rác bị hỏng, được giữ ở " + String.join(", ", corrupt)
                                + "; bộ lọc học lại từ đầu. Lấy tệp lessons từ bản sao lưu, hoặc dạy lại (vanthu spam"
                                + " train), rồi xóa tệp hỏng.",
                        "The spam filter's lessons were corrupt and are kept; it began anew. Take the file lessons"
                                + " from a backup or train again, then delete the corrupt file.");
    }

    private StatusLine others() {
        if (others.isEmpty()) {
            return StatusLine.ok(
                    "filters",
                    "none",
                    "Không dùng bộ lọc thư rác khác.",
                    "No other spam filter is configured (<rspamd>, <spamAssassin>).");
        }
        List<String> silent = others.stream()
                .filter(other -> !answers(other))
                .map(Object::toString)
                .toList();
        return silent.isEmpty()
                ? StatusLine.ok("filters", "there", "Trả lời: " + others, "They answer: " + others)
                : StatusLine.warning(
                        "filters",
                        "away",
                        "Không trả lời: " + silent + "; thư vẫn đi, chỉ thiếu điểm của bộ lọc này. Khởi động lại nó.",
                        "No answer: " + silent + "; mail goes on without their points. Start them again.");
    }

    private static boolean answers(Adviser other) {
        try {
            Adviser.Inquiry inquiry = new Adviser.Inquiry(QUESTION, "127.0.0.1", "", "", List.of());
            return !other.ask(inquiry)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join()
                    .isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
