package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.DOMAIN;
import static vn.vanthu.acceptance.harness.Office.address;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Listeners;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.PartnerAgency;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** Administration over HTTP, what listens where, and the auditors' view of the running gateway. */
@ExtendWith(SharedOffice.class)
class AdministrationTest {

    private final Office office;
    private final HttpClient http = HttpClient.newHttpClient();

    AdministrationTest(Office office) {
        this.office = office;
    }

    private HttpResponse<String> webAdmin(String method, String path, String authorization) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + office.gateway().ports().at(8000) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String token() throws IOException {
        return Files.readString(office.gateway().data().resolve("webadmin.token"))
                .strip();
    }

    @Test
    void webAdminAnswersWhoKnowsTheToken() throws Exception {
        assertThat(webAdmin("GET", "/domains", "").statusCode()).isEqualTo(401);
        assertThat(webAdmin("GET", "/domains", "Bearer x").statusCode()).isEqualTo(401);
        HttpResponse<String> answer = webAdmin("GET", "/domains", "Bearer " + token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(DOMAIN);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                .as("pages of other sites are kept out")
                .containsExactly("http://127.0.0.1:" + office.gateway().ports().at(8000));
    }

    @Test
    void monitoringReadsHealthAndMetrics() throws Exception {
        assertThat(webAdmin("GET", "/healthcheck", "Bearer " + token()).body())
                .contains("\"componentName\":\"VanThu\"", "backup: ");
        assertThat(webAdmin("GET", "/metrics", "Bearer " + token()).body())
                .contains("vanthu_level_disk ", "vanthu_value_errors ", "vanthu_level_backup 1.0");
        for (String path : List.of("/healthcheck", "/healthcheck/checks", "/metrics")) {
            assertThat(webAdmin("GET", path, "Bearer guessed").statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void theDashboardAsksForNumbersThatAreThere() throws Exception {
        String metrics = webAdmin("GET", "/metrics", "Bearer " + token()).body();
        JsonNode dashboard = new ObjectMapper()
                .readTree(
                        Path.of("..", "..", "docker", "grafana-dashboard.json").toFile());
        List<String> queries = dashboard.findValuesAsText("expr");
        assertThat(queries).hasSizeGreaterThan(20).allSatisfy(query -> assertThat(metrics.lines())
                .as(query)
                .anyMatch(line -> line.startsWith(query + " ")));
    }

    @Test
    void secretsAreForThisAccountOnly() throws Exception {
        for (String name : List.of("webadmin.token", "register.address", "tls/privkey.pem", "dkim/private.pem")) {
            Path file = office.gateway().data().resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void everyListenerIsOnLoopbackAndThereIsNoOther() throws Exception {
        List<Listeners.Listener> all = Listeners.of(office.gateway().pid());
        assertThat(all).allMatch(Listeners.Listener::isLoopback);
        String registerAddress = Files.readString(office.gateway().data().resolve("register.address"));
        assertThat(all)
                .extracting(Listeners.Listener::port)
                .contains(office.gateway().ports().all().boxed().toArray(Integer[]::new));
        assertThat(all)
                .filteredOn(listener -> office.gateway().ports().all().noneMatch(port -> port == listener.port()))
                .allMatch(
                        listener -> registerAddress.contains(":" + listener.port()), "serves the register to auditors")
                .hasSize(1);
    }

    @Test
    void aliasesAndGroupsHaveTheOutcomesOfTheirMembers() throws Exception {
        String outside = "thanh.vien@noikhac.example";
        put("/address/aliases/" + address("lanhsu") + "/sources/" + address("hochieu"));
        put("/address/groups/" + address("tatca") + "/" + address("giamdoc"));
        put("/address/groups/" + address("tatca") + "/" + outside);

        Letter letter = Letter.from(address("vanthu"), "Thông báo chung");
        office.client("vanthu").send(letter, address("hochieu"), address("tatca"), address("letan"));

        Row row = office.register().settledAbout(letter.subject());
        assertThat(office.register().outcomesInWords(row.id()))
                .isEqualTo(address("giamdoc") + "=delivered " + address("lanhsu") + "=delivered " + address("letan")
                        + "=delivered " + outside + "=relayed");
        assertThat(row.get("ket_qua")).isEqualTo("mixed");
        assertThat(office.outside().takenFor(outside)).hasSize(1);
    }

    @Test
    void whoAlsoForwardsHisMailHasTheOtherInTheRegister() throws Exception {
        String targets = "/address/forwards/" + address("letan") + "/targets/";
        put(targets + address("letan"));
        put(targets + address("giamdoc"));
        try {
            Letter letter = Letter.fromOutside("Chuyển tiếp");
            assertThat(office.receive(letter, "letan")).startsWith("250");
            String id = office.register().settledFrom(letter.sender()).id();
            assertThat(office.register().outcomesInWords(id))
                    .isEqualTo(address("giamdoc") + "=delivered " + address("letan") + "=delivered");
        } finally {
            webAdmin("DELETE", targets + address("giamdoc"), "Bearer " + token());
            webAdmin("DELETE", targets + address("letan"), "Bearer " + token());
        }
    }

    /** RFC 5321, 4.5.1, and RFC 2142: every domain has them; whoever writes to those of others is not served here. */
    @Test
    void postmasterAndAbuseAreTheAgencyOfOurDomainsAndNobodyOfOthers() throws Exception {
        try (SmtpDialogue dialogue = office.fromOutside()) {
            dialogue.say("EHLO ngoai.example");
            dialogue.say("MAIL FROM:<ai.do@ngoai.example>");
            assertThat(dialogue.say("RCPT TO:<postmaster@noikhac.example>")).startsWith("550 5.7.1");
            assertThat(dialogue.say("RCPT TO:<Abuse@noikhac.example>")).startsWith("550 5.7.1");
        }
        Letter letter = Letter.fromOutside("Kỹ thuật");
        assertThat(office.receive(letter, "postmaster", "abuse")).startsWith("250");
        String id = office.register().settledFrom(letter.sender()).id();
        assertThat(office.register().outcomesInWords(id)).isEqualTo(address("vp") + "=delivered");
    }

    /** James would make a line of the header of the one, and two recipients of the other. */
    @Test
    void addressesThatBecomeSomethingElseOnTheWayAreRefused() throws Exception {
        try (SmtpDialogue dialogue = office.fromOutside()) {
            dialogue.say("EHLO ngoai.example");
            assertThat(dialogue.say("MAIL FROM:<\"x\\\rFrom: " + address("giamdoc") + "\\\rX-A: \"@ngoai.example>"))
                    .startsWith("5");
            dialogue.say("RSET");
            dialogue.say("MAIL FROM:<ai.do@ngoai.example>");
            assertThat(dialogue.say("RCPT TO:<so+\\;khong-co@" + Office.DOMAIN + ">"))
                    .startsWith("553 5.1.3");
            assertThat(dialogue.say("RCPT TO:<\"a;b\"@" + Office.DOMAIN + ">")).startsWith("553 5.1.3");
            for (int i = 0; i < 1000; i++) {
                assertThat(dialogue.say("RCPT TO:<so+" + i + "@" + Office.DOMAIN + ">"))
                        .startsWith("250");
            }
            assertThat(dialogue.say("RCPT TO:<" + address("vp") + ">")).startsWith("452 4.5.3");
        }
    }

    @Test
    void aDocumentToAnAliasOfAMailboxIsAskedAbout() throws Exception {
        put("/address/aliases/" + address("lanhsu") + "/sources/" + address("hochieu"));
        Letter letter = PartnerAgency.letter(PartnerAgency.newCode(), "cấp hộ chiếu");
        assertThat(office.receive(letter, "hochieu")).startsWith("250");
        Row mail = office.register().settledFrom(letter.sender());
        assertThat(office.register().query("SELECT * FROM van_ban_cho_dang_ky WHERE ma_thu = ?", mail.id()))
                .extracting(row -> row.get("hop_thu"))
                .containsExactly(address("lanhsu"));
    }

    @Test
    void membersOutsideOfAGroupAreComparedWithThePlacesOfADocument() throws Exception {
        String outside = "nguoi.la@noikhac.example";
        put("/address/groups/" + address("doitac") + "/" + outside);
        String document = PartnerAgency.document("77/SNgV-VP", "phối hợp đón đoàn")
                .replace("Kính gửi: Sở Ngoại vụ tỉnh Bình Định", "Kính gửi: Sở Nội vụ")
                .replace("SỞ NỘI VỤ", "SỞ NGOẠI VỤ");
        Letter letter = Letter.from(address("chuyenvien1"), "Gui van ban").withBody(document);
        office.client("chuyenvien1").send(letter, address("doitac"));
        String id = office.register().about(letter.subject()).id();
        String notice = MessageBytes.textOf(office.notice(
                "chuyenvien1", "Nơi nhận chưa khớp, thư CHƯA gửi: " + letter.subject() + " (" + id + ")"));
        assertThat(notice.replace("\r", ""))
                .contains("CHƯA gửi:\n- Sở Nội vụ", "KHÔNG có trong Nơi nhận:\n- " + outside);
    }

    private void put(String path) throws Exception {
        assertThat(webAdmin("PUT", path, "Bearer " + token()).statusCode())
                .as(path)
                .isBetween(200, 299);
    }

    @Test
    void auditorsSeeAMailWithinFiveSecondsWhileTheGatewayRuns() throws Exception {
        Letter letter = Letter.fromOutside("Cho kiểm tra");
        assertThat(office.receive(letter, "vp")).startsWith("250");
        office.register().settledFrom(letter.sender());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(office.register().auditMailFrom(letter.sender()))
                        .contains("\"" + letter.subject() + "\"", "\"delivered\""));
    }
}
