package vn.vanthu.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;

/**
 * An administrative document as its layout tells (NĐ 30/2020, Annex I).
 *
 * @param part {@link ReadPart#path} of where it stands
 * @param fields number and symbol, date, type, trích yếu, issuer, signer, position, capacity, urgency, pages; the places
 *     under "Nơi nhận" are {@code toPlaces}
 * @param superior cơ quan chủ quản, the line above the issuer; empty for none
 * @param confidence how sure each field is, from 0 to 1; a field that is not there has none
 * @param likelihood how sure it is that this is an official document at all, from 0 to 1
 * @param secrecy {@code MẬT}, {@code TỐI MẬT}, {@code TUYỆT MẬT}, {@code TÀI LIỆU THU HỒI} as stamped; empty for none
 * @param toPlaces one place a line under "Nơi nhận", without the sign before and "(để b/c)" behind
 * @param addressees the places or people under "Kính gửi"
 * @param draft whether it is marked DỰ THẢO, or has no number yet
 * @param signed whether it shows a signer's name, a seal or a digital signature
 * @param cautions what its head says against taking it as issued and in force
 */
public record OfficialDocument(
        String part,
        DocumentFields fields,
        String superior,
        Map<Field, Double> confidence,
        double likelihood,
        String secrecy,
        List<String> toPlaces,
        List<String> addressees,
        boolean draft,
        boolean signed,
        Set<Caution> cautions) {

    /** From this likelihood on it counts as an official document. */
    public static final double OFFICIAL = 0.5;

    /** From this confidence on a field is sure enough to be entered without asking. */
    public static final double SURE = 0.9;

    public OfficialDocument {
        confidence = Map.copyOf(confidence);
        toPlaces = List.copyOf(toPlaces);
        addressees = List.copyOf(addressees);
        cautions = Set.copyOf(cautions);
    }

    /** One whose head says nothing against it. */
    public OfficialDocument(
            String part,
            DocumentFields fields,
            String superior,
            Map<Field, Double> confidence,
            double likelihood,
            String secrecy,
            List<String> toPlaces,
            List<String> addressees,
            boolean draft,
            boolean signed) {
        this(part, fields, superior, confidence, likelihood, secrecy, toPlaces, addressees, draft, signed, Set.of());
    }

    /** Whether a field is there and sure. */
    public boolean isSure(Field field) {
        return confidence.getOrDefault(field, 0.0) >= SURE;
    }
}
