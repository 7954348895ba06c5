package vn.vanthu.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.server.Rehearsal;
import vn.vanthu.server.ShippedRules;
import vn.vanthu.text.VietnameseText;

/** What {@code ./vanthu check} says of documents, by the parameters of the configuration that it is given. */
@SuppressWarnings("NullAway")
class CheckReportTest {

    private static final Path CONF = Path.of("..", "..", "conf");
    private static final String OURS = "songoaivu.binhdinh.gov.vn";

    @TempDir
    Path folder = Path.of("");

    private MessageContents contents;

    @BeforeEach
    void open() throws Exception {
        contents = MessageContents.of(VietnameseText.load(), Files.createDirectory(folder.resolve("tmp")));
    }

    @AfterEach
    void close() {
        contents.close();
    }

    private static byte[] letter(String from, String superior, String issuer, String code, String places) {
        return ("""
                From: %s
                Subject: Công văn
                Date: Mon, 23 Nov 2026 09:00:00 +0700
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=phan

                --phan
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                Kính gửi Quý Sở công văn kèm theo.
                --phan
                Content-Type: text/plain; charset=UTF-8; name="cv.txt"
                Content-Disposition: attachment; filename="cv.txt"
                Content-Transfer-Encoding: 8bit

                %s
                %s
                Số: %s
                V/v phối hợp tổ chức hội nghị đối ngoại
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Bình Định, ngày 20 tháng 11 năm 2026
                Kính gửi: Các cơ quan
                Thực hiện Kế hoạch của UBND tỉnh, đề nghị phối hợp tổ chức hội nghị.
                Trân trọng./.
                Nơi nhận:
                %s
                - Lưu: VT.
                GIÁM ĐỐC
                Nguyễn Văn An
                --phan--
                """)
                .formatted(from, superior, issuer, code, places)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode check(Path conf, byte[] message, String login, String... to) throws Exception {
        Rehearsal rehearsal = ShippedRules.rehearsal(conf, contents, folder);
        Rehearsal.Envelope envelope = new Rehearsal.Envelope(
                Optional.of(login).filter(name -> !name.isEmpty()), Optional.empty(), List.of(to));
        Rehearsal.Result result = rehearsal.play(message, envelope);
        assertThat(CheckReport.text(Path.of("x.eml"), result)).contains("x.eml: ");
        return new ObjectMapper().readTree(CheckReport.json(Path.of("x.eml"), result));
    }

    private Path conf(String text, String by) throws Exception {
        String container = Files.readString(CONF.resolve("mailetcontainer.xml"));
        assertThat(container).contains(text);
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(conf.resolve("mailetcontainer.xml"), container.replace(text, by));
        return conf;
    }

    @Test
    void itTellsWhetherAnIncomingDocumentWouldBeEnteredAndWhere() throws Exception {
        byte[] letter =
                letter("vanthu@sonoivu.example", "UBND TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ", "847/SNV-VP", "- Sở Ngoại vụ;");
        JsonNode document =
                check(CONF, letter, "", "vp@" + OURS).path("documents").path(0);
        assertThat(document.path("registration").path("decision").asText()).isEqualTo("enter-if-authenticated");
        assertThat(document.path("folder").asText()).isEqualTo("Văn bản đến/2026/11/Công văn");
        assertThat(document.path("confidence").path("issuer").asDouble()).isGreaterThan(0.8);
        assertThat(document.path("digitallySigned").isBoolean()).isTrue();
        assertThat(document.path("pages").isInt()).isTrue();

        byte[] other = letter("ai@noikhac.example", "UBND TỈNH BÌNH ĐỊNH", "SỞ NỘI VỤ", "847/SNV-VP", "- Sở Ngoại vụ;");
        JsonNode asked =
                check(CONF, other, "", "vp@" + OURS).path("documents").path(0).path("registration");
        assertThat(asked.path("decision").asText()).isEqualTo("ask");
        assertThat(asked.path("doubts").toString()).isEqualTo("[\"sender-not-the-issuer\"]");

        JsonNode unit = check(CONF, letter, "", "letan@" + OURS)
                .path("documents")
                .path(0)
                .path("registration");
        assertThat(unit.path("doubts").toString()).isEqualTo("[\"mailbox-asks\"]");
        JsonNode ignored = check(conf("<units>ask</units>", "<units>ignore</units>"), letter, "", "letan@" + OURS);
        assertThat(ignored.path("documents").path(0).has("registration")).isFalse();
    }

    @Test
    void itComparesThePlacesOfOursWithTheRecipientsAndHoldsWhereTheConfigurationDoes() throws Exception {
        byte[] letter = letter(
                "vanthu@" + OURS,
                "UBND TỈNH BÌNH ĐỊNH",
                "SỞ NGOẠI VỤ",
                "05/SNgV-VP",
                "- UBND tỉnh;\n- Sở Nội vụ;\n- Trường Đại học Quy Nhơn;");
        JsonNode document = check(CONF, letter, "vanthu", "vanthu@sonoivu.example")
                .path("documents")
                .path(0);
        assertThat(document.path("places").path("missing").toString()).isEqualTo("[\"UBND tỉnh Bình Định\"]");
        assertThat(document.path("places").path("unknown").toString()).contains("Trường Đại học Quy Nhơn");
        assertThat(document.path("folder").asText()).isEqualTo("Văn bản đi/2026/11/Công văn");
        Path holds = conf("<differing>warn</differing>", "<differing>hold</differing>");
        assertThat(check(holds, letter, "vanthu", "vanthu@sonoivu.example")
                        .path("reason")
                        .asText())
                .isEqualTo("places-differ");
    }

    @Test
    void theParametersOfTheConfigurationDecide() throws Exception {
        byte[] topic = ("From: vanthu@" + OURS
                        + "\r\nTo: ban@noikhac.example\r\nSubject: Họp về quốc phòng\r\n\r\nMời.\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(check(CONF, topic, "vanthu").path("decision").asText()).isEqualTo("hold");
        Path none = conf("class=\"vn.vanthu.mailets.HoldForConfirmation\">", "class=\"vn.vanthu.mailets.Nothing\">");
        assertThat(check(none, topic, "vanthu").path("decision").asText()).isEqualTo("deliver");
        byte[] spam = "From: x@rac.example\r\nSubject: [QC] VIAGRA\r\n\r\nCasino jackpot.\r\n"
                .getBytes(StandardCharsets.UTF_8);
        Path strict = conf("<points>5.0</points>", "<points>0.1</points>");
        assertThat(check(strict, spam, "", "vanthu@" + OURS).path("decision").asText())
                .isEqualTo("quarantine");
    }
}
