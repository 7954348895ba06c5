package vn.vanthu.server.command;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.vanthu.register.audit.ReportWriter;
import vn.vanthu.register.store.Erased;
import vn.vanthu.register.store.Finding;
import vn.vanthu.register.store.SealHead;
import vn.vanthu.register.store.Verification;

/** {@code audit verify --format json}: one object for each finding and erasure, and last one for the whole. */
final class VerificationJson {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VerificationJson() {}

    static void write(Verification result, ReportWriter to) throws IOException {
        to.begin(List.of("finding", "table", "row", "detail"));
        for (Finding finding : result.findings()) {
            String kind = finding.kind().name().toLowerCase(Locale.ROOT);
            to.row(List.of(kind, finding.table(), finding.row(), finding.detail()));
        }
        to.begin(List.of("erased", "table", "row", "at", "login", "system_account", "reason"));
        for (Erased erased : result.erased()) {
            to.row(List.of(
                    erased.fields(),
                    erased.table(),
                    erased.row(),
                    erased.at().atZone(ZONE).toLocalDateTime(),
                    erased.login(),
                    erased.systemUser(),
                    erased.reason()));
        }
        SealHead head = result.head();
        to.begin(List.of("intact", "rows", "seals", "unsealed", "head_number", "head", "head_known"));
        to.row(Arrays.asList(
                result.isIntact(),
                result.rows(),
                result.seals(),
                result.unsealed(),
                head == null ? null : head.number(),
                head == null ? null : head.hash(),
                result.headKnown()));
        to.end();
    }
}
