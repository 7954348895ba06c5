package vn.vanthu.server.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.testing.Golden;

class ListenerFilesTest {

    private static ListenerFiles files(Path conf) {
        return files(conf, "");
    }

    private static ListenerFiles files(Path conf, String listen) {
        JamesFolders folders = new JamesFolders(conf, conf);
        return new ListenerFiles(
                new FileConfigurationProvider(new FileSystemImpl(folders), folders), 2000, listen, "mail.so.vn");
    }

    @Test
    void theAddressToListenOnTakesThePlaceOfLoopback() throws Exception {
        assertThat(files(Golden.CONF, "0.0.0.0").listeners("imapserver"))
                .extracting(Listener::toString)
                .containsExactly("0.0.0.0:2143", "0.0.0.0:2993");
    }

    @Test
    void everyPortOfTheShippedListenersIsMoved() throws Exception {
        assertThat(files(Golden.CONF).listeners("smtpserver"))
                .extracting(Listener::toString)
                .containsExactly("127.0.0.1:2025", "127.0.0.1:2587", "127.0.0.1:2465");
        assertThat(files(Golden.CONF).listeners("imapserver"))
                .extracting(Listener::toString)
                .containsExactly("127.0.0.1:2143", "127.0.0.1:2993");
    }

    @Test
    void jamesReadsTheMovedPortsAndTheHostsName() throws Exception {
        HierarchicalConfiguration<ImmutableNode> smtp = files(Golden.CONF).getConfiguration("smtpserver");
        assertThat(smtp.getString("smtpserver(1).bind")).isEqualTo("127.0.0.1:2587");
        assertThat(smtp.getString("smtpserver(1).helloName")).isEqualTo("mail.so.vn");
        assertThat(smtp.getBoolean("smtpserver(1).helloName[@autodetect]")).isFalse();
    }

    @Test
    void severalAddressesOfOneListenerAndListenersThatAreOff(@TempDir Path conf) throws Exception {
        Files.writeString(
                conf.resolve("smtpserver.xml"),
                """
                <smtpservers>
                  <smtpserver enabled="true"><bind>127.0.0.1:25, 192.0.2.1:26</bind></smtpserver>
                  <smtpserver enabled="false"><bind>0.0.0.0:27</bind></smtpserver>
                </smtpservers>""");
        assertThat(files(conf).listeners("smtpserver"))
                .containsExactly(new Listener("127.0.0.1", 2025), new Listener("192.0.2.1", 2026));
    }
}
