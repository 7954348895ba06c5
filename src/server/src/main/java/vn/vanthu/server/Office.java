package vn.vanthu.server;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.user.api.UsersRepositoryException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.server.directory.StaffDirectory;
import vn.vanthu.server.setup.GatewayConfiguration;

/** Brings James's user store in line with {@code organization.xml} before it is in force. */
final class Office {

    /** Of the demo office only, which listens on loopback only. */
    static final String DEMO_PASSWORD = "vanthu-demo";

    private static final Logger LOGGER = LoggerFactory.getLogger(Office.class);

    private final GatewayConfiguration configuration;
    private final Accounts accounts;
    private final @Nullable StaffDirectory directory;

    /** @param directory where people's accounts are; null when they are kept here */
    Office(GatewayConfiguration configuration, Accounts accounts, @Nullable StaffDirectory directory) {
        this.configuration = configuration;
        this.accounts = accounts;
        this.directory = directory;
    }

    void prepare(Organization organization) throws DomainListException, UsersRepositoryException {
        for (String domain : organization.agency().domains()) {
            accounts.ensureDomain(domain);
        }
        for (Mailbox mailbox : organization.mailboxes()) {
            prepare(mailbox);
        }
    }

    private void prepare(Mailbox mailbox) throws UsersRepositoryException {
        if (mailbox.kind() != Mailbox.Kind.PERSON) {
            accounts.ensure(mailbox.address(), unguessable());
        } else if (directory != null) {
            warnUnless(isIn(directory, mailbox), mailbox, "nobody in vanthu.ldap.base has it");
        } else if (configuration.options().demo()) {
            accounts.ensure(mailbox.address(), DEMO_PASSWORD);
        } else {
            warnUnless(accounts.exists(mailbox.address()), mailbox, "./vanthu user add " + mailbox.address());
        }
    }

    /** A directory that does not answer now is no reason to warn, nor to stop. */
    private static boolean isIn(StaffDirectory directory, Mailbox mailbox) {
        try {
            return directory.contains(mailbox.address());
        } catch (UsersRepositoryException e) {
            LOGGER.warn("the directory cannot be asked for {}", mailbox.address(), e);
            return true;
        }
    }

    private static void warnUnless(boolean hasAccount, Mailbox mailbox, String what) {
        if (!hasAccount) {
            LOGGER.warn("{} stands in organization.xml but has no account: {}", mailbox.address(), what);
        }
    }

    /** Nobody knows it; the mailbox is opened by an assigned person's own password. */
    private static String unguessable() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static List<String> people(Organization organization) {
        return organization.mailboxes().stream()
                .filter(mailbox -> mailbox.kind() == Mailbox.Kind.PERSON)
                .map(Mailbox::address)
                .toList();
    }
}
