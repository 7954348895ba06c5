package vn.vanthu.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.approval.SpeaksForAgency;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;
import vn.vanthu.config.XmlFile;
import vn.vanthu.confirmation.ConfirmationRule;
import vn.vanthu.james.approval.GateParameters;
import vn.vanthu.secrecy.SecrecyTopics;
import vn.vanthu.spam.SpamScore;

/**
 * What the parameters of {@code mailetcontainer.xml} say to the rules that a rehearsal asks. A mailet that is not there does
 * nothing; which mail reaches it by its matcher, and in which order, is not looked at.
 *
 * @param spamFrom from how many points on a mail from outside is kept back; never when there is no quarantine
 * @param approval which mail from shared mailboxes is held; empty when none is
 * @param holdsDiffering whether a document that goes elsewhere than it names is held
 * @param registration what happens with documents that come in; empty when none is entered
 */
public record RehearsalPolicy(
        ConfirmationRule confirmation,
        double spamFrom,
        Optional<SpeaksForAgency.Mailboxes> approval,
        boolean holdsDiffering,
        Optional<Registration> registration) {

    /** Whether mail is kept back at all. */
    boolean hasQuarantine() {
        return spamFrom < Double.POSITIVE_INFINITY;
    }

    /**
     * @param units {@code ask}, {@code register} or {@code ignore}
     * @param mostADay documents of one sender
     */
    public record Registration(String units, int mostADay) {}

    /** @param conf whose file the gateway would start with: it is not checked again here */
    public static RehearsalPolicy of(Path conf) {
        Path file = conf.resolve("mailetcontainer.xml");
        List<XmlElement> mailets = XmlFile.read(file, new Problems(file.toString())).stream()
                .flatMap(root -> root.within("processors", "processor").stream())
                .flatMap(processor -> processor.children("mailet").stream())
                .toList();
        return new RehearsalPolicy(
                mailet(mailets, "HoldForConfirmation")
                        .map(RehearsalPolicy::confirmation)
                        .orElseGet(() -> new ConfirmationRule(new SecrecyTopics(List.of(), List.of()), false, false)),
                mailet(mailets, "Quarantine")
                        .map(mailet -> number(mailet, "points", SpamScore.SPAM_FROM))
                        .orElse(Double.POSITIVE_INFINITY),
                mailet(mailets, "HoldForApproval")
                        .flatMap(mailet -> GateParameters.mailboxes(text(mailet, "mailboxes", "official"))),
                mailet(mailets, "ComparePlaces")
                        .filter(mailet -> text(mailet, "differing", "warn").equals("hold"))
                        .isPresent(),
                mailet(mailets, "RegisterDocument")
                        .map(mailet ->
                                new Registration(text(mailet, "units", "ask"), (int) number(mailet, "mostADay", 50))));
    }

    private static Optional<XmlElement> mailet(List<XmlElement> mailets, String name) {
        return mailets.stream()
                .filter(mailet -> Stream.of(mailet.attribute("class").split("\\."))
                        .reduce((first, last) -> last)
                        .filter(name::equals)
                        .isPresent())
                .findFirst();
    }

    private static ConfirmationRule confirmation(XmlElement mailet) {
        return new ConfirmationRule(
                SecrecyTopics.listed(text(mailet, "topics", ""), text(mailet, "except", "")),
                text(mailet, "unread", "hold").equals("hold"),
                text(mailet, "internal", "hold").equals("hold"));
    }

    private static String text(XmlElement mailet, String parameter, String byDefault) {
        return mailet.child(parameter)
                .map(element -> element.text().strip())
                .filter(text -> !text.isEmpty())
                .orElse(byDefault);
    }

    private static double number(XmlElement mailet, String parameter, double byDefault) {
        try {
            return Double.parseDouble(text(mailet, parameter, String.valueOf(byDefault)));
        } catch (NumberFormatException e) {
            return byDefault;
        }
    }
}
