package vn.vanthu.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.rule.Symbol;

/** How a score is told. */
final class SpamReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SpamReport() {}

    /** One object: file, score, verdict, symbols. */
    static String json(Path file, SpamScore score) {
        ObjectNode object = JSON.createObjectNode();
        object.put("file", file.toString());
        put(object, score);
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    static void put(ObjectNode object, SpamScore score) {
        object.put("score", rounded(score.points()));
        object.put("verdict", score.verdict().code());
        ArrayNode symbols = object.putArray("symbols");
        for (Symbol symbol : score.symbols()) {
            symbols.addObject().put("name", symbol.name()).put("score", rounded(symbol.points()));
        }
    }

    static String text(Path file, SpamScore score) {
        return file + ": " + line(score);
    }

    /** Verdict, points, symbols. */
    static String line(SpamScore score) {
        return String.format(Locale.ROOT, "%s %.2f %s", score.verdict().code(), score.points(), score.tests());
    }

    /** Fine enough to rank mails by. */
    private static double rounded(double points) {
        return Math.round(points * 1e6) / 1e6;
    }
}
