package vn.vanthu.server.command;

import java.util.List;
import vn.vanthu.register.store.Finding;
import vn.vanthu.register.store.Verification;

/**
 * What the newest seal head that is known outside says of a restored register.
 *
 * @param alterations what was done to it; that it ends before the known head is none, since every copy is older
 * @param text for people and for the record
 */
record CopyProof(List<Finding> alterations, String text) {

    /** @param known the head; empty when nobody has one */
    static CopyProof of(Verification result, String known) {
        List<Finding> alterations = result.findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.TRUNCATED)
                .toList();
        return new CopyProof(alterations, text(result, alterations, known));
    }

    private static String text(Verification result, List<Finding> alterations, String known) {
        if (!alterations.isEmpty()) {
            return "SỔ TRONG BẢN SAO ĐÃ BỊ SỬA, được chấp nhận bằng --altered / THE REGISTER IN THE COPY WAS ALTERED,"
                    + " accepted by --altered: " + result.findings();
        }
        if (!result.isIntact()) {
            return "Sổ nguyên vẹn, kết thúc trước dấu niêm phong đã biết: bản sao cũ hơn dấu đó / the register is intact"
                    + " and ends before the known seal head, as a copy that is older than it: " + known;
        }
        return known.isEmpty()
                ? "Sổ nguyên vẹn, không đối chiếu dấu bên ngoài / the register is intact; no seal head of outside was"
                        + " compared"
                : "Sổ nguyên vẹn, tới dấu niêm phong đã biết / the register is intact up to the known seal head "
                        + known;
    }
}
