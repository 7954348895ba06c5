package vn.vanthu.message.text.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vn.vanthu.message.text.office.XmlScanner.Token;

/** Which part of an OOXML file goes with which (ECMA-376, part 2, 9.3). */
final class Relations {

    private Relations() {}

    /**
     * The part that another one refers to.
     *
     * @param type how the type ends: {@code /slideLayout}
     */
    static Optional<String> target(XmlParts parts, String part, String type) {
        int slash = part.lastIndexOf('/') + 1;
        String relations = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        XmlScanner scanner = new XmlScanner(parts.get(relations));
        while (scanner.next()) {
            if (scanner.token() == Token.START
                    && scanner.attribute("Type").filter(t -> t.endsWith(type)).isPresent()) {
                return scanner.attribute("Target").map(target -> resolve(part.substring(0, slash), target));
            }
        }
        return Optional.empty();
    }

    private static String resolve(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }
}
