package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** Messages that no standard allows: logged, delivered as they came, and done with. */
@ExtendWith(SharedOffice.class)
class OddMessagesTest {

    private final Office office;

    OddMessagesTest(Office office) {
        this.office = office;
    }

    static Stream<Named<String>> messages() {
        return Stream.of(
                Named.of("no headers, a blank line first", "\r\nchỉ có nội dung\r\n"),
                Named.of("no headers, no blank line", "chỉ có nội dung, không có dòng trống\r\ndòng hai\r\n"),
                Named.of("only headers", "Subject: chi co tieu de\r\n"),
                Named.of("headers and a blank line", "Subject: chi co tieu de\r\n\r\n"),
                Named.of("NUL bytes", "Subject: nul\u0000nul\r\n\r\nmot\u0000hai\r\n\u0000\r\n"),
                Named.of(
                        "8-bit headers in no encoding",
                        "From: \u00FF\u0080\u00AD <a@doitac.example>\r\n"
                                + "Subject: C\u00ABng v\u00A8n \u00FF\u0080\u00AD\r\nX-La: \u00D0\r\n\r\nx\r\n"),
                Named.of("a bare CR", "Subject: cr\r\n\r\nmot\rhai\r\n"),
                Named.of(
                        "a boundary that never comes",
                        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"khong-co\"\r\n\r\nx\r\n"),
                Named.of(
                        "multipart without a boundary",
                        "Content-Type: multipart/mixed\r\nContent-Type: text/plain; charset=khong-co\r\n\r\n--\r\n"),
                Named.of(
                        "broken encodings",
                        "Subject: =?utf-8?B?@@@?= =?khong-co?Q?a?= =?utf-8?Q?=ZZ?=\r\n"
                                + "Content-Type: ;;;=\r\nContent-Transfer-Encoding: base65\r\n\r\n=\r\n"),
                Named.of(
                        "a header line without a colon",
                        "Subject: a\r\nday khong phai la tieu de\r\nTo: b\r\n\r\nx\r\n"),
                Named.of("a space before the colon", "Subject : a\r\nFrom : <b@doitac.example>\r\n\r\nx\r\n"),
                Named.of("an address that is none", "From: <<@>>,;:\"\r\nTo: ((((\r\nDate: hom qua\r\n\r\nx\r\n"),
                Named.of("100,000 lines in one header", "Subject: " + "dai\r\n ".repeat(100_000) + "het\r\n\r\nx\r\n"),
                Named.of("a line of 200,000 characters", "Subject: a\r\n\r\n" + "x".repeat(200_000) + "\r\n"),
                Named.of("dots", "Subject: a\r\n\r\n.\r\n..\r\n.x\r\n"),
                Named.of(
                        "two subjects",
                        "Subject: mot\r\nSubject: hai\r\nMessage-ID: <1>\r\nMessage-ID: <2>\r\n\r\nx\r\n"),
                Named.of("nested 200 deep", nested(200)));
    }

