package vn.vanthu.james.relay;

/**
 * A server to try.
 *
 * @param name its host name
 * @param address its IP address, or the name again where none was looked up
 */
record RemoteHost(String name, String address, int port) {

    /** For the register: {@code mx.example.vn [192.0.2.1]:25}. */
    String text() {
        return name.equals(address) ? name + ":" + port : name + " [" + address + "]:" + port;
    }
}
