package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;

/**
 * The disk of the embedded register is full in the middle of numbering, by a limit on the size of the files that the
 * process may write: what a full disk is to a program, on any machine and for any user.
 */
class FullDiskTest {

    private static final int LIMIT_KILOBYTES = 3000;

    @TempDir
    Path data = Path.of("");

    @Test
    void nothingAcknowledgedIsLostAndNumbersHaveNeitherGapNorDuplicateWhenThereIsRoomAgain() throws Exception {
        List<String> acknowledged = writeUntilFull();
        assertThat(acknowledged).hasSizeGreaterThan(3);
        RegisterSettings settings = RegisterSettings.embedded(data);
        try (RegisterDatabase database = RegisterDatabase.open(settings, Clock.systemUTC())) {
            for (String entry : acknowledged) {
                String[] words = entry.split(" ", -1);
                assertThat(Writer.register(database, words[0])).as(entry).isEqualTo(Integer.parseInt(words[1]));
            }
            assertThat(Writer.register(database, "with-room")).isGreaterThan(acknowledged.size());
            database.seal();
        }
        List<Integer> numbers = new ArrayList<>();
        for (Map<String, String> row : TestDatabase.rows(
                settings, "SELECT entry_number FROM book_entry WHERE entry_number > 0 ORDER BY entry_number")) {
            numbers.add(Integer.valueOf(row.get("entry_number")));
        }
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(AuditAccess.verify(settings, "", rows -> {}).findings()).isEmpty();
    }

    /** Each line: the act's key and the number that it was given. */
    private List<String> writeUntilFull() throws Exception {
        Path out = data.resolve("acknowledged");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process writer = new ProcessBuilder(
                        "sh",
                        "-c",
                        "trap '' XFSZ; ulimit -f " + 2 * LIMIT_KILOBYTES + "; exec \"$@\"",
                        "writer",
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        data.toString())
                .redirectOutput(out.toFile())
                .redirectError(data.resolve("errors").toFile())
                .start();
        int exit = writer.waitFor();
        assertThat(exit).as(Files.readString(data.resolve("errors"))).isEqualTo(Writer.TOLD_THAT_IT_IS_FULL);
        return Files.readAllLines(out).stream()
                .filter(line -> line.startsWith("act-"))
                .toList();
    }

    /** Registers large documents until the register refuses. */
    static final class Writer {

        static final int TOLD_THAT_IT_IS_FULL = 42;
        private static final int FAILURES = 3;

        public static void main(String[] args) throws Exception {
            RegisterDatabase database =
                    RegisterDatabase.open(RegisterSettings.embedded(Path.of(args[0])), Clock.systemUTC());
            int failures = 0;
            for (int i = 0; failures < FAILURES; i++) {
                try {
                    System.out.println("act-" + i + " " + register(database, "act-" + i));
                    System.out.flush();
                    fill(database, i);
                } catch (RegisterUnavailableException e) {
                    System.err.println(e.getMessage());
                    failures++;
                }
            }
            Runtime.getRuntime().halt(TOLD_THAT_IT_IS_FULL);
        }

        static int register(RegisterDatabase database, String key) throws Exception {
            return database.books()
                    .register(
                            Book.INCOMING,
                            DocumentFields.none().with(Field.SUBJECT, key + " " + "x".repeat(900)),
                            Source.paper(Instant.now()),
                            Act.by("vanthu@so.vn", key))
                    .entry()
                    .number()
                    .number();
        }

        private static void fill(RegisterDatabase database, int number) throws RegisterUnavailableException {
            byte[] noise = new byte[60_000];
            new java.util.Random(number).nextBytes(noise);
            database.register()
                    .configured("v" + number, java.util.HexFormat.of().formatHex(noise));
        }
    }
}
