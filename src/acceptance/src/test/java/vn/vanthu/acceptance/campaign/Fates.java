package vn.vanthu.acceptance.campaign;

import static vn.vanthu.acceptance.harness.Office.address;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** What the register tells about each mail of the campaign, and what it should tell. */
final class Fates {

    /** One row of the register: the mail's id, and the outcome of each recipient. */
    record Fate(String id, Map<String, String> outcomes) {}

    private final Map<String, List<Fate>> bySubject = new HashMap<>();

    static Fates of(Office office) {
        Map<String, Fate> byId = new HashMap<>();
        Fates fates = new Fates();
        for (Row row : office.register()
                .query("SELECT m.ma_thu, m.chu_de, n.nguoi_nhan, n.ket_qua FROM nhat_ky_thu m JOIN nhat_ky_nguoi_nhan n"
                        + " ON n.ma_thu = m.ma_thu WHERE m.chu_de LIKE 'thu-%' OR m.chu_de LIKE '[QC] %'")) {
            byId.computeIfAbsent(row.id(), id -> fates.add(row.get("chu_de"), id))
                    .outcomes()
                    .put(row.get("nguoi_nhan"), row.get("ket_qua"));
        }
        return fates;
    }

    private Fate add(String subject, String id) {
        Fate fate = new Fate(id, new HashMap<>());
        bySubject.computeIfAbsent(subject, any -> new ArrayList<>()).add(fate);
        return fate;
    }

    /** The mail's rows; should be one. */
    List<Fate> of(Sent mail) {
        return bySubject.getOrDefault(Mails.subject(mail.kind(), mail.token()), List.of());
    }

    /**
     * Whether each recipient has the end that he should.
     *
     * @param decisions what the Director was heard to say, by token: true for DUYỆT
     */
    static boolean isRight(Sent mail, Fate fate, Map<String, Boolean> decisions) {
        return Mails.recipients(mail.kind()).stream().allMatch(recipient -> expected(mail, recipient, decisions)
                .contains(fate.outcomes().getOrDefault(recipient, "none")));
    }

    private static Set<String> expected(Sent mail, String recipient, Map<String, Boolean> decisions) {
        String reached = recipient.equals(address(Mails.PERSON)) ? "delivered" : "relayed";
        return switch (mail.kind()) {
            case PERSONAL_IN, LEGACY_IN, DOCUMENT_IN -> Set.of("delivered");
            case SPAM_IN -> Set.of("delivered", "quarantined");
            case PERSONAL_OUT -> Set.of(reached);
            case BOUNCED_OUT -> Set.of("bounced");
            case OFFICIAL_OUT -> {
                Boolean decision = decisions.get(mail.token());
                if (decision == null) {
                    yield Set.of("held", reached, "refused");
                }
                yield Set.of(decision ? reached : "refused");
            }
        };
    }
}
