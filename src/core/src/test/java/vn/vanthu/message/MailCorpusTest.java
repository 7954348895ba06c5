package vn.vanthu.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

/** Each {@code mails/NNN-title.eml} is read as its {@code .expected} says. */
@ExtendWith(TurkishLocale.class)
class MailCorpusTest {

    @TestFactory
    Stream<DynamicTest> everyMailIsReadAsAgreed() throws IOException {
        try (Stream<Path> files = Files.list(Golden.RESOURCES.resolve("message/mails"))) {
            List<Path> mails = files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
            return mails.stream()
                    .map(mail -> DynamicTest.dynamicTest(mail.getFileName().toString(), () -> {
                        String expected = mail.toString().replaceFirst("\\.eml$", ".expected");
                        Golden.assertSame(Path.of(expected), report(mail));
                    }));
        }
    }

    private static String report(Path mail) throws IOException {
        try (InputStream in = Files.newInputStream(mail)) {
            MessageReader.Message message = new MessageReader(100_000).whole(in, 0);
            return Report.of(message) + parts(mail);
        }
    }

    private static String parts(Path mail) throws IOException {
        try (InputStream in = Files.newInputStream(mail)) {
            return Report.ofParts(in);
        }
    }
}
