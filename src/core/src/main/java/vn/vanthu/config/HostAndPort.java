package vn.vanthu.config;

/**
 * A server's name and port, written {@code smtp.tinh.gov.vn:587}.
 *
 * @param host name, IPv4 address, or IPv6 address without brackets
 * @param port 1 to 65535
 */
public record HostAndPort(String host, int port) {

    public HostAndPort {
        if (host.isBlank()) {
            throw new IllegalArgumentException("no host");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    public static boolean isHostAndPort(String text) {
        return text.matches("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}") && isPort(portOf(text));
    }

    /** @throws IllegalArgumentException when the text is not of the form host:port */
    public static HostAndPort parse(String text) {
        if (!isHostAndPort(text)) {
            throw new IllegalArgumentException("not host:port: " + text);
        }
        String host = text.substring(0, text.lastIndexOf(':'));
        return new HostAndPort(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, portOf(text));
    }

    private static int portOf(String text) {
        return Integer.parseInt(text.substring(text.lastIndexOf(':') + 1));
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65535;
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
