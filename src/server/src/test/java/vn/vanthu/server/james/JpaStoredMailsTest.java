package vn.vanthu.server.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.james.MailIds;
import vn.vanthu.message.MailId;

class JpaStoredMailsTest {

    private static final MailId ID = MailId.ofMailName("công văn");
    private static final Instant NOW = Instant.now();
    private static final Instant LAST_YEAR = NOW.minus(Duration.ofDays(365));

    private JamesStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        store = JamesStore.in(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEmptyFolderHoldsNothing() throws Exception {
        assertThat(isThere()).isFalse();
    }

    @Test
    void isFoundBehindManyNewerMails() throws Exception {
        others(50, LAST_YEAR);
        append(MailIds.HEADER + ": " + ID, NOW);
        others(100, NOW);

        assertThat(isThere()).isTrue();
    }

    @Test
    void isFoundBehindOldMailsThatSomebodyMovedHere() throws Exception {
        append("x-vanthu-id: " + ID, NOW);
        others(100, LAST_YEAR);

        assertThat(isThere()).isTrue();
    }

    @Test
    void isFoundUnderTheDateOfAnotherZone() throws Exception {
        append(MailIds.HEADER + ": " + ID, NOW.minus(Duration.ofHours(14)));

        assertThat(isThere()).isTrue();
    }

    @Test
    void isFoundByAHugeHeaderAndBehindMalformedOnes() throws Exception {
        append("Subject: " + "x".repeat(100_000) + "\r\n" + MailIds.HEADER + ": " + ID, NOW);
        append("Subject: " + "x".repeat(200_000), NOW);
        append("no header at all\r\n: :\r\n\u0000", NOW);

        assertThat(isThere()).isTrue();
    }

    @Test
    void anotherMailThatOnlyNamesTheIdIsNotIt() throws Exception {
        append("Subject: " + ID, NOW);
        others(20, NOW);

        assertThat(isThere()).isFalse();
    }

    @Test
    void olderMailsAreNotRead() throws Exception {
        append(MailIds.HEADER + ": " + ID, LAST_YEAR);
        others(3, LAST_YEAR);

        assertThat(isThere()).isFalse();
    }

    private boolean isThere() throws Exception {
        return new JpaStoredMails(store.entities()).hold(store.inbox().getId(), ID, NOW);
    }

    private void others(int count, Instant at) throws Exception {
        for (int i = 0; i < count; i++) {
            append("Subject: Khác " + i, at);
        }
    }

    private void append(String header, Instant at) throws Exception {
        store.append(header, "Chào anh", at);
    }
}
