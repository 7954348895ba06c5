package vn.vanthu.server.files;

import java.util.Arrays;
import vn.vanthu.config.HostAndPort;
import vn.vanthu.config.Kind;

/** What values in James's files may be. */
final class Kinds {

    static final Kind TRUE_OR_FALSE = Kind.choice("true", "false");
    static final Kind COUNT = Kind.number(0, 1_000_000);
    static final Kind SIZE = Kind.matching("a number of bytes, or a size such as 40M (K, M, G)", "\\d{1,9}[BbKkMmGg]?");
    static final Kind PORT = Kind.number(1, 65_535);
    static final Kind BIND =
            Kind.of("ADDRESS:PORT such as 127.0.0.1:25, several joined by commas; no IPv6", Kinds::isBind);

    private Kinds() {}

    private static boolean isBind(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .allMatch(one -> !one.startsWith("[") && HostAndPort.isHostAndPort(one));
    }
}
