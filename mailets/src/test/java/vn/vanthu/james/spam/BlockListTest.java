package vn.vanthu.james.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vanthu.spam.rule.Symbol;

/** Lists of clients, asked of a real name server on this machine. */
class BlockListTest {

    private static final String ZONE = "danh-sach.example";
    private static final String V6 = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2." + ZONE;

    private final LocalNameServer server;

    BlockListTest() throws IOException {
        server = new LocalNameServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Advisers lists(Duration limit, String... zones) throws IOException {
        NameServers names = server.asked();
        List<BlockList> lists = Stream.of(zones)
                .map(zone -> new BlockList(zone, 3, names, Clock.systemUTC()))
                .toList();
        return new Advisers(lists, limit, Clock.systemUTC());
    }

    private static List<Symbol> said(Advisers advisers, String client) {
        return advisers.ask(new Adviser.Inquiry(new byte[0], client, "", "", List.of()))
                .join();
    }

    @Test
    void aListedClientCountsByIpv4AndByIpv6() throws Exception {
        server.knows("9.113.0.203." + ZONE, "127.0.0.4");
        server.knows(V6, "127.0.0.2");
        Advisers lists = lists(Duration.ofSeconds(20), ZONE);
        assertThat(said(lists, "203.0.113.9")).containsExactly(new Symbol("BLOCKLIST_DANH_SACH_EXAMPLE", 3));
        assertThat(said(lists, "2001:db8::1")).hasSize(1);
        assertThat(said(lists, "203.0.113.10")).isEmpty();
        assertThat(said(lists, "not an address")).isEmpty();
    }

    @Test
    void clientsOfThisNetworkAreNotAskedAbout() throws Exception {
        server.knows("1.0.168.192." + ZONE, "127.0.0.2");
        server.knows("1.0.0.127." + ZONE, "127.0.0.2");
        Advisers lists = lists(Duration.ofSeconds(20), ZONE);
        assertThat(said(lists, "192.168.0.1")).isEmpty();
        assertThat(said(lists, "127.0.0.1")).isEmpty();
    }

    @Test
    void errorsAndForeignAnswersAndListsOfEverythingCountNothing() throws Exception {
        server.knows("9.113.0.203.error.example", "127.255.255.254");
        server.knows("9.113.0.203.parked.example", "198.51.100.7");
        server.hasEverythingIn("ended.example");
        Advisers lists = lists(Duration.ofSeconds(20), "error.example", "parked.example", "ended.example");
        assertThat(said(lists, "203.0.113.9")).isEmpty();
    }

    @Test
    void aSilentListKeepsNoMailAndNoOtherList() throws Exception {
        server.isSilentAbout("silent.example");
        server.knows("9.113.0.203." + ZONE, "127.0.0.2");
        Advisers lists = lists(Duration.ofSeconds(2), "silent.example", ZONE);
        assertThat(said(lists, "203.0.113.9")).extracting(Symbol::name).containsExactly("BLOCKLIST_DANH_SACH_EXAMPLE");
    }
}
