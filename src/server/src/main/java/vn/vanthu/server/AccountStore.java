package vn.vanthu.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import vn.vanthu.config.ConfigurationException;

/** The accounts, through the running gateway's WebAdmin, or in its database while it does not run. */
public interface AccountStore extends AutoCloseable {

    List<String> list() throws Exception;

    void add(String address, String password) throws Exception;

    void setPassword(String address, String password) throws Exception;

    @Override
    void close() throws IOException;

    /** Finds out by the data folder whether a gateway runs. */
    static AccountStore open(GatewayConfiguration configuration) throws Exception {
        Path data = configuration.options().data();
        try {
            return new InDatabase(configuration, DataFolder.take(data));
        } catch (ConfigurationException e) {
            Path address = data.resolve("webadmin.address");
            if (!Files.exists(address)) {
                throw e;
            }
            return new OverWebAdmin(Files.readString(address).strip(), Keys.secret(data.resolve("webadmin.token")));
        }
    }

    /** While no gateway runs. Takes the data folder, so that none starts meanwhile. */
    final class InDatabase implements AccountStore {

        private final DataFolder folder;
        private final EntityManagerFactory entities;
        private final Accounts accounts;

        InDatabase(GatewayConfiguration configuration, DataFolder folder) throws Exception {
            this.folder = folder;
            DataFolder.makePrivate(folder.resolve("james"));
            this.entities = configuration.jamesDatabase().open();
            this.accounts = new Accounts(entities, configuration.files().getConfiguration("usersrepository"));
            for (String domain : configuration.organization().get().agency().domains()) {
                accounts.ensureDomain(domain);
            }
        }

        @Override
        public List<String> list() throws Exception {
            return accounts.list();
        }

        @Override
        public void add(String address, String password) throws Exception {
            accounts.ensure(address, password);
        }

        @Override
        public void setPassword(String address, String password) throws Exception {
            accounts.setPassword(address, password);
        }

        @Override
        public void close() throws IOException {
            entities.close();
            folder.close();
        }
    }

    /** While a gateway runs. */
    final class OverWebAdmin implements AccountStore {

        private static final Pattern NAME = Pattern.compile("\"username\"\\s*:\\s*\"([^\"]+)\"");

        private final String address;
        private final String token;
        private final HttpClient client = HttpClient.newHttpClient();

        OverWebAdmin(String address, String token) {
            this.address = address;
            this.token = token;
        }

        @Override
        public List<String> list() throws Exception {
            List<String> names = new ArrayList<>();
            Matcher each = NAME.matcher(send(request("/users").GET().build(), 200));
            while (each.find()) {
                names.add(each.group(1));
            }
            return names;
        }

        @Override
        public void add(String login, String password) throws Exception {
            put("/users/" + login, password);
        }

        @Override
        public void setPassword(String login, String password) throws Exception {
            put("/users/" + login + "?force", password);
        }

        private void put(String path, String password) throws Exception {
            String json = "{\"password\":\"" + password.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
            send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)).build(), 204);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        }

        private String send(HttpRequest request, int expected) throws IOException, InterruptedException {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != expected) {
                throw new IOException("WebAdmin answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        }

        @Override
        public void close() {
            // each request is whole in itself
        }
    }
}
