package vn.vanthu.server.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Place;
import vn.vanthu.register.book.Field;
import vn.vanthu.registration.PlaceComparison;
import vn.vanthu.server.DocumentOutlook;

/** How {@code ./vanthu check} tells what was read of a document. */
final class DocumentReport {

    /** {@code 847/QĐ-SNgV}; the Party writes {@code 12-CV/TU}. */
    private static final Pattern CODE = Pattern.compile("(\\d*\\p{L}?)[/-](.*)");

    private DocumentReport() {}

    /** Every name is there; what was not found is the empty text. */
    static void json(DocumentOutlook outlook, ObjectNode object) {
        OfficialDocument document = outlook.document();
        Matcher code = CODE.matcher(document.fields().get(Field.CODE));
        boolean numbered = code.matches();
        object.put("number", numbered ? code.group(1) : "");
        object.put("symbol", numbered ? code.group(2) : "");
        object.put("type", document.fields().get(Field.TYPE));
        object.put("date", document.fields().get(Field.ISSUED_ON));
        object.put("subject", document.fields().get(Field.SUBJECT));
        object.put("issuer", document.fields().get(Field.ISSUER));
        object.put("superior", document.superior());
        object.put("signer", document.fields().get(Field.SIGNER));
        object.put("position", document.fields().get(Field.POSITION));
        object.put("capacity", document.fields().get(Field.CAPACITY));
        object.put("urgency", document.fields().get(Field.URGENCY));
        object.put("secrecy", document.secrecy());
        ArrayNode recipients = object.putArray("recipients");
        document.toPlaces().forEach(recipients::add);
        ArrayNode addressees = object.putArray("addressees");
        document.addressees().forEach(addressees::add);
        object.put("draft", document.draft());
        object.put("part", document.part());
        object.put("likelihood", document.likelihood());
        ObjectNode confidence = object.putObject("confidence");
        document.confidence().forEach((field, sure) -> confidence.put(field.code(), sure));
        object.put("pages", outlook.pages());
        object.put("digitallySigned", outlook.digitallySigned());
        outlook.registration().ifPresent(registration -> {
            ObjectNode said = object.putObject("registration");
            said.put("decision", registration.enters() ? "enter-if-authenticated" : "ask");
            ArrayNode doubts = said.putArray("doubts");
            registration.doubts().stream().sorted().forEach(doubt -> doubts.add(doubt.code()));
        });
        outlook.places().ifPresent(places -> {
            ObjectNode said = object.putObject("places");
            places.missing().stream().map(Place::name).forEach(said.putArray("missing")::add);
            places.extra().forEach(said.putArray("extra")::add);
            places.unknown().forEach(said.putArray("unknown")::add);
        });
        object.put("folder", outlook.folder());
    }

    static String text(DocumentOutlook outlook) {
        OfficialDocument document = outlook.document();
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("    " + document.part() + ": văn bản / document (" + percent(document.likelihood()) + ")"
                + (document.draft() ? ", dự thảo / draft" : "")
                + (outlook.pages() > 0 ? ", " + outlook.pages() + " trang / pages" : "")
                + (outlook.digitallySigned() ? ", có chữ ký số / digitally signed" : ""));
        for (Field field : Field.values()) {
            String value = document.fields().get(field);
            if (!value.isEmpty()) {
                lines.add("        " + field.code() + ": " + value + " ("
                        + percent(document.confidence().getOrDefault(field, 0.0)) + ")");
            }
        }
        if (!document.secrecy().isEmpty()) {
            lines.add("        secrecy: " + document.secrecy());
        }
        outlook.registration().ifPresent(registration -> registration(registration, lines));
        outlook.places().ifPresent(places -> places(places, lines));
        if (!outlook.folder().isEmpty()) {
            lines.add("        hồ sơ / filed in: " + outlook.folder());
        }
        return lines.toString();
    }

    private static void registration(DocumentOutlook.Registration registration, StringJoiner lines) {
        lines.add("        vào sổ / registration: "
                + (registration.enters()
                        ? "tự vào sổ nếu người gửi được xác thực / by itself if the sender is authenticated"
                        : "hỏi văn thư / the clerk is asked"));
        registration.doubts().stream()
                .sorted()
                .forEach(doubt -> lines.add("            " + doubt.vietnamese() + " / " + doubt.english()));
    }

    private static void places(PlaceComparison places, StringJoiner lines) {
        lines.add("        Nơi nhận: "
                + (places.isComplete()
                        ? "khớp với địa chỉ gửi / as the recipients"
                        : "khác với địa chỉ gửi / differ from the recipients"));
        places.missing().forEach(place -> lines.add("            chưa gửi / gets nothing: " + place.name()));
        places.extra().forEach(address -> lines.add("            không có tên / not named: " + address));
        places.unknown().forEach(name -> lines.add("            chưa có trong sổ địa chỉ / unknown: " + name));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
