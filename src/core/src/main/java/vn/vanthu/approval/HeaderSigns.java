package vn.vanthu.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.ShownNames;
import vn.vanthu.text.Lookalike;

/** What speaks for the agency or a unit in the envelope and the header. */
final class HeaderSigns {

    private static final Pattern ANSWER_OR_FORWARD = Pattern.compile(
            "(?iu)(re|fw|fwd|tr[aả] l[oờ]i|chuy[eể]n ti[eế]p|tl|vs|aw)( ?\\[\\d+])? ?:(.*)", Pattern.DOTALL);

    private final Organization organization;
    private final SpeaksForAgency.Mailboxes mode;
    private final ShownNames names;
    private final DocumentCode code;
    private final Statement statement;

    HeaderSigns(OurSigns ours, SpeaksForAgency.Mailboxes mode) {
        this.organization = ours.organization();
        this.mode = mode;
        this.names = ours.names();
        this.code = ours.code();
        this.statement = ours.statement();
    }

    /** Whether it comes from the agency's or a unit's mailbox. */
    boolean isFromShared(OutgoingMail mail) {
        return shared(mail).isPresent();
    }

    private Optional<Mailbox> shared(OutgoingMail mail) {
        Stream<String> shown = Stream.of(
                        mail.header().from(),
                        mail.header().sender(),
                        mail.header().resentBy())
                .flatMap(List::stream)
                .map(HeaderAddress::address);
        return Stream.concat(Stream.of(mail.sender()), shown)
                .flatMap(address -> organization.mailbox(address).stream())
                .filter(mailbox -> mailbox.kind().isShared())
                .min((one, other) -> one.kind().compareTo(other.kind()));
    }

    List<Evidence> of(OutgoingMail mail) {
        List<Evidence> evidence = new ArrayList<>();
        shared(mail).ifPresent(mailbox -> fromShared(mailbox).ifPresent(evidence::add));
        displayNames(mail).forEach(name -> shownAs(name, mail.login()).ifPresent(evidence::add));
        subject(mail).ifPresent(evidence::add);
        return evidence;
    }

    private Optional<Evidence> fromShared(Mailbox mailbox) {
        return switch (mode) {
            case ALL ->
                Optional.of(new Evidence(Evidence.Kind.SENDER, Evidence.ENOUGH, "", mailbox.address(), mailbox));
            case OFFICIAL -> Optional.of(new Evidence(Evidence.Kind.SENDER, 1, "", mailbox.address(), mailbox));
            case NONE -> Optional.empty();
        };
    }

    /** Those beside an address of a person: a shared mailbox is called by its name. */
    private Stream<String> displayNames(OutgoingMail mail) {
        return Stream.of(
                        mail.header().from(),
                        mail.header().sender(),
                        mail.header().resentBy())
                .flatMap(List::stream)
                .filter(entry -> organization
                        .mailbox(entry.address())
                        .filter(mailbox -> mailbox.kind().isShared())
                        .isEmpty())
                .map(entry -> entry.name() + " " + entry.comment());
    }

    private Optional<Evidence> shownAs(String name, String login) {
        Optional<Person> self = organization.person(login);
        boolean ownName = names.people(name)
                .anyMatch(person -> self.filter(person::equals).isPresent());
        if (ownName) {
            return Optional.empty();
        }
        return names.mailboxOf(name)
                .map(mailbox -> evidence(Evidence.Kind.DISPLAY_NAME, Evidence.ENOUGH, name, mailbox));
    }

    /** Whether its Subject is that of the mail that it answers. */
    static boolean isAnothersSubject(OutgoingMail mail) {
        Matcher marked = ANSWER_OR_FORWARD.matcher(mail.header().subject().strip());
        return marked.matches() && (mail.answers() || mail.sentBefore().test(OutgoingMail.comparable(marked.group(3))));
    }

    private Optional<Evidence> subject(OutgoingMail mail) {
        if (isAnothersSubject(mail)) {
            return Optional.empty();
        }
        String subject = mail.header().subject().strip();
        Matcher marked = ANSWER_OR_FORWARD.matcher(subject);
        boolean isMarked = marked.matches();
        String own = isMarked ? marked.group(3) : subject;
        Optional<Evidence> acts = statement.in(List.of(TextLine.of(own)), "", Evidence.ENOUGH);
        return acts.isEmpty() && !isMarked && code.isIn(Lookalike.plain(own))
                ? Optional.of(evidence(Evidence.Kind.SUBJECT, 1, subject, names.agency()))
                : acts;
    }

    private static Evidence evidence(Evidence.Kind kind, int weight, String words, Mailbox by) {
        return new Evidence(kind, weight, "", words, by);
    }
}
