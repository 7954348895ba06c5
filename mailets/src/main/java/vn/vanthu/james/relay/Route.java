package vn.vanthu.james.relay;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.dnsservice.api.TemporaryResolutionException;

/** Which servers take mail for a domain, best first: the smarthost alone, or the domain's MX hosts (RFC 5321, 5.1). */
final class Route {

    private final RelaySettings settings;
    private final DNSService dns;

    Route(RelaySettings settings, DNSService dns) {
        this.settings = settings;
        this.dns = dns;
    }

    /**
     * The servers to try, in order.
     *
     * @return empty when the domain takes no mail: it does not exist, or says so (RFC 7505)
     * @throws TemporaryResolutionException when the name servers do not answer now
     */
    List<RemoteHost> to(String domain) throws TemporaryResolutionException {
        RelaySettings.Smarthost smarthost = settings.smarthost();
        if (smarthost != null) {
            return List.of(new RemoteHost(smarthost.host(), smarthost.host(), smarthost.port()));
        }
        Collection<String> names = dns.findMXRecords(domain);
        List<RemoteHost> hosts = new ArrayList<>();
        for (String name : names) {
            for (InetAddress address : addresses(name)) {
                hosts.add(new RemoteHost(name, address.getHostAddress(), settings.port()));
            }
        }
        if (hosts.isEmpty() && !names.isEmpty() && !names.contains(".")) {
            throw new TemporaryResolutionException("no address for the mail servers of " + domain + ": " + names);
        }
        return hosts;
    }

    private Collection<InetAddress> addresses(String name) {
        try {
            return dns.getAllByName(name);
        } catch (java.net.UnknownHostException e) {
            return List.of();
        }
    }
}
