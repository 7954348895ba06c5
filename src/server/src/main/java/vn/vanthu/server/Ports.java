package vn.vanthu.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.server.james.Listener;
import vn.vanthu.server.setup.GatewayConfiguration;

/** Every listener of the gateway, and whether it can have its port. */
record Ports(GatewayConfiguration configuration, List<Listener> smtp, List<Listener> imap, Listener webAdmin) {

    static Ports of(GatewayConfiguration configuration) {
        try {
            return new Ports(
                    configuration,
                    configuration.files().listeners("smtpserver"),
                    configuration.files().listeners("imapserver"),
                    configuration.webAdmin());
        } catch (org.apache.commons.configuration2.ex.ConfigurationException e) {
            throw new IllegalStateException("the listeners were checked, yet cannot be read", e);
        }
    }

    /**
     * Tries each port before anything starts.
     *
     * @throws ConfigurationException with every port that is taken, and with every listener that others could reach when
     *     the demo's well-known passwords are to be in use
     */
    void check(boolean demo) throws ConfigurationException {
        List<Problem> problems = new ArrayList<>();
        smtp.forEach(listener -> check("smtpserver.xml", listener, demo, problems));
        imap.forEach(listener -> check("imapserver.xml", listener, demo, problems));
        check("webadmin.properties", webAdmin, demo, problems);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private void check(String file, Listener listener, boolean demo, List<Problem> problems) {
        String path = configuration.options().conf().resolve(file).toString();
        if (demo && !isLoopback(listener)) {
            problems.add(new Problem(path, "bind", listener.toString(), "127.0.0.1 while --demo is given", null));
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(listener.host(), listener.port()));
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new Problem(
                    path, "bind", listener + " (" + e.getMessage() + ")", "a free port; see also --port-offset", null));
        }
    }

    private static boolean isLoopback(Listener listener) {
        try {
            return InetAddress.getByName(listener.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    String ready() {
        return "VanThu ready: smtp " + at(smtp, 25) + " submission " + at(smtp, 587) + " imap " + at(imap, 143)
                + " webadmin " + webAdmin;
    }

    private String at(List<Listener> listeners, int standardPort) {
        int port = standardPort + configuration.options().portOffset();
        return Stream.concat(listeners.stream().filter(listener -> listener.port() == port), listeners.stream())
                .findFirst()
                .map(Listener::toString)
                .orElse("off");
    }
}
