package vn.vanthu.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.text.Lookalike;

/**
 * Which names may stand beside a sender's address. A login may show his own name and title, with his unit and the agency
 * behind it, and the names of the mailboxes that he may send as; nobody else's.
 */
final class SenderNames {

    /** An address, or what looks like one, in a name. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\"',;:@]+ ?@ ?([\\p{L}\\p{N}.-]+)");

    /** What leaders are called besides their titles in the file. */
    private static final List<String> LEADERS =
            List.of("Giám đốc", "Phó Giám đốc", "Ban Giám đốc", "Lãnh đạo Sở", "Director", "Deputy Director");

    private final Organization organization;
    private final LocalDate today;
    private final ShownNames names;

    SenderNames(Organization organization, LocalDate today) {
        this.organization = organization;
        this.today = today;
        this.names = new ShownNames(organization);
    }

    /** Whether everything that is shown beside the address is the login's to show. */
    boolean maySay(String login, HeaderAddress entry) {
        return Stream.of(entry.name(), entry.comment()).allMatch(text -> maySay(login, text));
    }

    private boolean maySay(String login, String text) {
        if (text.isBlank()) {
            return true;
        }
        return !Lookalike.turnsDirection(text)
                && addressesIn(text).allMatch(address -> organization.maySendAs(login, address, today))
                && showsNobodyElse(login, ADDRESS.matcher(Lookalike.plain(text)).replaceAll(" "));
    }

    private static Stream<String> addressesIn(String text) {
        return ADDRESS.matcher(Lookalike.plain(text)).results().map(found -> found.group()
                .replace(" ", ""));
    }

    private boolean showsNobodyElse(String login, String text) {
        Optional<Person> self = organization.person(login);
        List<String> words = Lookalike.words(text);
        List<String> rest = words;
        if (self.isPresent()) {
            rest = NamePattern.of(self.get().name()).takenFrom(rest);
        }
        boolean ownName = rest.size() < words.size();
        if (self.isPresent()) {
            rest = NamePattern.of(self.get().title()).takenFrom(rest);
        }
        return showsNoLeader(rest) && showsNoMailbox(login, self, ownName, String.join(" ", rest));
    }

    private boolean showsNoLeader(List<String> words) {
        Stream<String> people = organization.people().stream().map(Person::name);
        Stream<String> titles = organization.people().stream()
                .filter(person -> person.role().mayHeadUnit())
                .map(Person::title);
        return Stream.of(people, titles, LEADERS.stream())
                .flatMap(each -> each)
                .map(NamePattern::of)
                .noneMatch(name -> name.isIn(words));
    }

    private boolean showsNoMailbox(String login, Optional<Person> self, boolean ownName, String rest) {
        boolean agency = !names.showsAgency(rest)
                || ownName
                || organization.maySendAs(login, organization.agency().mailbox(), today)
                // "Phòng Lãnh sự - Sở Ngoại vụ" is that unit's name.
                || names.unit(rest).isPresent();
        return agency
                && names.unit(rest)
                        .filter(unit -> !mayName(login, self, ownName, unit))
                        .isEmpty();
    }

    private boolean mayName(String login, Optional<Person> self, boolean ownName, Unit unit) {
        String mailbox = unit.mailbox().orElse(organization.agency().mailbox());
        boolean own = ownName && self.filter(person -> person.isIn(unit)).isPresent();
        return own || organization.maySendAs(login, mailbox, today);
    }

    /** What an outside sender shows of us: the agency's name or address, or the full name of one who leads. */
    boolean imitates(HeaderAddress entry) {
        String text = entry.name() + " " + entry.comment();
        return names.showsAgency(text)
                || names.people(text).anyMatch(person -> person.role().mayHeadUnit())
                || addressesIn(text).anyMatch(organization::isInside)
                || looksInside(entry.address())
                || addressesIn(text).anyMatch(this::looksInside);
    }

    /** A domain that the eye takes for ours: look-alike letters, or our labels put together otherwise. */
    private boolean looksInside(String address) {
        String domain = Addresses.domainOf(address);
        if (domain.isEmpty() || organization.isInside(address)) {
            return false;
        }
        String shown = String.join("", Lookalike.words(java.net.IDN.toUnicode(domain)));
        return organization.agency().domains().stream().anyMatch(ours -> {
            String whole = String.join("", Lookalike.words(ours));
            return shown.contains(whole) || shown.contains(firstLabels(ours));
        });
    }

    /** {@code songoaivubinhdinh} of songoaivu.binhdinh.gov.vn. */
    private static String firstLabels(String domain) {
        String[] labels = domain.toLowerCase(Locale.ROOT).split("\\.");
        String first = labels.length > 2 ? labels[0] + labels[1] : labels[0];
        return String.join("", Lookalike.words(first.length() >= 8 ? first : domain));
    }
}
