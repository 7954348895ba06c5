package vn.vanthu.benchmark.document;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be understood of a described document, by its description alone. Empty text: nothing stands there. */
record Expected(
        String number,
        String symbol,
        String type,
        String date,
        String subject,
        String issuer,
        String signer,
        String capacity,
        String urgency,
        List<String> recipients) {

    private static final Pattern DAY = Pattern.compile("ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})");

    static Expected of(Described document) {
        String code =
                document.text("number").replaceFirst("^(?:Số|SỐ)\\s*:?", "").replaceAll("[\\s.…_]+", "");
        int border = document.style().equals("party") ? code.indexOf('-') : code.indexOf('/');
        return new Expected(
                either(document, "number", border < 0 ? "" : code.substring(0, border)),
                either(document, "symbol", code.substring(border + 1)),
                document.text("type"),
                either(document, "date", date(document.text("date"))),
                either(document, "subject", subject(document)),
                either(document, "issuer", document.text("issuer")),
                either(
                        document,
                        "signer",
                        document.text("signer").replaceFirst("^(?:TS|ThS|PGS\\.TS|BS|Đại tá|Thượng tá)\\.? ", "")),
                either(document, "capacity", capacity(document.lines("sign"))),
                document.text("mark").contains("MẬT") ? "" : document.text("mark"),
                places(document));
    }

    private static String either(Described document, String field, String otherwise) {
        String told = document.text("expect." + field);
        return told.isEmpty() ? otherwise : told.equals("-") ? "" : told;
    }

    private static String date(String line) {
        Matcher day = DAY.matcher(line);
        return day.find()
                ? "%s-%02d-%02d".formatted(day.group(3), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)))
                : "";
    }

    private static String subject(Described document) {
        String below = document.text("subject");
        return (below.isEmpty() ? document.text("about") : below).replaceFirst("^V/v:?\\s+", "");
    }

    private static String capacity(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\\. ?.*|(?:T/M|K/T|T/L) .*"))
                .map(line -> line.split("[. ]", 2)[0].replace("/", "") + ".")
                .reduce("", (first, last) -> last);
    }

    private static List<String> places(Described document) {
        return document.lines("places").stream()
                .map(place -> place.replaceFirst("\\s*\\((?:để|b/c|t/h|thay|báo cáo)[^)]*\\)", "")
                        .replaceFirst("[;.,/]+$", ""))
                .filter(place -> !place.startsWith("Lưu"))
                .toList();
    }
}
