package vn.vanthu.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.StringJoiner;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.text.PartReport;
import vn.vanthu.server.Rehearsal;

/** How {@code ./vanthu check} tells a result. */
final class CheckReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckReport() {}

    /** One object: file, direction, decision, reason, clause, spam, texts, documents, unread. */
    static String json(Path file, Rehearsal.Result result) throws JsonProcessingException {
        ObjectNode object = JSON.createObjectNode();
        object.put("file", file.toString());
        object.put("direction", result.direction().code());
        object.put("decision", result.decision().verdict().code());
        object.put("reason", result.decision().reason().code());
        object.put("clause", result.decision().reason().clause());
        SpamReport.put(object.putObject("spam"), result.spam());
        ArrayNode texts = object.putArray("texts");
        for (PartReport part : result.texts()) {
            texts.addObject()
                    .put("part", part.part())
                    .put("encoding", part.encoding().id())
                    .put("changed", part.changed());
        }
        ArrayNode documents = object.putArray("documents");
        result.documents().forEach(document -> DocumentReport.json(document, documents.addObject()));
        ArrayNode unread = object.putArray("unread");
        for (ReadPart part : result.unread()) {
            unread.addObject().put("part", part.path()).put("why", part.unread());
        }
        return JSON.writeValueAsString(object);
    }

    static String text(Path file, Rehearsal.Result result) {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        lines.add(file + ": " + result.decision().verdict().code() + " ("
                + result.decision().reason().code() + ")");
        lines.add("    " + result.decision().reason().text() + " "
                + result.decision().reason().clause());
        lines.add("    thư rác / spam: " + SpamReport.line(result.spam()));
        for (PartReport part : result.texts()) {
            lines.add("    " + part.part() + ": " + part.encoding().id()
                    + (part.changed() ? " → Unicode" : " (giữ nguyên / left as it is)"));
        }
        result.documents().forEach(document -> lines.add(DocumentReport.text(document)));
        for (ReadPart part : result.unread()) {
            lines.add("    " + part.path() + ": không đọc được / unread (" + part.unread() + ")");
        }
        return lines.toString();
    }
}
