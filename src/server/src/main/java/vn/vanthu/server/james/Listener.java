package vn.vanthu.server.james;

/** Where a listener takes connections. */
public record Listener(String host, int port) {

    /** @param bind as in James's files: {@code 127.0.0.1:25} */
    public static Listener parse(String bind) {
        int colon = bind.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("bind: found '" + bind + "'; allowed: ADDRESS:PORT");
        }
        return new Listener(bind.substring(0, colon), Integer.parseInt(bind.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
