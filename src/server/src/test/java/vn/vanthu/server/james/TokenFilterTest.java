package vn.vanthu.server.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import spark.Service;

/** Over real HTTP, with the server that James uses. */
class TokenFilterTest {

    private final Service http = Service.ignite();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() {
        http.ipAddress("127.0.0.1").port(0);
        TokenFilter filter = new TokenFilter("secret");
        http.before(filter::handle);
        http.get("/domains", (request, response) -> "[]");
        http.awaitInitialization();
    }

    @AfterEach
    void stop() {
        http.stop();
    }

    private int status(String... header) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/domains"));
        if (header.length > 0) {
            request.headers(header);
        }
        return client.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyTheTokenOpens() throws Exception {
        assertThat(status("Authorization", "Bearer secret")).isEqualTo(200);
        assertThat(status("Authorization", basic("admin:secret"))).isEqualTo(200);
        assertThat(status()).isEqualTo(401);
        assertThat(status("Authorization", "Bearer secre")).isEqualTo(401);
        assertThat(status("Authorization", "secret")).isEqualTo(401);
        assertThat(status("Authorization", "")).isEqualTo(401);
        assertThat(status("Authorization", basic("root:secret"))).isEqualTo(401);
        assertThat(status("Authorization", basic("admin:"))).isEqualTo(401);
    }
}
