package vn.vanthu.spam.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.spam.content.MailContent;

/** All rules. Immutable; one instance serves all threads. */
public final class Rules {

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
        return symbols;
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
