package vn.vanthu.james.spam;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What domains publish. */
public interface NameServers {

    /**
     * The texts at a name (TXT records); empty when there is none.
     *
     * @throws IOException when no name server answers
     */
    List<String> texts(String name) throws IOException;

    /** The IPv4 addresses at a name (A records), asked without waiting; fails when no name server answers. */
    CompletableFuture<List<InetAddress>> addresses(String name);
}
