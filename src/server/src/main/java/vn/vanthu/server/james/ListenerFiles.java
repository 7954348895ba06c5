package vn.vanthu.server.james;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.util.LoggingLevel;

/**
 * James's configuration files, with what the command line and {@code vanthu.properties} say of the listeners written in:
 * each port moved by the offset, the address to listen on, and the name that the server gives itself.
 */
public final class ListenerFiles implements ConfigurationProvider {

    private static final String LOOPBACK = "127.0.0.1";

    private final ConfigurationProvider files;
    private final int portOffset;
    private final String listen;
    private final String hostname;

    /** @param listen takes the place of 127.0.0.1 in the files; empty to leave it */
    public ListenerFiles(ConfigurationProvider files, int portOffset, String listen, String hostname) {
        this.files = files;
        this.portOffset = portOffset;
        this.listen = listen;
        this.hostname = hostname;
    }

    @Override
    public HierarchicalConfiguration<ImmutableNode> getConfiguration(String component, LoggingLevel logging)
            throws ConfigurationException {
        HierarchicalConfiguration<ImmutableNode> file = files.getConfiguration(component, logging);
        if (component.equals("smtpserver") || component.equals("imapserver")) {
            for (int index = 0; index <= file.getMaxIndex(component); index++) {
                adapt(file, component + "(" + index + ")");
            }
        }
        return file;
    }

    private void adapt(HierarchicalConfiguration<ImmutableNode> file, String listener) {
        String moved = Stream.of(file.getString(listener + ".bind", "").split(","))
                .map(String::trim)
                .map(this::move)
                .collect(Collectors.joining(","));
        file.setProperty(listener + ".bind", moved);
        file.setProperty(listener + ".helloName", hostname);
        file.setProperty(listener + ".helloName[@autodetect]", "false");
    }

    private String move(String bind) {
        Listener listener = Listener.parse(bind);
        boolean named = !listen.isEmpty() && listener.host().equals(LOOPBACK);
        return (named ? listen : listener.host()) + ":" + (listener.port() + portOffset);
    }

    /** Every enabled listener of a file, with the ports as they will be. */
    public List<Listener> listeners(String component) throws ConfigurationException {
        List<Listener> listeners = new ArrayList<>();
        for (HierarchicalConfiguration<ImmutableNode> entry :
                getConfiguration(component).configurationsAt(component)) {
            if (entry.getBoolean("[@enabled]", true)) {
                for (String bind : entry.getString("bind", "").split(",")) {
                    listeners.add(Listener.parse(bind.trim()));
                }
            }
        }
        return listeners;
    }
}
