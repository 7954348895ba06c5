package vn.vanthu.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an administrator publishes, for each of his domains. */
class DnsCommandTest {

    private static final String FIRST = "songoaivu.binhdinh.gov.vn";
    private static final String SECOND = "ngoaivu.example";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void configure() throws Exception {
        Path shipped = Path.of("..", "..", "conf");
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path organization = folder.resolve("organization.xml");
        String one = "<domain>" + FIRST + "</domain>";
        String text = Files.readString(organization);
        assertThat(text).contains(one);
        Files.writeString(organization, text.replaceFirst(one, one + "<domain>" + SECOND + "</domain>"));
    }

    @Test
    void everyDomainHasItsRecordsAndTheKey() {
        assertThat(records(""))
                .contains(FIRST + ". IN TXT \"v=spf1 mx -all\"", SECOND + ". IN TXT \"v=spf1 mx -all\"")
                .contains("_dmarc." + SECOND + ". IN TXT \"v=DMARC1; p=none; adkim=s; aspf=s\"")
                .contains("vanthu._domainkey." + FIRST + ". IN TXT \"v=DKIM1; k=rsa; p=")
                .contains("vanthu._domainkey." + SECOND + ". IN TXT \"v=DKIM1; k=rsa; p=");
    }

    @Test
    void theSmarthostIsNamedByItsAddress() {
        assertThat(records("vanthu.smarthost=mail.tinh.example:25")).contains("v=spf1 mx a:mail.tinh.example -all");
        assertThat(records("vanthu.smarthost=10.1.2.3:25")).contains("v=spf1 mx ip4:10.1.2.3 -all");
        assertThat(records("vanthu.smarthost=[2001:db8::1]:25")).contains("v=spf1 mx ip6:2001:db8::1 -all");
    }

    private String records(String setting) {
        StringWriter out = new StringWriter();
        try {
            Files.writeString(folder.resolve("vanthu.properties"), setting + "\n");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        int exit = new CommandLine(new Launcher())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(
                        "dns",
                        "--conf",
                        folder.toString(),
                        "--data",
                        folder.resolve("data").toString());
        assertThat(exit).as(out.toString()).isZero();
        return out.toString();
    }
}