    private static String nested(int depth) {
        StringBuilder message = new StringBuilder("Subject: sau\r\n");
        for (int i = 0; i < depth; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i);
            message.append("\r\n");
        }
        return message.append("\r\nx\r\n").toString();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void isLoggedAndDeliveredAsItCame(String raw) throws Exception {
        Letter letter = Letter.odd(raw.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(office.receive(letter, "vanthu")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("ket_qua")).isEqualTo("delivered");
        assertThat(row.get("kich_thuoc")).isEqualTo(String.valueOf(letter.bytes().length));
        assertThat(row.get("sha256")).isEqualTo(MessageBytes.sha256(letter.bytes()));
        String delivered = text(MessageBytes.asItCame(office.mailIn("vanthu", row.id())));
        // A header that never ends is given the empty line that ends it.
        boolean unended = !raw.startsWith("\r\n") && !raw.contains("\r\n\r\n");
        assertThat(delivered).isEqualTo(text(letter.bytes()) + (unended ? "\r\n" : ""));
    }

    /** James's parser takes a CR alone for a line's end, and a continuation for one of the line that it put in front. */
    @ParameterizedTest
    @ValueSource(strings = {"Subject: cr\rX-La: 1\r\n\r\nmot\rhai\r\n", " tiep theo\r\nSubject: a\r\n\r\nmot\rhai\r\n"})
    void isLoggedAsItCameAndDeliveredWithAnotherHeaderButTheSameBody(String raw) throws Exception {
        Letter letter = Letter.odd(raw);
        assertThat(office.receive(letter, "vanthu")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("sha256")).isEqualTo(MessageBytes.sha256(letter.bytes()));
        assertThat(text(office.mailIn("vanthu", row.id()))).endsWith("\r\n\r\nmot\rhai\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Transfer-Encoding: 8bit; xxxxxxxxxxxxxxxxxx",
                "Content-Type: text/plainent-Type: text/plain"
            })
    void aFieldThatTheMailboxStoreCannotTakeIsRenamedAndTheMailArrives(String field) throws Exception {
        String line = field + field.substring(field.length() - 18).repeat(200);
        Letter letter = Letter.odd("Subject: a\r\n" + line + "\r\n\r\nmot\r\n");
        assertThat(office.receive(letter, "vanthu")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("ket_qua")).isEqualTo("delivered");
        assertThat(text(office.mailIn("vanthu", row.id())))
                .contains("X-VanThu-Overlong-" + line)
                .endsWith("\r\n\r\nmot\r\n");
    }

    /** James's column for the subtype is shorter than those for the rest. */
    @Test
    void aSubtypeThatTheMailboxStoreCannotTakeIsRenamedToo() throws Exception {
        String line = "Content-Type: text/" + "x".repeat(220);
        Letter letter = Letter.odd("Subject: a\r\n" + line + "\r\n\r\nmot\r\n");
        assertThat(office.receive(letter, "vanthu")).startsWith("250");

        Row row = office.register().settledFrom(letter.sender());
        assertThat(row.get("ket_qua")).isEqualTo("delivered");
        assertThat(text(office.mailIn("vanthu", row.id()))).contains("X-VanThu-Overlong-" + line);
    }

    /** In a mailbox it could not be listed by any mail program; 1,000 levels still can. */
    @Test
    void partsFiveThousandDeepAreRefused() throws Exception {
        assertThat(office.receive(Letter.odd(nested(5000)), "vanthu")).startsWith("554 5.6.0");
    }

    /** Its decoder fails on bytes that are none of its own. */
    @Test
    void utf7ThatIsNoneArrives() throws Exception {
        Letter letter = Letter.odd(
                "Subject: a\r\nContent-Type: text/plain; charset=utf-7\r\nContent-Transfer-Encoding: 8bit\r\n\r\nmot +\u00FAn\u00FA\r\n");
        assertThat(office.receive(letter, "vanthu")).startsWith("250");
        assertThat(office.register().settledFrom(letter.sender()).get("ket_qua"))
                .isEqualTo("delivered");
    }

    @Test
    void aLineOfMoreThanAMegabyteEndsTheConversationAndNothingIsTaken() throws Exception {
        Letter letter = Letter.odd("Subject: a\r\n\r\n" + "x".repeat(2_000_000) + "\r\nhet\r\n");
        try (SmtpDialogue dialogue = office.fromOutside()) {
            assertThat(answerTo(letter, dialogue)).matches("500 .*|closed");
            assertThatThrownBy(() -> dialogue.say("NOOP")).isInstanceOf(IOException.class);
        }
        assertThat(office.register().mails("nguoi_gui_phong_bi", letter.sender()))
                .isEmpty();
    }

    private static String answerTo(Letter letter, SmtpDialogue dialogue) {
        try {
            return dialogue.send(letter.sender(), letter.bytes(), address("vanthu"));
        } catch (IOException e) {
            return "closed";
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
