package vn.vanthu.server.james;

import java.util.List;
import java.util.Set;
import org.apache.james.GuiceJamesServer;
import org.apache.james.protocols.lib.netty.CertificateReloadable;
import org.apache.james.utils.GuiceProbe;

/** The listeners whose certificate can be changed while they run. */
public final class Certificates implements GuiceProbe {

    private final Set<CertificateReloadable.Factory> listeners;

    @com.google.inject.Inject
    public Certificates(Set<CertificateReloadable.Factory> listeners) {
        this.listeners = listeners;
    }

    public static Certificates of(GuiceJamesServer james) {
        return james.getProbe(Certificates.class);
    }

    /** Reads the PEM files again; connections that are open keep what they have. */
    public void reload() throws Exception {
        List<? extends CertificateReloadable> all = listeners.stream()
                .flatMap(CertificateReloadable.Factory::certificatesReloadable)
                .toList();
        for (CertificateReloadable listener : all) {
            listener.reloadSSLCertificate();
        }
    }
}
