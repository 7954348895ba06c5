package vn.vanthu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.text.PlainBody;
import vn.vanthu.testing.Golden;

/** What is read of a mail as its command: the mails of {@code command/mails}. */
class MailCommandTest {

    static Stream<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(Golden.RESOURCES.resolve("command/mails"))) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void theTypedLinesAreTheCommand(Path mail) throws IOException {
        MailCommand command;
        try (InputStream in = Files.newInputStream(mail)) {
            command = MailCommand.read(PlainBody.of(in));
        }
        String found = command.line() + "\n"
                + command.particulars().stream()
                        .map(line -> "  " + line.key() + " = " + line.value() + (line.apart() ? " (apart)" : "") + "\n")
                        .collect(Collectors.joining());
        Golden.assertSame(Path.of(mail.toString().replace(".eml", ".expected")), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "auto-submitted: Auto-Generated; owner=x",
                "Precedence: bulk",
                "Precedence: LIST",
                "Precedence: junk",
                "List-Id: <ds.example>",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b"
            })
    void mailOfProgramsIsAutomatic(String header) throws IOException {
        assertThat(isAutomatic(header, "vanthu@songoaivu.binhdinh.gov.vn")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Auto-Submitted: no", "Precedence: first-class", "Content-Type: text/plain", "X-Other: bulk"})
    void mailOfPeopleIsNot(String header) throws IOException {
        assertThat(isAutomatic(header, "vanthu@songoaivu.binhdinh.gov.vn")).isFalse();
        assertThat(isAutomatic(header, "")).isTrue();
    }

    private static boolean isAutomatic(String header, String sender) throws IOException {
        byte[] message = (header + "\r\n\r\nHUY 05\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return Submitter.isAutomatic(
                new MessageReader(10_000).header(new java.io.ByteArrayInputStream(message)), sender);
    }
}
