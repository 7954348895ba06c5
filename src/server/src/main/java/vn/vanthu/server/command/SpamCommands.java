package vn.vanthu.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.spam.SpamFilter;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.learn.Kind;
import vn.vanthu.spam.learn.Learner;
import vn.vanthu.spam.learn.Lesson;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

/** {@code ./vanthu spam}: the filter by hand. */
@Command(
        name = "spam",
        mixinStandardHelpOptions = true,
        description = {"Chấm điểm thư rác, dạy bộ lọc.", "Scores mail and teaches the filter."},
        subcommands = {
            SpamCommands.Score.class,
            SpamCommands.Train.class,
            SpamCommands.Stats.class,
            SpamCommands.Forget.class
        })
final class SpamCommands extends CommandGroup {

    abstract static class Base extends ShellCommand {

        @Mixin
        private Folders folders = new Folders();

        SpamFilter filter() throws IOException {
            Lessons lessons = Lessons.open(folders.data.resolve("spam"), Clock.systemUTC());
            lessons.corrupt().ifPresent(kept -> err().println(
                            "Tệp bài học hỏng, đã giữ lại; bộ lọc chưa có phần tự học / the lessons are corrupt, kept"
                                    + " as "
                                    + kept + "; the filter starts without a vote"));
            return new SpamFilter(VietnameseText.load(), lessons);
        }

        MailFiles mails(List<Path> places) throws IOException {
            for (Path place : places) {
                if (!Files.exists(place)) {
                    throw new CommandLine.ParameterException(commandLine(), "no such file or folder: " + place);
                }
            }
            return MailFiles.in(places, err());
        }
    }

    @Command(
            name = "score",
            mixinStandardHelpOptions = true,
            description = {
                "Điểm và kết luận của từng thư, với lý do.",
                "Score and verdict of each message, and why. 5 and more is spam, 3 and more unsure."
            })
    static final class Score extends Base {

        @Option(names = "--json", description = "Mỗi thư một đối tượng JSON trên một dòng / one JSON object a line")
        private boolean json;

        @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "Tệp thư hoặc thư mục / files or folders")
        private List<Path> places = List.of();

        @Override
        public Integer call() throws IOException {
            SpamFilter filter = filter();
            MailFiles mails = mails(places);
            mails.each(filter::score, this::print);
            return mails.exitCode();
        }

        private void print(Path file, SpamScore score) {
            out().println(json ? SpamReport.json(file, score) : SpamReport.text(file, score));
        }
    }

    @Command(
            name = "train",
            mixinStandardHelpOptions = true,
            description = {
                "Dạy bộ lọc bằng thư sạch và thư rác có sẵn; dạy lại cùng một thư không tính hai lần.",
                "Teaches the filter; the same message again counts once."
            })
    static final class Train extends Base {

        @Option(names = "--ham", paramLabel = "DIR", description = "Thư sạch / good mail")
        private List<Path> ham = List.of();

        @Option(names = "--spam", paramLabel = "DIR", description = "Thư rác / spam")
        private List<Path> spam = List.of();

        @Override
        public Integer call() throws IOException {
            if (ham.isEmpty() && spam.isEmpty()) {
                throw new CommandLine.ParameterException(commandLine(), "--ham or --spam: allowed: a folder of mail");
            }
            SpamFilter filter = filter();
            List<Lesson> taught = new ArrayList<>();
            int exit = Math.max(read(filter, ham, Kind.HAM, taught), read(filter, spam, Kind.SPAM, taught));
            filter.lessons().learn(taught);
            err().println("Đã dạy / taught: " + taught.size());
            Stats.print(out(), filter.lessons().counts());
            return exit;
        }

        private int read(SpamFilter filter, List<Path> places, Kind kind, List<Lesson> taught) throws IOException {
            Instant now = Instant.now();
            MailFiles mails = mails(places);
            mails.each(
                    message -> filter.lesson(message, SpamFilter.keyOf(message), kind, "spam train", now),
                    (file, lesson) -> taught.add(lesson));
            return mails.exitCode();
        }
    }

    @Command(
            name = "stats",
            mixinStandardHelpOptions = true,
            description = {"Bộ lọc đã học bao nhiêu thư, ai đã dạy.", "How much the filter has learned, and from whom."
            })
    static final class Stats extends Base {

        @Override
        public Integer call() throws IOException {
            Lessons lessons = filter().lessons();
            print(out(), lessons.counts());
            Map<String, Long> teachers = lessons.all().stream()
                    .collect(Collectors.groupingBy(
                            lesson -> lesson.source() + ", " + lesson.kind(), TreeMap::new, Collectors.counting()));
            teachers.forEach((teacher, count) -> out().println("  " + teacher + ": " + count));
            return 0;
        }

        static void print(PrintWriter out, Learner.Counts counts) {
            out.println("Thư sạch / ham: " + counts.ham());
            out.println("Thư rác / spam: " + counts.spam());
            out.println(
                    counts.isEnough()
                            ? "Phần tự học có phiếu / what was learned counts: yes"
                            : "Phần tự học chưa có phiếu, cần ít nhất " + Learner.ENOUGH
                                    + " thư mỗi loại / what was learned counts: no, it needs " + Learner.ENOUGH
                                    + " of each kind");
        }
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = {
                "Bỏ mọi bài học của một người, ví dụ tài khoản đã bị lấy cắp.",
                "Takes back all that one person taught, for example with a stolen account."
            })
    static final class Forget extends Base {

        @Parameters(paramLabel = "LOGIN", description = "Như stats liệt kê / as stats lists it")
        private String source = "";

        @Override
        public Integer call() throws IOException {
            Lessons lessons = filter().lessons();
            long wrong = lessons.all().stream()
                    .filter(lesson -> lesson.source().equals(source))
                    .count();
            if (wrong == 0) {
                throw new CommandLine.ParameterException(
                        commandLine(),
                        "nobody named '" + source + "' taught anything; 'vanthu spam stats' lists who did");
            }
            lessons.forget(lesson -> lesson.source().equals(source));
            out().println("Đã bỏ / forgotten: " + wrong);
            Stats.print(out(), lessons.counts());
            return 0;
        }
    }
}
