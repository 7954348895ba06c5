package vn.vanthu.james.spam;

import java.io.IOException;
import java.util.List;

/** Texts that domains publish (TXT records). */
public interface NameServers {

    /**
     * The texts at a name; empty when there is none.
     *
     * @throws IOException when no name server answers
     */
    List<String> texts(String name) throws IOException;
}
