package vn.vanthu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.vanthu.decision.Reason;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.organization.Place;

/** What a login may send in a day, with the usual limits. */
class SendingRuleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final String LOGIN = "chuyenvien1@songoaivu.binhdinh.gov.vn";

    private static final List<String> AGENCIES = people("phong", 300, "@tinh.example");

    private final Organization office;
    private final Past past = new Past();

    SendingRuleTest() throws Exception {
        Organization demo = OrganizationFile.load(Path.of("..", "..", "conf", "organization.xml"));
        List<Place> places = List.of(new Place("Các phòng của UBND", List.of(), AGENCIES, List.of("tinh.example")));
        office = new Organization(
                demo.agency(), demo.units(), demo.people(), demo.assignments(), demo.approvals(), places);
    }

    /** What a test says was sent. */
    private static final class Past implements SendingHistory {

        private final List<Sending> sent = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private final Set<String> bounced = new HashSet<>();
        private final Set<String> spam = new HashSet<>();

        @Override
        public List<Sending> of(String login, Instant after) {
            return sent.stream()
                    .filter(sending -> sending.at().isAfter(after))
                    .limit(MOST)
                    .toList();
        }

        @Override
        public Set<String> calledSpam(String login, Instant after) {
            return spam;
        }

        @Override
        public Set<String> known(String login, Collection<String> recipients, Instant before) {
            return recipients.stream().filter(known::contains).collect(Collectors.toSet());
        }

        @Override
        public Set<String> bounced(String login, Instant after) {
            return bounced;
        }
    }

    private static List<String> people(String name, int count) {
        return people(name, count, "@noikhac.example");
    }

    private static List<String> people(String name, int count, String domain) {
        return IntStream.range(0, count).mapToObj(i -> name + i + domain).toList();
    }

    private static List<Sending> mail(String id, Instant at, List<String> recipients) {
        return recipients.stream()
                .map(recipient -> new Sending(id, at, recipient))
                .toList();
    }

    /** One mail to each, minutes apart, all accepted before now. */
    private void sentOneByOne(List<String> recipients, Duration apart) {
        for (int i = 0; i < recipients.size(); i++) {
            past.sent.add(new Sending("m" + recipients.get(i), NOW.minus(apart.multipliedBy(i)), recipients.get(i)));
        }
    }

    private Optional<String> stoppedBy(List<Sending> mail) throws Exception {
        return stoppedBy(mail, false, Optional.empty());
    }

    private Optional<String> stoppedBy(List<Sending> mail, boolean looksLikeSpam, Optional<Instant> lifted)
            throws Exception {
        return new SendingRule(SendingLimits.USUAL, past)
                .look(LOGIN, mail, looksLikeSpam, lifted, office, NOW)
                .map(Reason::code);
    }

    private Optional<String> stoppedByOneMore() throws Exception {
        return stoppedBy(mail("last", NOW, List.of("nguoi@noikhac.example")));
    }

    @Test
    void aMailToFiveHundredStrangersIsStopped() throws Exception {
        assertThat(stoppedBy(mail("m", NOW, people("la", 500)))).contains("limit-recipients-per-minute");
    }

    @Test
    void aSlowThiefIsStoppedBeforeHisFiftiethStranger() throws Exception {
        sentOneByOne(people("la", 40), Duration.ofMinutes(30));
        assertThat(stoppedByOneMore()).contains("limit-new-recipients");
    }

    @Test
    void whatLooksLikeSpamIsStoppedAtItsEleventhStranger() throws Exception {
        List<Sending> last = mail("last", NOW, List.of("nguoi@noikhac.example"));
        sentOneByOne(people("la", 9), Duration.ofMinutes(30));
        assertThat(stoppedBy(last, true, Optional.empty())).isEmpty();
        sentOneByOne(people("moi", 1), Duration.ofMinutes(30));
        assertThat(stoppedBy(last, true, Optional.empty())).contains("limit-spam");
        assertThat(stoppedBy(last, false, Optional.empty())).isEmpty();
        past.known.addAll(people("la", 9));
        assertThat(stoppedBy(last, true, Optional.empty())).isEmpty();
    }

    @Test
    void aHasteThatNoPersonHasIsStopped() throws Exception {
        sentOneByOne(people("la", 20), Duration.ofSeconds(2));
        assertThat(stoppedByOneMore()).contains("limit-messages-per-minute");
    }

    @Test
    void aDayAtTheReceptionIsNot() throws Exception {
        List<String> citizens = people("dan", 90);
        past.known.addAll(citizens); // they were answered before
        sentOneByOne(citizens, Duration.ofMinutes(5));
        assertThat(stoppedByOneMore()).isEmpty();
    }

    @Test
    void agenciesOfTheAddressBookAndPeopleInsideDoNotCount() throws Exception {
        assertThat(stoppedBy(mail("circular", NOW, AGENCIES))).isEmpty();
        sentOneByOne(people("la", 39), Duration.ofMinutes(20));
        past.sent.addAll(mail("inside", NOW, List.of("vanthu@songoaivu.binhdinh.gov.vn")));
        past.sent.addAll(mail("circular", NOW, AGENCIES));
        assertThat(stoppedByOneMore()).isEmpty();
    }

    @Test
    void mailByMailToTheAddressBookIsOfficeWorkTooButNotWithoutEnd() throws Exception {
        sentOneByOne(AGENCIES, Duration.ofSeconds(2));
        assertThat(stoppedBy(mail("last", NOW, AGENCIES.subList(0, 1)))).isEmpty();
        for (int i = 0; i < 100; i++) {
            past.sent.addAll(mail("second" + i, NOW, AGENCIES.subList(i, i + 1)));
        }
        assertThat(stoppedBy(mail("last", NOW, AGENCIES.subList(0, 1)))).contains("limit-messages-per-day");
    }

    @Test
    void whatLooksLikeSpamIsStoppedAtItsEleventhRecipientWhomeverTheOfficeKnowsOrLists() throws Exception {
        List<Sending> last = mail("last", NOW, List.of("nguoi@noikhac.example"));
        List<String> known = people("quen", 5);
        past.known.addAll(known);
        past.known.add("nguoi@noikhac.example");
        sentOneByOne(known, Duration.ofMinutes(30));
        sentOneByOne(AGENCIES.subList(0, 5), Duration.ofMinutes(30));
        past.sent.addAll(mail("circular", NOW, AGENCIES));
        assertThat(stoppedBy(last, true, Optional.empty())).isEmpty();
        past.sent.forEach(sending -> past.spam.add(sending.mailId()));
        past.spam.remove("circular");
        assertThat(stoppedBy(last, true, Optional.empty())).contains("limit-spam-recipients");
        assertThat(stoppedBy(last, false, Optional.empty())).isEmpty();
    }

    @Test
    void othersInADomainOfTheAddressBookCountAsStrangers() throws Exception {
        sentOneByOne(people("canbo", 40, "@tinh.example"), Duration.ofMinutes(30));
        assertThat(stoppedByOneMore()).contains("limit-new-recipients");
    }

    @Test
    void addressesThatDoNotExistGiveHimAway() throws Exception {
        List<String> people = people("dan", 30);
        past.known.addAll(people);
        sentOneByOne(people, Duration.ofMinutes(10));
        past.bounced.addAll(people.subList(0, 15));
        assertThat(stoppedByOneMore()).isEmpty();
        past.bounced.addAll(people.subList(0, 16));
        assertThat(stoppedByOneMore()).contains("limit-bounces");
    }

    @Test
    void whatWasSentBeforeTheOfficeLiftedOrADayAgoDoesNotCount() throws Exception {
        List<Sending> more = mail("last", NOW, List.of("nguoi@noikhac.example"));
        sentOneByOne(people("la", 60), Duration.ofMinutes(1));
        assertThat(stoppedBy(more)).isPresent();
        assertThat(stoppedBy(more, false, Optional.of(NOW.minusSeconds(30)))).isEmpty();
        assertThat(stoppedBy(more, false, Optional.of(NOW.minus(Duration.ofDays(3)))))
                .isPresent();
        past.sent.clear();
        past.sent.addAll(mail("yesterday", NOW.minus(Duration.ofHours(25)), people("la", 60)));
        assertThat(stoppedBy(more)).isEmpty();
    }

    @Test
    void whatAClockThatWasAheadNotedDoesNotCount() throws Exception {
        for (int i = 0; i < 21; i++) {
            past.sent.addAll(mail("m" + i, NOW.plus(Duration.ofMinutes(9L * i + 5)), people("dan" + i, 1)));
        }
        assertThat(stoppedByOneMore()).isEmpty();
        past.sent.replaceAll(sending -> new Sending(sending.mailId(), NOW.plusSeconds(30), sending.recipient()));
        assertThat(stoppedByOneMore()).contains("limit-messages-per-minute");
    }

    @Test
    void nobodySendsWithoutEnd() throws Exception {
        past.sent.addAll(mail("flood", NOW.minusSeconds(90), people("x", SendingHistory.MOST)));
        assertThat(stoppedByOneMore()).contains("limit-recipients-per-day");
    }
}
