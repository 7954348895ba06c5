package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.MariaDbOffice;
import vn.vanthu.acceptance.harness.MessageBytes;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** With the register and James's own data in MariaDB, as in production. */
@ExtendWith(MariaDbOffice.class)
class IncomingMailOnMariaDbTest extends IncomingMail {

    IncomingMailOnMariaDbTest(Office office) {
        super(office);
    }

    @Test
    void survivesAKill() throws Exception {
        Letter letter = Letter.fromOutside("Trước khi mất điện");
        assertThat(office.receive(letter, "phogiamdoc")).startsWith("250");
        office.gateway().kill();
        office.gateway().start();

        Row row = office.register().settledFrom(letter.sender());
        assertThat(MessageBytes.asItCame(office.mailIn("phogiamdoc", row.id()))).isEqualTo(letter.bytes());
        assertThat(office.gateway().data().resolve("james")).isEmptyDirectory();
    }
}
