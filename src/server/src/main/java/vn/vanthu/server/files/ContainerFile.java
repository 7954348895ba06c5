package vn.vanthu.server.files;

import static vn.vanthu.server.files.Kinds.TRUE_OR_FALSE;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.vanthu.config.Kind;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;
import vn.vanthu.config.XmlShape;
import vn.vanthu.mailets.RecordMail;

/**
 * {@code mailetcontainer.xml}: the policy. Parameters of a mailet are checked by the mailet itself when James makes it.
 */
final class ContainerFile {

    /** Of these James itself makes use, or stops the start when they are missing. */
    private static final List<String> NEEDED = List.of("root", "transport", "error");

    private static final List<String> NAMING_A_PROCESSOR = List.of("errorProcessor", "bounceProcessor");
    private static final List<String> ON_EXCEPTION = List.of("onMatchException", "onMailetException");
    /** What James does by itself on an exception; other values name a processor. */
    private static final Set<String> HANDLINGS = Set.of("nomatch", "matchall", "ignore", "propagate", "error");

    private static final Set<String> FAILING_OPEN = Set.of("nomatch", "ignore");

    private static final XmlShape MATCHER = XmlShape.of("matcher")
            .optional("name", Kind.TEXT)
            .optional("match", Kind.TEXT)
            .optional("notmatch", Kind.TEXT)
            .andAnyElement();

    private static final XmlShape MAILET = XmlShape.of("mailet")
            .required("class", Kind.of("the class of a mailet", value -> true))
            .optional("match", Kind.TEXT)
            .optional("notmatch", Kind.TEXT)
            .andAnyElement();

    static final XmlShape SHAPE = XmlShape.of("mailetcontainer")
            .optional("enableJmx", TRUE_OR_FALSE)
            .atMostOne(
                    XmlShape.of("context").atMostOne(XmlShape.of("postmaster").text(Kind.TEXT)))
            .one(XmlShape.of("spooler")
                    .atMostOne(XmlShape.of("threads").text(Kind.number(1, 500)))
                    .one(XmlShape.of("errorRepository").text(Kind.matching("file://var/FOLDER/", "file://\\S+"))))
            .one(XmlShape.of("processors")
                    .optional("enableJmx", TRUE_OR_FALSE)
                    .some(XmlShape.of("processor")
                            .required("state", Kind.matching("a name, not ghost", "(?!(?i:ghost)$)[A-Za-z0-9._-]+"))
                            .optional("enableJmx", TRUE_OR_FALSE)
                            .any(MATCHER)
                            .any(MAILET)));

    private final LoadableClasses mailets;
    private final LoadableClasses matchers;
    private final Problems problems;
    private final Set<String> states = new HashSet<>();

    ContainerFile(LoadableClasses mailets, LoadableClasses matchers, Problems problems) {
        this.mailets = mailets;
        this.matchers = matchers;
        this.problems = problems;
    }

    void check(XmlElement root) {
        SHAPE.check(root, problems);
        List<XmlElement> processors = root.within("processors", "processor");
        for (XmlElement processor : processors) {
            if (!states.add(processor.attribute("state"))) {
                problems.add(processor.key("state"), processor.attribute("state"), "each state once");
            }
        }
        NEEDED.stream()
                .filter(state -> !states.contains(state))
                .forEach(state -> problems.missing(
                        root.path() + "/processors/processor", "a processor with state=\"" + state + "\""));
        processors.forEach(this::checkProcessor);
    }

    private void checkProcessor(XmlElement processor) {
        Set<String> composites = new HashSet<>();
        for (XmlElement matcher : processor.children("matcher")) {
            composites.add(matcher.attribute("name"));
            checkComposite(matcher);
        }
        List<XmlElement> steps = processor.children("mailet");
        steps.forEach(step -> checkMailet(step, composites));
        if (processor.attribute("state").equals("root") && !beginsWithRecordMail(steps)) {
            String first = steps.isEmpty() ? "nothing" : steps.get(0).attribute("class");
            problems.add(
                    processor.key(),
                    first,
                    "first <mailet match=\"All\" class=\"" + RecordMail.class.getName() + "\"/>");
        }
    }

    /** Whatever comes before it would pass unlogged. */
    private static boolean beginsWithRecordMail(List<XmlElement> steps) {
        return !steps.isEmpty()
                && steps.get(0).attribute("class").equals(RecordMail.class.getName())
                && (!steps.get(0).has("match")
                        || steps.get(0).attribute("match").equals("All"))
                && !steps.get(0).has("notmatch");
    }

    private void checkComposite(XmlElement matcher) {
        checkMatchers(matcher, Set.of());
        matcher.children("matcher").forEach(this::checkComposite);
    }

    private void checkMailet(XmlElement mailet, Set<String> composites) {
        if (mailet.has("class")) {
            mailets.check(mailet.key("class"), mailet.attribute("class"), problems);
        }
        checkMatchers(mailet, composites);
        mailet.children().forEach(parameter -> checkParameter(mailet, parameter));
        if (mailet.attribute("class").equals("ToProcessor")
                && mailet.child("processor").isEmpty()) {
            problems.missing(mailet.key(), "<processor>STATE</processor>");
        }
    }

    private void checkMatchers(XmlElement element, Set<String> composites) {
        if (element.has("match") && element.has("notmatch")) {
            problems.add(element.key(), "match and notmatch", "one of them");
        }
        for (String attribute : List.of("match", "notmatch")) {
            String name = nameOf(element.attribute(attribute));
            if (!name.isEmpty() && !composites.contains(name)) {
                matchers.check(element.key(attribute), name, problems);
            }
        }
    }

    /** {@code HostIs=example.vn}: the class is before the condition. */
    private static String nameOf(String match) {
        int condition = match.indexOf('=');
        return condition < 0 ? match : match.substring(0, condition);
    }

    private void checkParameter(XmlElement mailet, XmlElement parameter) {
        String name = parameter.name();
        if (ON_EXCEPTION.contains(name)) {
            checkHandling(mailet, parameter);
        } else if (NAMING_A_PROCESSOR.contains(name)
                || (name.equals("processor") && mailet.attribute("class").equals("ToProcessor"))) {
            checkState(parameter, parameter.text());
        }
    }

    private void checkHandling(XmlElement mailet, XmlElement parameter) {
        String handling = parameter.text().toLowerCase(Locale.ROOT);
        if (FAILING_OPEN.contains(handling) && isGate(mailet)) {
            problems.add(
                    parameter.key(),
                    parameter.text(),
                    "nothing that lets a mail pass a gate which failed: error, propagate");
        } else if (!HANDLINGS.contains(handling)) {
            checkState(parameter, handling);
        }
    }

    private boolean isGate(XmlElement mailet) {
        return Stream.of(
                        mailets.find(mailet.attribute("class")),
                        matchers.find(nameOf(mailet.attribute("match"))),
                        matchers.find(nameOf(mailet.attribute("notmatch"))))
                .flatMap(Optional::stream)
                .anyMatch(found -> found.getName().startsWith("vn.vanthu."));
    }

    private void checkState(XmlElement parameter, String state) {
        if (!states.contains(state)) {
            problems.unknown(parameter.key(), state, states.stream().sorted().toList());
        }
    }
}
