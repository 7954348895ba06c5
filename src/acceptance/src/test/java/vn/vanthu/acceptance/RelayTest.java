package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.List;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Answer;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;
import vn.vanthu.james.DkimKey;
import vn.vanthu.server.setup.Keys;

/** Mail from our people to other servers, which take it, or do not. At once: each try again comes seconds later. */
@ExtendWith(SharedOffice.class)
@Execution(ExecutionMode.CONCURRENT)
class RelayTest {

    private final Office office;

    RelayTest(Office office) {
        this.office = office;
    }

    private static String somebody() {
        return "nguoi-" + UUID.randomUUID() + "@noikhac.example";
    }

    @Test
    void isRecordedWithTheRemoteHostAndItsReply() throws Exception {
        String recipient = somebody();
        Letter letter = Letter.from(address("vanthu"), "Ảnh hôm qua");
        office.client("vanthu").send(letter, recipient);

        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("chieu")).isEqualTo("di");
        assertThat(row.get("tai_khoan")).isEqualTo(address("vanthu"));
        assertThat(row.get("ket_qua")).isEqualTo("relayed");
        Row outcome = office.register().outcomes(row.id()).get(0);
        assertThat(outcome.get("may_chu"))
                .isEqualTo("127.0.0.1:" + office.outside().port());
        assertThat(outcome.get("tra_loi")).startsWith("250 2.0.0 taken as").endsWith("by mx.ngoai.example");
        assertThat(office.outside().takenFor(recipient)).hasSize(1);
        assertThat(office.outside().awaitMailFor(recipient).sender()).isEqualTo(address("vanthu"));
    }

    @Test
    void carriesASignatureThatVerifiesWithThePublishedKey() throws Exception {
        String recipient = somebody();
        Letter letter = Letter.from(address("vanthu"), "Ký số");
        office.client("vanthu").send(letter, recipient);

        byte[] relayed = office.outside().awaitMailFor(recipient).message();
        PrivateKey key = Keys.dkimKey(office.gateway().data().resolve("dkim").resolve("private.pem"), false);
        String published = new DkimKey(Office.DOMAIN, "vanthu", key).published();
        DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) ->
                selector.equals("vanthu") && domain.equals(Office.DOMAIN) ? List.of(published) : List.of());
        List<SignatureRecord> signatures = verifier.verify(new ByteArrayInputStream(relayed));
        assertThat(signatures).hasSize(1);
        assertThat(signatures.get(0).getHeaders()).asString().contains("from", "subject", "date", "message-id");
        assertThat(MessageBytes.asItCame(relayed)).isEqualTo(letter.bytes());
    }

    @Test
    void isTriedAgainWhenTheOtherSideDefers() throws Exception {
        String recipient = somebody();
        office.outside().answering(recipient, Answer.DEFER, Answer.DEFER, Answer.ACCEPT);
        Letter letter = Letter.from(address("giamdoc"), "Chờ một chút");
        office.client("giamdoc").send(letter, recipient);

        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("ket_qua")).isEqualTo("relayed");
        assertThat(office.outside().takenFor(recipient)).hasSize(1);
        assertThat(office.outside().attempts(recipient)).isEqualTo(3);
        assertThat(office.register().query("SELECT * FROM nhat_ky_su_kien WHERE ma_thu = ? ORDER BY luc", row.id()))
                .extracting(step -> step.get("ket_qua"))
                .containsExactly("pending", "pending", "relayed");
    }

    @Test
    void isTriedAgainWhenTheConnectionEndsWithinTheMessage() throws Exception {
        String recipient = somebody();
        office.outside().answering(recipient, Answer.CUT, Answer.ACCEPT);
        Letter letter = Letter.from(address("vanthu"), "Đứt đường truyền").grownBy(200_000);
        office.client("vanthu").send(letter, recipient);

        assertThat(office.register().settledAbout(letter.subject()).get("ket_qua"))
                .isEqualTo("relayed");
        assertThat(office.outside().takenFor(recipient)).hasSize(1);
        assertThat(MessageBytes.asItCame(
                        office.outside().takenFor(recipient).get(0).message()))
                .isEqualTo(letter.bytes());
    }

    @Test
    void aServerThatHangsStopsNobodyElse() throws Exception {
        String slow = somebody();
        String quick = somebody();
        office.outside().answering(slow, Answer.HANG, Answer.ACCEPT);
        Letter hangs = Letter.from(address("vanthu"), "Treo");
        office.client("vanthu").send(hangs, slow);
        await().until(office.outside()::isHanging);

        Letter passes = Letter.from(address("vanthu"), "Không treo");
        office.client("vanthu").send(passes, quick);
        assertThat(office.register().settledAbout(passes.subject()).get("ket_qua"))
                .isEqualTo("relayed");

        office.outside().letGo();
        assertThat(office.register().settledAbout(hangs.subject()).get("ket_qua"))
                .isEqualTo("relayed");
        assertThat(office.outside().takenFor(slow)).hasSize(1);
    }

    @Test
    void aRefusedRecipientGoesBackToItsSenderInVietnamese() throws Exception {
        String recipient = somebody();
        office.outside().answering(recipient, Answer.REFUSE);
        Letter letter = Letter.from(address("chuyenvien1"), "Sai địa chỉ");
        office.client("chuyenvien1").send(letter, recipient);

        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("ket_qua")).isEqualTo("bounced");
        assertThat(office.register().outcomes(row.id()).get(0).get("tra_loi"))
                .contains("550 5.1.1")
                .contains("no such user");
        assertThat(office.outside().attempts(recipient)).isEqualTo(1);

        byte[] notice = noticeAbout(letter, "chuyenvien1");
        assertThat(MessageBytes.header(notice))
                .contains("Return-Path: <>")
                .contains("Auto-Submitted: auto-replied")
                .contains("multipart/report; report-type=delivery-status");
        String text = new String(notice, StandardCharsets.UTF_8);
        assertThat(text).contains("Final-Recipient: rfc822; " + recipient).contains("Status: 5.1.1");
        assertThat(vietnameseTextOf(notice)).contains("không đến được").contains(recipient);
    }

    private byte[] noticeAbout(Letter letter, String login) throws Exception {
        byte[] notice;
        try (Mailbox mailbox = office.client(login).open()) {
            notice = mailbox.only(
                    "In-Reply-To", MessageBytes.parsed(letter.bytes()).getMessageID());
        }
        String id = MessageBytes.parsed(notice).getHeader("X-VanThu-Id", null);
        assertThat(office.register().mails("ma_thu", id))
                .singleElement()
                .satisfies(row -> assertThat(row.get("nguoi_gui_phong_bi")).isEmpty())
                .satisfies(row -> assertThat(row.get("chieu")).isEqualTo("noi_bo"));
        return notice;
    }

    private static String vietnameseTextOf(byte[] notice) throws Exception {
        var message = new javax.mail.internet.MimeMessage(null, new ByteArrayInputStream(notice));
        var report = (javax.mail.internet.MimeMultipart) message.getContent();
        return String.valueOf(report.getBodyPart(0).getContent());
    }

    @Test
    void outcomesThatDifferAreShownAsMixed() throws Exception {
        String refused = somebody();
        String deferred = somebody();
        String taken = somebody();
        office.outside().answering(refused, Answer.REFUSE).answering(deferred, Answer.DEFER, Answer.ACCEPT);
        Letter letter = Letter.from(address("phogiamdoc"), "Nhiều nơi nhận");
        office.client("phogiamdoc").send(letter, refused, deferred, taken, address("vanthu"));

        Row row = office.register().settledAbout(letter.subject());
        assertThat(row.get("ket_qua")).isEqualTo("mixed");
        assertThat(office.register().outcomesInWords(row.id()).split(" "))
                .containsExactlyInAnyOrder(
                        refused + "=bounced",
                        deferred + "=relayed",
                        taken + "=relayed",
                        address("vanthu") + "=delivered");
        assertThat(office.outside().takenFor(taken)).hasSize(1);
        assertThat(office.outside().takenFor(deferred))
                .extracting(Taken::recipients)
                .containsExactly(List.of(deferred));
    }

    @Test
    void anUnknownMailboxOfOursIsRefusedAtOnceAndNotLogged() throws Exception {
        Letter letter = Letter.from(address("vanthu"), "Nhầm tên");
        assertThatThrownBy(() -> office.client("vanthu").send(letter, address("khongco")))
                .hasStackTraceContaining("550");
        assertThat(office.register().mails("chu_de", letter.subject())).isEmpty();
    }
}
