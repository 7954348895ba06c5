package vn.vanthu.server.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The running gateway, as James's WebAdmin lets an administrator of this machine at it. */
public final class WebAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COPYING = Duration.ofHours(12);
    /** Names the second part of a backup. */
    public static final String MAILBOXES = "mailboxes";

    private static final String ERRORS = "/mailRepositories/" + escaped("var/mail/error") + "/mails";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private WebAdmin(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** @throws IOException when no gateway runs on this data folder */
    public static WebAdmin of(Path data) throws IOException {
        Path address = data.resolve("webadmin.address");
        if (!Files.exists(address)) {
            throw new IOException("no gateway runs on " + data);
        }
        return new WebAdmin(Files.readString(address).strip(), Keys.secret(data.resolve("webadmin.token")));
    }

    /** How many mails each queue holds. */
    public Map<String, Long> queueSizes() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        for (JsonNode name : JSON.readTree(send("GET", "/mailQueues", "", 200))) {
            JsonNode queue = JSON.readTree(send("GET", "/mailQueues/" + escaped(name.asText()), "", 200));
            sizes.put(name.asText(), queue.path("size").asLong());
        }
        return sizes;
    }

    /** James's names of the mails in the error repository. */
    public List<String> failedMails() throws IOException {
        return texts(send("GET", ERRORS, "", 200));
    }

    /** Sends all mails of the error repository, or the one of this name, through the pipeline again. */
    public void replay(String name) throws IOException {
        String which = name.isEmpty() ? "" : "/" + escaped(name);
        send("PATCH", ERRORS + which + "?action=reprocess&processor=root", "", 201);
    }

    /** The first of the running gateway's parts of a backup; gives the hash of the newest seal in it. */
    public String copyQueueAndRegister(Path folder) throws IOException {
        return send("POST", "/vanthu/copy?folder=" + escaped(folder.toString()), "", 200, COPYING);
    }

    /** The second one. */
    public void copyMailboxes(Path folder) throws IOException {
        String path = "/vanthu/copy?folder=" + escaped(folder.toString()) + "&part=" + MAILBOXES;
        send("POST", path, "", 200, COPYING);
    }

    /** The running gateway erases a mail; gives what it did, a line each, empty when there was nothing. */
    public String spill(String mail, String login, String systemUser, String reason) throws IOException {
        return send(
                "POST",
                "/vanthu/spill?mail=" + escaped(mail) + "&login=" + escaped(login) + "&user=" + escaped(systemUser)
                        + "&reason=" + escaped(reason),
                "",
                200,
                COPYING);
    }

    /** The domains that James takes mail for, as its database has them. */
    public List<String> domains() throws IOException {
        return texts(send("GET", "/domains", "", 200));
    }

    /** Every account's address. */
    public List<String> accounts() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode user : JSON.readTree(send("GET", "/users", "", 200))) {
            names.add(user.path("username").asText());
        }
        return names;
    }

    /** Makes an account; with {@code replace} it may be there already. */
    public void setAccount(String login, String password, boolean replace) throws IOException {
        String body = JSON.writeValueAsString(Map.of("password", password));
        send("PUT", "/users/" + escaped(login) + (replace ? "?force" : ""), body, 204);
    }

    private static List<String> texts(String json) throws IOException {
        List<String> texts = new ArrayList<>();
        JSON.readTree(json).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static String escaped(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Our own routes say in plain text what is wrong; James's in JSON. */
    private static boolean isForPeople(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain");
    }

    private String send(String method, String path, String body, int expected) throws IOException {
        return send(method, path, body, expected, PATIENCE);
    }

    private String send(String method, String path, String body, int expected, Duration patience) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected && isForPeople(response)) {
                throw new IOException(response.body());
            }
            if (response.statusCode() != expected) {
                throw new IOException("WebAdmin answered " + response.statusCode() + " to " + method + " " + path + ": "
                        + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while WebAdmin was asked", e);
        }
    }
}
