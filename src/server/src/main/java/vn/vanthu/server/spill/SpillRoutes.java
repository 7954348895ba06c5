package vn.vanthu.server.spill;

import java.nio.file.Path;
import org.apache.james.webadmin.Routes;
import spark.Service;
import vn.vanthu.message.MailId;
import vn.vanthu.register.store.RegisterDatabase;

/** {@code POST /vanthu/spill?mail=ID&login=&user=&reason=}: the running gateway's part of {@code ./vanthu spill}. */
public final class SpillRoutes implements Routes {

    /**
     * Where things are.
     *
     * @param archive the folder of filed documents
     */
    public record Place(RegisterDatabase register, Path archive) {}

    private static final String PATH = "/vanthu/spill";

    private final Spill spill;

    @com.google.inject.Inject
    public SpillRoutes(Spill spill) {
        this.spill = spill;
    }

    @Override
    public String getBasePath() {
        return PATH;
    }

    @Override
    public void define(Service service) {
        service.post(PATH, (request, response) -> {
            response.type("text/plain;charset=utf-8");
            return String.join(
                    "\n",
                    spill.erase(
                            new MailId(request.queryParams("mail")),
                            request.queryParams("login"),
                            request.queryParams("user"),
                            request.queryParams("reason")));
        });
    }
}
