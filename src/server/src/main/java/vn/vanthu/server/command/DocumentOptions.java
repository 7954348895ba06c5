package vn.vanthu.server.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.vanthu.command.MailCommand.Particular;

/** What is known of a document: each option is a line of the clerk's mail. */
final class DocumentOptions {

    @Option(names = "--type", paramLabel = "TEXT", description = "Tên loại: \"Quyết định\", QĐ / type of document")
    private @Nullable String type;

    @Option(names = "--subject", paramLabel = "TEXT", description = "Trích yếu / what it is about")
    private @Nullable String subject;

    @Option(names = "--code", paramLabel = "CODE", description = "Số, ký hiệu của văn bản đến / its number and symbols")
    private @Nullable String code;

    @Option(names = "--date", paramLabel = "DD/MM/YYYY", description = "Ngày văn bản / date of the document")
    private @Nullable String date;

    @Option(names = "--issuer", paramLabel = "TEXT", description = "Cơ quan ban hành / who issued it")
    private @Nullable String issuer;

    @Option(names = "--signer", paramLabel = "NAME", description = "Người ký / who signs")
    private @Nullable String signer;

    @Option(names = "--unit", paramLabel = "UNIT", description = "Đơn vị soạn công văn / the unit that drafted it")
    private @Nullable String unit;

    @Option(names = "--to", paramLabel = "TEXT", description = "Nơi nhận / places or persons that get it")
    private @Nullable String to;

    @Option(
            names = "--arrived",
            paramLabel = "DD/MM/YYYY",
            description = "Ngày đến, nếu không phải hôm nay / if not today")
    private @Nullable String arrived;

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description = "Dòng khác, như trong thư: \"Ghi chú=...\" / any other line of the clerk's mail")
    private Map<String, String> others = new LinkedHashMap<>();

    List<Particular> particulars() {
        List<Particular> lines = new ArrayList<>();
        add(lines, "type", type);
        add(lines, "subject", subject);
        add(lines, "code", code);
        add(lines, "date", date);
        add(lines, "issuer", issuer);
        add(lines, "signer", signer);
        add(lines, "unit", unit);
        add(lines, "to", to);
        add(lines, "arrived", arrived);
        others.forEach((name, value) -> add(lines, name, value));
        return lines;
    }

    private static void add(List<Particular> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add(new Particular(name, value, false));
        }
    }
}
