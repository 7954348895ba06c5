package vn.vanthu.server.backup;

import java.nio.file.Path;
import org.apache.james.webadmin.Routes;
import spark.Service;

/** {@code POST /vanthu/copy?folder=PATH}: the running gateway's part of {@code ./vanthu backup}. */
public final class BackupRoutes implements Routes {

    private static final String PATH = "/vanthu/copy";

    private final LiveCopies copies;

    @com.google.inject.Inject
    public BackupRoutes(LiveCopies copies) {
        this.copies = copies;
    }

    @Override
    public String getBasePath() {
        return PATH;
    }

    @Override
    public void define(Service service) {
        service.post(PATH, (request, response) -> {
            response.type("text/plain");
            return copies.into(Path.of(request.queryParams("folder")));
        });
    }
}
