package vn.vanthu.server.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.register.book.Field;

/** How {@code ./vanthu check} tells what was read of a document. */
final class DocumentReport {

    /** {@code 847/QĐ-SNgV}; the Party writes {@code 12-CV/TU}. */
    private static final Pattern CODE = Pattern.compile("(\\d*\\p{L}?)[/-](.*)");

    private DocumentReport() {}

    /** Every name is there; what was not found is the empty text. */
    static void json(OfficialDocument document, ObjectNode object) {
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
    }

    static String text(OfficialDocument document) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add("    " + document.part() + ": văn bản / document (" + percent(document.likelihood()) + ")"
                + (document.draft() ? ", dự thảo / draft" : ""));
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
        return lines.toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
