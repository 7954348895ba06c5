package vn.vanthu.server.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.message.MailId;
import vn.vanthu.register.Direction;
import vn.vanthu.register.MailRecord;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.GatewayOptions;

/** What a restored register is told, on a real one. */
class ConfirmationTest {

    private static final int YEAR = Year.now(ZoneId.of("Asia/Ho_Chi_Minh")).getValue();
    private static final String DEN = "den/" + YEAR;
    private static final String DI = "di/" + YEAR;
    private static final String CLERK = "vanthu@songoaivu.binhdinh.gov.vn";

    @TempDir
    Path data = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private GatewayConfiguration configuration;

    /** A register with two incoming and two outgoing numbers, which was restored. */
    @BeforeEach
    void restore() throws Exception {
        configuration = GatewayConfiguration.load(new GatewayOptions(Path.of("../../conf"), data, 0, null, false));
        try (RegisterDatabase register = register()) {
            for (int number = 1; number <= 2; number++) {
                register.books()
                        .register(
                                Book.INCOMING,
                                DocumentFields.none(),
                                Source.paper(Instant.now()),
                                Act.by(CLERK, "in" + number));
                register.books()
                        .reserve(DocumentFields.none(), "SNgV", Duration.ofDays(3), Act.by(CLERK, "o" + number));
            }
        }
        new Restored(Instant.now(), "", "copy", true, Map.of()).writeTo(data);
    }

    @Test
    void everyLostNumberIsVoidHoweverMany() throws Exception {
        assertThat(confirm(Map.of(DEN, 5, DI, 47)))
                .contains(DEN + ": 3 số mất / numbers lost", DI + ": 45 số mất / numbers lost");
        assertThat(states("den")).isEqualTo(expected(2, "registered", 5));
        assertThat(states("di")).isEqualTo(expected(2, "reserved", 47));
        assertThat(Restored.in(data)).isEmpty();
    }

    @Test
    void oneThatWasKilledIsDoneAgainFromWhereItBegan() throws Exception {
        Restored begun = mark().withLast(Map.of(DEN, 2, DI, 2));
        begun.writeTo(data);
        try (RegisterDatabase register = register()) {
            LostNumbers lost = new LostNumbers(begun, CLERK, "root", configuration.clock());
            lost.lose(register.books(), new LostNumbers.Span(Book.INCOMING, YEAR, 3, 3));
            lost.take(register.books(), new BookNumber(Book.INCOMING, YEAR, 4));
            lost.lose(register.books(), new LostNumbers.Span(Book.OUTGOING, YEAR, 3, 25));
            lost.take(register.books(), new BookNumber(Book.OUTGOING, YEAR, 26));
        }
        assertThat(confirm(Map.of(DEN, 5, DI, 47)))
                .contains(DEN + ": 3 số mất / numbers lost", DI + ": 45 số mất / numbers lost");
        assertThat(states("den")).isEqualTo(expected(2, "registered", 5));
        assertThat(states("di")).isEqualTo(expected(2, "reserved", 47));
    }

    /** A mistyped number: void rows are for ever. */
    @Test
    void moreThanFiftyAreTakenOnlyWhenTheirSumIsGiven() throws Exception {
        Map<String, Integer> last = Map.of(DEN, 12_300, DI, 2);
        for (OptionalInt none : List.of(OptionalInt.empty(), OptionalInt.of(12_300))) {
            assertThatThrownBy(() -> confirm(last, none))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("--lost 12298")
                    .hasMessageContaining(DEN + " 3..12300 (12298)");
        }
        assertThat(states("den")).hasSize(2);
        assertThat(confirm(Map.of(DEN, 54, DI, 2), OptionalInt.of(52))).contains(DEN + ": 52 số mất / numbers lost");
    }

    @Test
    void aNumberOfAYearWithoutAnOpenBookIsRefusedBeforeAnythingIsTaken() throws Exception {
        int other = YEAR + 1;
        assertThatThrownBy(() -> confirm(Map.of(DEN, 3, DI, 2, "den/" + other, 1)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("--last den/" + other + "=1");
        assertThat(states("den")).hasSize(2);
    }

    /** What came in while the copy was made is in the register's copy, and not in that of the queue before it. */
    @Test
    void whatMayBeMissingIsNamed() throws Exception {
        Instant madeAt = mark().madeAt();
        MailId before = mail(madeAt.minusSeconds(600), "Trước");
        MailId meanwhile = mail(madeAt.plusSeconds(1), "Trong khi sao lưu");
        assertThat(confirm(Map.of(DEN, 2, DI, 2)))
                .anyMatch(line -> line.contains("please ask its sender: " + meanwhile + ": cuc@example.org")
                        && line.contains("\"Trong khi sao lưu\" -> " + CLERK))
                .noneMatch(line -> line.contains(before.value()));
    }

    private MailId mail(Instant receivedAt, String subject) throws Exception {
        MailId id = MailId.ofMailName(subject);
        try (RegisterDatabase register = register()) {
            register.register()
                    .record(new MailRecord(
                            id,
                            receivedAt,
                            Direction.INCOMING,
                            "",
                            "203.0.113.9",
                            "cuc@example.org",
                            List.of(CLERK),
                            "cuc@example.org",
                            subject,
                            "<1@example.org>",
                            1,
                            ""));
        }
        return id;
    }

    private List<String> confirm(Map<String, Integer> last) throws Exception {
        return confirm(last, OptionalInt.empty());
    }

    private List<String> confirm(Map<String, Integer> last, OptionalInt lost) throws Exception {
        Confirmation.Known known =
                new Confirmation.Known(CLERK, "root", new TreeMap<>(last), lost, List.of(), List.of(), true, "");
        return new Confirmation(configuration, mark()).confirm(known);
    }

    private Restored mark() throws Exception {
        return Restored.in(data).orElseThrow();
    }

    private RegisterDatabase register() throws Exception {
        return RegisterDatabase.open(configuration.register(), configuration.clock());
    }

    private static List<String> expected(int kept, String state, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> number + (number <= kept ? " " + state : " voided"))
                .toList();
    }

    private List<String> states(String book) throws Exception {
        List<String> states = new ArrayList<>();
        try (var connection = AuditAccess.connect(configuration.register());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT so_thu_tu, trang_thai FROM so_van_ban_" + book + " ORDER BY so_thu_tu")) {
            while (rows.next()) {
                states.add(rows.getInt(1) + " " + rows.getString(2));
            }
        }
        return states;
    }
}
