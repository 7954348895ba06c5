package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** Whatever door a mail in the agency's name is pushed through, it does not leave without its approval. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PARKED = "parked.example";
    private static final String COMPOSITE = "org.apache.james.mailetcontainer.impl.matchers.";
    private static final String REPOSITORY = "file://var/mail/parked/";
    private static final String BEFORE_THE_GATE = "<mailet match=\"All\" class=\"vn.vanthu.mailets.RecordMail\"/>";

    /** Each mail once: what the last gate sends back to the beginning goes on. */
    private static final String PARKING =
            "<matcher name=\"parking\" match=\"" + COMPOSITE + "And\"><matcher match=\"HostIs="
                    + PARKED + "\"/><matcher match=\"" + COMPOSITE
                    + "Not\"><matcher match=\"HasMailAttribute=vanthu.sent-back\"/></matcher></matcher>";

    private final HttpClient http = HttpClient.newHttpClient();

    /** An administrator who parks mails before the gate, then sends them on behind it. */
    @Test
    void noneLetsItPass() throws Exception {
        try (Office office = Office.open(gateway -> gateway.conf()
                .replace(
                        "mailetcontainer.xml",
                        BEFORE_THE_GATE,
                        PARKING + BEFORE_THE_GATE + "<mailet match=\"parking\" class=\"ToRepository\"><repositoryPath>"
                                + REPOSITORY + "</repositoryPath></mailet>"))) {
            reprocessedIntoAnyProcessorItIsHeld(office);
            forwardedItStaysAndToAGroupOutsideItIsHeld(office);
            putIntoAnOutboxItStaysThere(office);
            sentByAnAccountWithoutAPersonItIsHeldAndItsSenderIsTold(office);
            assertThat(webAdmin(office, "POST", "/mail-transfer-service", "").statusCode())
                    .isEqualTo(404);
        }
    }

    private void reprocessedIntoAnyProcessorItIsHeld(Office office) throws Exception {
        for (String processor : new String[] {"transport", "relay", "release"}) {
            Letter letter = official();
            String place = UUID.randomUUID() + "@" + PARKED;
            office.client("vanthu").send(letter, place);
            String mails = "/mailRepositories/" + encoded("var/mail/parked/") + "/mails";
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            webAdmin(office, "GET", mails, "").body())
                    .contains("\""));
            HttpResponse<String> done =
                    webAdmin(office, "PATCH", mails + "?action=reprocess&consume=true&processor=" + processor, "");
            assertThat(done.statusCode()).as(done.body()).isBetween(200, 299);
            isHeld(office, letter, place);
        }
    }

    /** A mailbox's own mail stays in it; a group that leads to the outside is held. */
    private void forwardedItStaysAndToAGroupOutsideItIsHeld(Office office) throws Exception {
        String forward = UUID.randomUUID() + "@ngoai.example";
        put(office, "/address/forwards/" + address("chuyenvien2") + "/targets/" + forward);
        put(office, "/address/aliases/" + address("chuyenvien2") + "/sources/" + address("canbo2"));
        put(office, "/address/groups/" + address("nhom2") + "/" + address("chuyenvien2"));
        for (String way : new String[] {"chuyenvien2", "canbo2", "nhom2"}) {
            Letter forwarded = official();
            office.client("vanthu").send(forwarded, address(way));
            staysInside(office, forwarded, forward);
        }

        String member = UUID.randomUUID() + "@ngoai.example";
        put(office, "/address/groups/" + address("doitac") + "/" + member);
        Letter toGroup = official();
        office.client("vanthu").send(toGroup, address("doitac"));
        isHeld(office, toGroup, member);
    }

    private void putIntoAnOutboxItStaysThere(Office office) throws Exception {
        Letter letter = official();
        try (Mailbox mailbox = office.client("chuyenvien1").open()) {
            mailbox.append("Outbox", letter.bytes());
            mailbox.append("Sent", letter.bytes());
        }
        Letter later = Letter.from(address("chuyenvien1"), "Gửi sau");
        String place = UUID.randomUUID() + "@ngoai.example";
        office.client("chuyenvien1").send(later, place);
        office.outside().awaitMailFor(place);
        assertThat(office.outside().takenFor("quy.co.quan@tinh.example")).isEmpty();
        assertThat(office.register().mails("chu_de", letter.subject())).isEmpty();
    }

    private void sentByAnAccountWithoutAPersonItIsHeldAndItsSenderIsTold(Office office) throws Exception {
        String account = "/users/" + address("mayquet");
        HttpResponse<String> made = webAdmin(office, "PUT", account, "{\"password\":\"" + Office.PASSWORD + "\"}");
        assertThat(made.statusCode()).as(made.body()).isBetween(200, 299);
        Letter letter = official(address("mayquet"));
        String place = UUID.randomUUID() + "@ngoai.example";
        office.client("mayquet").send(letter, place);
        isHeld(office, letter, place);
        String id = office.register().about(letter.subject()).id();
        assertThat(MessageBytes.textOf(
                        office.notice("mayquet", "Đang chờ duyệt: " + letter.subject() + " (" + id + ")")))
                .contains("CHƯA được gửi", "liên hệ người duyệt hoặc Văn phòng")
                .doesNotContain("RÚT");
    }

    private void staysInside(Office office, Letter letter, String forward) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Row row = office.register().about(letter.subject());
            assertThat(office.register().outcomesInWords(row.id())).isEqualTo(address("chuyenvien2") + "=delivered");
        });
        assertThat(office.outside().takenFor(forward)).isEmpty();
    }

    private void isHeld(Office office, Letter letter, String place) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Row row = office.register().about(letter.subject());
            assertThat(office.register().outcomesInWords(row.id())).contains(place + "=held");
            assertThat(office.register().query("SELECT * FROM nhat_ky_phe_duyet WHERE ma_thu = ?", row.id()))
                    .extracting(approval -> approval.get("trang_thai"))
                    .containsExactly("pending");
        });
        assertThat(office.outside().takenFor(place)).isEmpty();
    }

    private void put(Office office, String path) throws Exception {
        assertThat(webAdmin(office, "PUT", path, "").statusCode()).as(path).isBetween(200, 299);
    }

    private HttpResponse<String> webAdmin(Office office, String method, String path, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + office.gateway().ports().at(8000) + path);
        String token = Files.readString(office.gateway().data().resolve("webadmin.token"))
                .strip();
        return http.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static Letter official() {
        return official(address("vp"));
    }

    private static Letter official(String from) {
        String subject = "Thư mời " + UUID.randomUUID();
        String text =
                "Kính gửi: Quý cơ quan\n\nSở Ngoại vụ trân trọng kính mời dự họp.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n"
                        + "Trần Phó Giám Đốc\n";
        byte[] bytes = ("From: <" + from + ">\r\nTo: <quy.co.quan@tinh.example>\r\nSubject: =?utf-8?B?"
                        + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
                        + "?=\r\nDate: Tue, 24 Nov 2026 09:00:00 +0700\r\nMessage-ID: <" + UUID.randomUUID()
                        + "@thu.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n" + text.replace("\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        return new Letter(from, subject, bytes);
    }
}
