package vn.vanthu.server.james;

import static spark.Spark.halt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.jspecify.annotations.Nullable;
import spark.Request;
import spark.Response;

/**
 * WebAdmin for whoever knows the token in {@code DATA/webadmin.token}: as {@code Authorization: Bearer TOKEN}, or as the
 * password of the user {@code admin}.
 */
public final class TokenFilter implements AuthenticationFilter {

    private final byte[] bearer;
    private final byte[] basic;

    public TokenFilter(String token) {
        this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        String credentials = Base64.getEncoder().encodeToString(("admin:" + token).getBytes(StandardCharsets.UTF_8));
        this.basic = ("Basic " + credentials).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(Request request, Response response) {
        @Nullable String given = request.headers("Authorization");
        byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(bytes, bearer) && !MessageDigest.isEqual(bytes, basic)) {
            response.header("WWW-Authenticate", "Basic realm=\"VanThu WebAdmin\"");
            halt(401, "Unauthorized: the token stands in the data folder, in webadmin.token\n");
        }
        request.attribute(LOGIN, "admin");
    }
}
