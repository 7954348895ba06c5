package vn.vanthu.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.store.Erased;
import vn.vanthu.register.store.Finding;
import vn.vanthu.register.store.SealHead;
import vn.vanthu.register.store.Verification;

class VerificationJsonTest {

    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

    private static List<String> lines(Verification result) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VerificationJson.write(result, Format.JSON.writer(out));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachFindingAndErasureIsALineAndTheWholeTheLastOne() throws Exception {
        Finding finding = new Finding(Finding.Kind.SEAL_BROKEN, "seal", "3", "x");
        Erased erased = new Erased("mail", "A (id 1)", "subject", NOON, "cvp@a.vn", "root", "Bí mật");
        SealHead head = new SealHead(4, NOON, "ab");
        assertThat(lines(new Verification(4, 20, 1, List.of(finding), List.of(erased), head, false)))
                .containsExactly(
                        "{\"finding\":\"seal_broken\",\"table\":\"seal\",\"row\":\"3\",\"detail\":\"x\"}",
                        "{\"erased\":\"subject\",\"table\":\"mail\",\"row\":\"A (id 1)\","
                                + "\"at\":\"2026-11-23T12:00:00+07:00\",\"login\":\"cvp@a.vn\","
                                + "\"system_account\":\"root\",\"reason\":\"Bí mật\"}",
                        "{\"intact\":false,\"rows\":20,\"seals\":4,\"unsealed\":1,\"head_number\":4,"
                                + "\"head\":\"ab\",\"head_known\":false}");
    }

    @Test
    void aRegisterWithoutSealsHasNoHead() throws Exception {
        assertThat(lines(new Verification(0, 0, 0, List.of(), List.of(), null, false)))
                .singleElement()
                .asString()
                .contains("\"intact\":true", "\"head\":null");
    }
}
