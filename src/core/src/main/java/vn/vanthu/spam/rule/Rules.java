package vn.vanthu.spam.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vanthu.spam.content.MailContent;

/** All rules. Immutable; one instance serves all threads. */
public final class Rules {

    /** Of a client whose address has no name in DNS. */
    public static final Symbol NO_NAME = new Symbol("NO_REVERSE_NAME", 1.6);

    /** The name of the symbol of a mail that none of its sender's servers handed on, by the names in its trace. */
    public static final String NOT_ON_WAY = "SENDER_NOT_ON_WAY";

    /** The name of the symbol of a From address that an agency of the state would have. */
    public static final String OFFICIAL_DOMAIN = "OFFICIAL_DOMAIN";

    /** How offices write too: short HTML around a logo, urgent, in capitals. Each says a little, together no more. */
    private static final Set<String> STYLE = Set.of(
            "HIGH_PRIORITY",
            "HTML_ONLY",
            "HTML_SHORT",
            "IMAGE_ATTACHED_HTML",
            "IMAGE_ONLY",
            "SUBJECT_CAPITALS",
            "TO_IS_FROM");

    private static final String STYLE_ONLY = "STYLE_ONLY";
    private static final double MOST_STYLE = 4;

    private final List<Rule> rules = Stream.of(
                    HeaderRules.all(), SubjectRules.all(), BodyRules.all(), LinkRules.all(), AttachmentRules.all())
            .flatMap(List::stream)
            .toList();
    private final WordingRules wording = WordingRules.load();

    /** The rules that match, in a fixed order. */
    public List<Symbol> judge(MailContent mail) {
        List<Symbol> symbols = new ArrayList<>(wording.find(mail.words()));
        for (Rule rule : rules) {
            if (rule.matches().test(mail)) {
                symbols.add(new Symbol(rule.name(), rule.points()));
            }
        }
        double style = symbols.stream()
                .filter(symbol -> STYLE.contains(symbol.name()))
                .mapToDouble(Symbol::points)
                .sum();
        if (style > MOST_STYLE) {
            symbols.add(new Symbol(STYLE_ONLY, MOST_STYLE - style));
        }
        if (SubjectRules.isLabelled(mail)) {
            // What says advertising of itself is no better for the marks of a list or a reply that anybody can write.
            symbols.removeIf(symbol -> symbol.points() < 0);
        }
        return symbols;
    }

    /** Whether it tells of the way offices write too, not of what a mail says. */
    public static boolean isStyle(String symbol) {
        return STYLE.contains(symbol) || symbol.equals(STYLE_ONLY);
    }

    /** What a symbol of these rules means, in Vietnamese; empty for others. */
    public Optional<String> meaning(String symbol) {
        return Stream.concat(
                        rules.stream()
                                .filter(rule -> rule.name().equals(symbol))
                                .map(Rule::meaning),
                        wording.meaning(symbol).stream())
                .findFirst();
    }
}
