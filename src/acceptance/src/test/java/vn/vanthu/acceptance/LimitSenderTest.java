package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.ConfFolder;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** A stolen account is stopped early, nothing that it sent is lost, and only the Office lets it go on. */
@SuppressWarnings("NullAway")
class LimitSenderTest {

    private static Office office;

    @BeforeAll
    static void open() throws Exception {
        office = Office.open(gateway -> {
            gateway.conf().usualSendingLimits();
            addressBook(gateway.conf());
        });
    }

    @AfterAll
    static void close() throws Exception {
        office.close();
    }

    /** 300 agencies, as a province has them. */
    private static void addressBook(ConfFolder conf) throws IOException {
        StringBuilder places = new StringBuilder();
        for (String agency : agencies()) {
            places.append("<place name=\"Cơ quan ")
                    .append(agency, 0, agency.indexOf('@'))
                    .append("\"><address>")
                    .append(agency)
                    .append("</address><domain>coquan.example</domain></place>\n");
        }
        conf.replace("organization.xml", "</address-book>", places + "</address-book>");
    }

    private static List<String> agencies() {
        return IntStream.range(0, 300)
                .mapToObj(i -> "xa" + i + "@coquan.example")
                .toList();
    }

    /** Half of them in the agencies' own domain. */
    private static List<String> strangers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "la-" + UUID.randomUUID() + (i % 2 == 0 ? "@noikhac.example" : "@coquan.example"))
                .toList();
    }

    private static long reached(List<String> people) {
        return people.stream()
                .filter(person -> !office.outside().takenFor(person).isEmpty())
                .count();
    }

    @Test
    void aCircularToAllAgenciesOfTheAddressBookPasses() throws Exception {
        Letter letter = Letter.from(address("giamdoc"), "Thư mời họp mặt");
        office.client("giamdoc").send(letter, agencies().toArray(String[]::new));
        await().atMost(Duration.ofMinutes(2)).until(() -> reached(agencies()) == 300);
    }

    @Test
    void aStolenAccountIsStoppedWithinFiftyStrangersOnManyConnectionsAndTheOfficeLetsItGoOn() throws Exception {
        List<String> people = strangers(72);
        inParallel(people.subList(0, 70), "phogiamdoc");
        String again = people.get(70);
        office.client("phogiamdoc").send(Letter.from(address("phogiamdoc"), "Thư nữa"), again);

        MimeMessage question = mail("chanhvanphong", "Dừng gửi thư: tài khoản " + address("phogiamdoc"));
        mail("phogiamdoc", "Tài khoản bị dừng gửi thư ra ngoài");
        await().atMost(Duration.ofMinutes(2)).until(() -> heldOf("phogiamdoc") + reached(people) == 71);
        assertThat(reached(people)).isBetween(1L, 49L);
        Letter inside = Letter.from(address("phogiamdoc"), "Trong cơ quan");
        office.client("phogiamdoc").send(inside, address("giamdoc"));
        office.mailIn("giamdoc", office.register().about(inside.subject()).id());

        assertThat(reply("phogiamdoc", question, "MỞ")).contains("KHÔNG thực hiện");
        assertThat(reached(people)).isLessThan(50);
        assertThat(reply("chanhvanphong", question, "mo")).contains("được gửi tiếp");

        await().atMost(Duration.ofMinutes(2)).until(() -> reached(people) == 71);
        for (String person : people.subList(0, 71)) {
            assertThat(office.outside().takenFor(person)).hasSize(1);
        }
        office.client("phogiamdoc").send(Letter.from(address("phogiamdoc"), "Gửi tiếp"), people.get(71));
        office.outside().awaitMailFor(people.get(71));
        assertThat(office.register().query("SELECT * FROM nhat_ky_quan_tri WHERE viec = 'sending-lifted'"))
                .anySatisfy(act -> assertThat(act.get("nguoi")).isEqualTo(address("chanhvanphong")));
    }

    @Test
    void whatTheFilterCallsSpamStopsItsSenderAtElevenStrangers() throws Exception {
        List<String> people = strangers(11);
        Letter offer = Letter.from(address("truongphong.lanhsu"), "[QC] VIAGRA 80% OFF!!!")
                .withBody("Viagra cialis online pharmacy no prescription. Million dollars, casino jackpot.\n");
        office.client("truongphong.lanhsu").send(offer, people.toArray(String[]::new));
        MimeMessage question = mail("chanhvanphong", "Dừng gửi thư: tài khoản " + address("truongphong.lanhsu"));
        assertThat(question.getContent().toString()).contains("11 người nhận mới", "dấu hiệu thư rác");
        mail("truongphong.lanhsu", "Tài khoản bị dừng gửi thư ra ngoài");
        await().atMost(Duration.ofMinutes(2)).until(() -> heldOf("truongphong.lanhsu") == 11);
        assertThat(reached(people)).isZero();

        assertThat(reply("chanhvanphong", question, "MỞ")).contains("được gửi tiếp");
        await().atMost(Duration.ofMinutes(2)).until(() -> reached(people) == 11);
    }

    @Test
    void oneMailToFiveHundredReachesNobodyAndSurvivesAKillAndIsLiftedInTheShell() throws Exception {
        List<String> people = strangers(500);
        Letter letter = Letter.from(address("chuyenvien2"), "Trúng thưởng");
        office.client("chuyenvien2").send(letter, people.toArray(String[]::new));
        mail("chanhvanphong", "Dừng gửi thư: tài khoản " + address("chuyenvien2"));
        await().atMost(Duration.ofMinutes(2)).until(() -> heldOf("chuyenvien2") == 500);
        assertThat(reached(people)).isZero();

        office.gateway().kill();
        office.gateway().start();
        String other = strangers(1).get(0);
        office.client("chuyenvien2").send(Letter.from(address("chuyenvien2"), "Vẫn bị dừng"), other);
        await().atMost(Duration.ofMinutes(2)).until(() -> heldOf("chuyenvien2") == 501);

        assertThat(shell("lift", "chuyenvien2", "chuyenvien2").exitCode()).isEqualTo(2);
        Ended listed = office.gateway().command("limit", "list");
        assertThat(listed.output()).contains(address("chuyenvien2"), "held: 2");
        assertThat(listed.exitCode()).isEqualTo(1);
        assertThat(shell("drop", "chuyenvien2", "chanhvanphong").exitCode()).isZero();
        mail("chuyenvien2", "Đã bỏ thư bị giữ: " + address("chuyenvien2"));
        assertThat(office.register().settledAbout(letter.subject()).get("ket_qua"))
                .isEqualTo("refused");

        assertThat(office.gateway().command("limit", "list").output()).contains(address("chuyenvien2"), "held: 0");
        MimeMessage still = mail("chanhvanphong", "Vẫn dừng gửi thư: tài khoản " + address("chuyenvien2"));

        String third = strangers(1).get(0);
        office.client("chuyenvien2").send(Letter.from(address("chuyenvien2"), "Dừng lần hai"), third);
        await().atMost(Duration.ofMinutes(2)).until(() -> heldOf("chuyenvien2") == 1);
        assertThat(reply("chanhvanphong", still, "MỞ")).contains("được gửi tiếp");
        office.outside().awaitMailFor(third);
        assertThat(reached(people)).isZero();
    }

    private static Ended shell(String what, String login, String as) throws Exception {
        return office.gateway().command("limit", what, login, "--as", as, "--reason", "Đã gọi điện hỏi");
    }

    /** On six connections at once. */
    private static void inParallel(List<String> people, String login) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(6);
        List<Callable<Void>> mails = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int first = i;
            mails.add(() -> {
                try (SmtpDialogue dialogue = office.submission().startTls(office.trust())) {
                    dialogue.logIn(login, Office.PASSWORD);
                    for (int n = first; n < people.size(); n += 6) {
                        Letter letter = Letter.from(address(login), "Quà tặng");
                        assertThat(dialogue.send(letter.sender(), letter.bytes(), people.get(n)))
                                .startsWith("250");
                    }
                }
                return null;
            });
        }
        for (Future<Void> done : senders.invokeAll(mails)) {
            done.get();
        }
        senders.shutdown();
    }

    private static long heldOf(String login) {
        return office.register()
                .query(
                        "SELECT n.nguoi_nhan FROM nhat_ky_nguoi_nhan n JOIN nhat_ky_thu m ON m.ma_thu = n.ma_thu WHERE"
                                + " m.tai_khoan = ? AND n.ket_qua = 'held'",
                        address(login))
                .size();
    }

    /** The notice whose subject begins so. */
    private static MimeMessage mail(String login, String subject) throws Exception {
        return await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> find(login, subject), Objects::nonNull);
    }

    private static MimeMessage find(String login, String subject) throws Exception {
        String id = office.register().query("SELECT ma_thu, chu_de FROM nhat_ky_thu ORDER BY nhan_luc DESC").stream()
                .filter(row -> row.get("chu_de").startsWith(subject))
                .findFirst()
                .orElseThrow()
                .id();
        return MessageBytes.parsed(office.mailIn(login, id));
    }

    private static String reply(String login, MimeMessage question, String line) throws Exception {
        Letter letter = Letter.from(address(login), "Re: dung gui").withBody(line + "\n");
        office.client(login).send(letter, question.getReplyTo()[0].toString());
        try (Mailbox mailbox = office.client(login).open()) {
            return MessageBytes.parsed(mailbox.only(
                            "In-Reply-To", MessageBytes.parsed(letter.bytes()).getMessageID()))
                    .getContent()
                    .toString();
        }
    }
}
