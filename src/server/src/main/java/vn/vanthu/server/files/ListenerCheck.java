package vn.vanthu.server.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;

/** What the shape of the listeners' files cannot say: names that exist once, files and classes that are there. */
final class ListenerCheck {

    private final TlsFiles tlsFiles;
    private final LoadableClasses handlers;
    private final Set<String> jmxNames = new HashSet<>();

    ListenerCheck(TlsFiles tlsFiles, LoadableClasses handlers) {
        this.tlsFiles = tlsFiles;
        this.handlers = handlers;
    }

    void checkSmtp(XmlElement root, Problems problems) {
        for (XmlElement listener : root.children("smtpserver")) {
            checkListener(listener, problems);
            for (XmlElement handler : listener.within("handlerchain", "handler")) {
                handlers.check(handler.key("class"), handler.attribute("class"), problems);
            }
        }
    }

    void checkImap(XmlElement root, Problems problems) {
        root.children("imapserver").forEach(listener -> checkListener(listener, problems));
        List<String> packages = new ArrayList<>();
        for (XmlElement element : root.children("imapPackages")) {
            if (packages.contains(element.text())) {
                problems.add(element.key(), element.text(), "each package once");
            }
            packages.add(element.text());
        }
        for (String needed : List.of(ListenerShapes.IMAP_COMMANDS, ListenerShapes.IMAP_LOGINS)) {
            if (!packages.contains(needed)) {
                problems.missing(root.path() + "/imapPackages", needed);
            }
        }
    }

    private void checkListener(XmlElement listener, Problems problems) {
        listener.child("jmxName")
                .filter(name -> !jmxNames.add(name.text()))
                .ifPresent(name -> problems.add(name.key(), name.text(), "a name that no other listener has"));
        listener.child("tls").ifPresent(tls -> tlsFiles.check(tls, problems));
    }
}
