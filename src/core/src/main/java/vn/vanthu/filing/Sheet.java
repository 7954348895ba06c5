package vn.vanthu.filing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Field;

/** The readable sheet of a document: an HTML page that needs nothing else and prints on A4. The same entry gives the same. */
final class Sheet {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%1$s</title>
            <style>
            @page { size: A4; margin: 20mm 15mm 20mm 30mm }
            body { font: 14pt/1.4 "Times New Roman", serif; max-width: 50em; margin: 1em auto; color: #000 }
            h1 { font-size: 16pt; text-align: center }
            table { border-collapse: collapse; width: 100%% }
            th, td { border: 1px solid #000; padding: 4px 8px; text-align: left; vertical-align: top }
            th { width: 30%%; font-weight: normal }
            td.mono { font: 9pt monospace; overflow-wrap: anywhere }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            <table>
            %2$s</table>
            %3$s%4$s</body>
            </html>
            """;

    private Sheet() {}

    /**
     * @param files those in the sheet's folder, without the sheet
     * @param text what the mail itself says; empty for none
     * @param notes for the reader, one a line; empty for none
     */
    static String of(Entry entry, List<FiledContent> files, String text, List<String> notes) {
        boolean incoming = entry.number().book() == Book.INCOMING;
        String title = (incoming ? "Văn bản đến số " : "Văn bản đi số ")
                + entry.number().text() + "/" + entry.number().year();
        return PAGE.formatted(escape(title), rows(entry, incoming), files(files, notes), body(text));
    }

    private static String rows(Entry entry, boolean incoming) {
        StringBuilder rows = new StringBuilder();
        row(rows, incoming ? "Số đến" : "Số", entry.number().text());
        row(rows, incoming ? "Ngày đến" : "Ngày lấy số", DAY.format(entry.arrivedOn()));
        row(rows, "Trạng thái", entry.state() == Entry.State.VOIDED ? "ĐÃ HỦY" : "");
        row(rows, "Vào sổ lúc", TIME.format(entry.enteredAt().atZone(ZONE)));
        for (Field field : Field.values()) {
            row(rows, label(field), shown(field, entry.fields().get(field)));
        }
        row(rows, "Hộp thư", entry.mailbox());
        row(rows, "Mã thư", entry.mailId());
        return rows.toString();
    }

    private static void row(StringBuilder rows, String label, String value) {
        if (!value.isEmpty()) {
            rows.append("<tr><th scope=\"row\">")
                    .append(escape(label))
                    .append("</th><td>")
                    .append(escape(value).replace("\n", "<br>"))
                    .append("</td></tr>\n");
        }
    }

    private static String shown(Field field, String value) {
        boolean isDate = field == Field.ISSUED_ON || field == Field.TRANSFERRED_ON || field == Field.DUE_ON;
        return isDate && !value.isEmpty() ? DAY.format(LocalDate.parse(value)) : value;
    }

    private static String label(Field field) {
        return switch (field) {
            case TYPE -> "Tên loại văn bản";
            case SUBJECT -> "Trích yếu nội dung";
            case CODE -> "Số, ký hiệu";
            case ISSUED_ON -> "Ngày tháng văn bản";
            case ISSUER -> "Tác giả (cơ quan ban hành)";
            case SIGNER -> "Người ký";
            case POSITION -> "Chức vụ";
            case CAPACITY -> "Thẩm quyền ký";
            case TO_PLACES -> "Nơi nhận";
            case FILE_COPY_HOLDER -> "Nơi nhận bản lưu";
            case COPIES -> "Số lượng bản";
            case TRANSFERRED_ON -> "Ngày chuyển";
            case RECEIPT -> "Ký nhận";
            case NOTE -> "Ghi chú";
            case URGENCY -> "Mức độ khẩn";
            case LANGUAGE -> "Ngôn ngữ";
            case PAGES -> "Số trang";
            case DUE_ON -> "Hạn trả lời";
            case FILE_CODE -> "Mã hồ sơ";
            case APPROVER -> "Người duyệt";
        };
    }

    private static String files(List<FiledContent> files, List<String> notes) {
        String list = files.stream().map(Sheet::file).collect(Collectors.joining());
        String remarks =
                notes.stream().map(note -> "<p>" + escape(note) + "</p>\n").collect(Collectors.joining());
        return "<h2>Tệp đã lưu</h2>\n<table>\n" + list + "</table>\n" + remarks;
    }

    private static String file(FiledContent file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String shown = file.name().isEmpty() ? "Toàn bộ thư" : file.name();
        return "<tr><td><a href=\"" + link(name) + "\">" + escape(shown) + "</a></td><td>" + file.size()
                + " byte</td><td class=\"mono\">SHA-256 " + file.sha256() + "</td></tr>\n";
    }

    private static String body(String text) {
        return text.isBlank() ? "" : "<h2>Nội dung thư</h2>\n<pre>" + escape(text.strip()) + "</pre>\n";
    }

    private static String link(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "");
    }
}
