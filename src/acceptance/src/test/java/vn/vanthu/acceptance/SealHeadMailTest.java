package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;

/** The newest seal is mailed to those who can prove with it later that nothing was altered. */
class SealHeadMailTest {

    @Test
    void afterSevenTheSealHeadIsMailedOnceADay() throws Exception {
        try (Office office = Office.open(gateway -> gateway.conf().set("vanthu.timezone", zoneWhereItIsAboutNoon()))) {
            String text = sealHead(office, "giamdoc");
            assertThat(text).containsPattern("audit verify --head [0-9a-f=\\r\\n]{64}");
            office.gateway().stop();
            office.gateway().start();
            Thread.sleep(8000);
            assertThat(sealHead(office, "giamdoc")).isEqualTo(text);
            sealHead(office, "chanhvanphong");
            sealHead(office, "vanthu");
        }
    }

    /** Fails when there are two. */
    private static String sealHead(Office office, String login) throws Exception {
        try (Mailbox mailbox = office.client(login).open()) {
            return new String(mailbox.await1("Auto-Submitted", "auto-generated"), StandardCharsets.UTF_8);
        }
    }

    private static String zoneWhereItIsAboutNoon() {
        int hours = 12 - LocalTime.now(ZoneOffset.UTC).getHour();
        return hours == 0 ? "UTC" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
    }
}
