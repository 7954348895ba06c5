package vn.vanthu.james.spam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import vn.vanthu.spam.rule.Symbol;

/** A Rspamd beside this filter, asked over HTTP ({@code /checkv2}). Its advice is the symbol {@code RSPAMD}. */
public final class Rspamd implements Adviser {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_RECIPIENTS = 20;

    private final URI check;
    private final HttpClient http;

    /** @param server of its normal worker, for example {@code http://127.0.0.1:11333} */
    public Rspamd(URI server, Duration connectWithin) {
        this.check = server.resolve("/checkv2");
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .build();
    }

    @Override
    public CompletableFuture<List<Symbol>> ask(Inquiry inquiry) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(check).POST(HttpRequest.BodyPublishers.ofByteArray(inquiry.message()));
        header(request, "IP", inquiry.clientAddress());
        header(request, "Helo", inquiry.helo());
        header(request, "From", inquiry.sender());
        inquiry.recipients().stream().limit(MOST_RECIPIENTS).forEach(recipient -> header(request, "Rcpt", recipient));
        return http.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(response -> {
            if (response.statusCode() != 200) {
                throw new IllegalStateException("HTTP " + response.statusCode());
            }
            return List.of(read(response.body()));
        });
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (value.matches("[\\x21-\\x7e]+")) {
            request.header(name, value);
        }
    }

    /** It tells only the threshold of refusal, and by its action that the lower one, for marking, was reached. */
    static Symbol read(String answer) {
        try {
            JsonNode json = JSON.readTree(answer);
            if (!json.path("score").isNumber()) {
                throw new IOException("an answer without a score");
            }
            double score = json.path("score").asDouble();
            double refusal = json.path("required_score").asDouble(15);
            double threshold =
                    switch (json.path("action").asText()) {
                        case "reject" -> score / 2;
                        case "add header", "rewrite subject" -> Math.min(score, refusal);
                        default -> refusal;
                    };
            return Adviser.advice("RSPAMD", score, threshold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Rspamd " + check;
    }
}
