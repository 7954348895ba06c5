package vn.vanthu.acceptance;

import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.SharedOffice;

/** With the embedded databases. */
@ExtendWith(SharedOffice.class)
class IncomingMailTest extends IncomingMail {

    IncomingMailTest(Office office) {
        super(office);
    }
}
