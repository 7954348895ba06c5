package vn.vanthu.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** A message as text that people can check. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    private Report() {}

    static String of(MessageReader.Message message) {
        Report report = new Report();
        MessageView view = message.view();
        report.line("subject", view.subject());
        report.addresses("from", view.from());
        report.addresses("sender", view.sender());
        report.addresses("reply-to", view.replyTo());
        report.addresses("to", view.to());
        report.addresses("cc", view.cc());
        report.addresses("resent by", view.resentBy());
        report.line("message-id", view.messageId());
        view.date().ifPresent(date -> report.line("date", date.toString()));
        view.fields().forEach(field -> report.line("field", field.offset() + " " + field));
        report.line("header bytes", String.valueOf(view.headerBytes()));
        report.line(
                "oddities",
                String.join(
                        ", ",
                        view.oddities().stream().map(Oddity::name).sorted().toList()));
        report.line("size", String.valueOf(message.fingerprint().size()));
        report.line("sha256", message.fingerprint().sha256());
        return report.text.toString();
    }

    static String ofParts(InputStream message) throws IOException {
        Report report = new Report();
        Set<Unread> unread = new PartReader(PartReader.Limits.USUAL).read(message, report.parts());
        report.line(
                "unread", String.join(", ", unread.stream().map(Unread::name).toList()));
        return report.text.toString();
    }

    private PartReader.Visitor parts() {
        return new PartReader.Visitor() {
            @Override
            public void container(Part part) {
                line("part", describe(part));
            }

            @Override
            public void content(Part part, InputStream content) throws IOException {
                line(
                        "part",
                        describe(part) + " "
                                + MessageReader.fingerprint(content, 0).size() + " bytes");
            }
        };
    }

    private static String describe(Part part) {
        String charset = part.charset().isEmpty() ? "" : " charset " + part.charset();
        String file = part.fileName().isEmpty() ? "" : " file '" + part.fileName() + "'";
        String kind = part.isText() ? " text" : part.attachment() ? " attachment" : "";
        return part.path() + " " + part.mediaType() + charset + " " + part.transferEncoding() + file + kind;
    }

    private void addresses(String label, List<HeaderAddress> addresses) {
        for (HeaderAddress entry : addresses) {
            String comment = entry.comment().isEmpty() ? "" : " comment '" + entry.comment() + "'";
            String plain = entry.isPlain() || entry.address().isEmpty() ? "" : " (not plain)";
            line(label, "name '" + entry.name() + "'" + comment + " address '" + entry.address() + "'" + plain);
        }
    }

    private void line(String label, String value) {
        if (!value.isEmpty()) {
            text.append(label).append(" = ").append(value).append('\n');
        }
    }
}
