package vn.vanthu.server.backup;

import java.nio.file.Path;
import org.apache.james.webadmin.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spark.Service;
import vn.vanthu.server.setup.WebAdmin;

/**
 * {@code POST /vanthu/copy?folder=PATH}, then the same with {@code &part=mailboxes}: the running gateway's part of
 * {@code ./vanthu backup}.
 */
public final class BackupRoutes implements Routes {

    private static final Logger LOGGER = LoggerFactory.getLogger(BackupRoutes.class);
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
            try {
                Path folder = Path.of(request.queryParams("folder"));
                if (WebAdmin.MAILBOXES.equals(request.queryParams("part"))) {
                    copies.mailboxesInto(folder);
                    return "";
                }
                return copies.queueAndRegisterInto(folder);
            } catch (Exception e) {
                LOGGER.error("the gateway's part of a backup failed", e);
                response.status(500);
                return "the gateway could not write its part of the backup: " + e.getMessage();
            }
        });
    }
}
