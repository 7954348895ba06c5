package vn.vanthu.server;

import com.codahale.metrics.MetricRegistry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.core.Domain;
import org.apache.james.core.Username;
import org.apache.james.dnsservice.dnsjava.DNSJavaService;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.domainlist.jpa.JPADomainList;
import org.apache.james.domainlist.lib.DomainListConfiguration;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.user.api.UsersRepositoryException;
import org.apache.james.user.jpa.JPAUsersRepository;

/** James's user store, used without a running James: before it starts, and by the commands. */
public final class Accounts {

    private final JPADomainList domains;
    private final JPAUsersRepository users;

    /** @param usersFile {@code usersrepository.xml}, so that passwords are hashed as James does */
    public Accounts(EntityManagerFactory entities, HierarchicalConfiguration<ImmutableNode> usersFile)
            throws Exception {
        domains = new JPADomainList(new DNSJavaService(new DropWizardMetricFactory(new MetricRegistry())), entities);
        domains.configure(DomainListConfiguration.builder()
                .autoDetect(false)
                .autoDetectIp(false)
                .build());
        users = new JPAUsersRepository(domains);
        users.setEntityManagerFactory(entities);
        users.configure(usersFile);
    }

    public void ensureDomain(String domain) throws DomainListException {
        if (!domains.containsDomain(Domain.of(domain))) {
            domains.addDomain(Domain.of(domain));
        }
    }

    public boolean exists(String address) throws UsersRepositoryException {
        return users.contains(Username.of(address));
    }

    /** Makes an account; one that is there keeps its password. */
    public void ensure(String address, String password) throws UsersRepositoryException {
        if (!exists(address)) {
            users.addUser(Username.of(address), password);
        }
    }

    public void setPassword(String address, String password) throws UsersRepositoryException {
        org.apache.james.user.api.model.User user = users.getUserByName(Username.of(address));
        user.setPassword(password);
        users.updateUser(user);
    }

    /** Every account's address, sorted. */
    public List<String> list() throws UsersRepositoryException {
        List<String> addresses = new ArrayList<>();
        for (Iterator<Username> each = users.list(); each.hasNext(); ) {
            addresses.add(each.next().asString());
        }
        return addresses.stream().sorted().toList();
    }
}
