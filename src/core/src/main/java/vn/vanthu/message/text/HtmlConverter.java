package vn.vanthu.message.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.vanthu.message.text.office.LegacyFont;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * Converts HTML by text node. Markup, links, cids, scripts and styles stay as they are, except a declared charset.
 *
 * <p>Where a legacy font is in effect ({@code .VnTime}, {@code .VnTimeH}, {@code VNI-Times}, {@code VPS Times}, see {@link
 * LegacyFont}) the font
 * says what the encoding is, capital letters included. The other nodes are judged as one text, so that a short one goes
 * with the rest.
 */
final class HtmlConverter {

    /** Stands between the nodes while they are one text; private use, so no decoding alters it. */
    private static final char SEAM = '\uE0F1';

    private static final Pattern META_CHARSET =
            Pattern.compile("(?i)(<meta[^>]{0,200}charset\\s*=\\s*[\"']?)([a-z0-9_-]+)");

    private final VietnameseText engine;

    HtmlConverter(VietnameseText engine) {
        this.engine = engine;
    }

    Conversion convert(byte[] body, Evidence evidence) {
        String html = VietnameseText.asText(body);
        List<HtmlNode> nodes = HtmlNode.textNodes(html);
        if (html.indexOf(SEAM) >= 0) {
            return unchanged(html);
        }
        String[] converted = new String[nodes.size()];
        Outcome outcome = new Outcome();
        boolean[] byFont = convertByFont(nodes, converted, outcome);
        convertByText(nodes, converted, outcome, evidence, byFont);
        if (!outcome.changed) {
            return new Conversion(Encoding.UTF_8, false, html, outcome.flagged, 0);
        }
        String result = META_CHARSET.matcher(assemble(html, nodes, converted)).replaceAll("$1utf-8");
        return new Conversion(outcome.encoding, true, result, outcome.flagged, outcome.lost);
    }

    private static Conversion unchanged(String html) {
        return new Conversion(Encoding.UTF_8, false, html, false, 0);
    }

    /**
     * Converts the nodes in legacy fonts, unless their text is Unicode already: fonts often stay when the text is
     * converted.
     */
    private boolean[] convertByFont(List<HtmlNode> nodes, String[] converted, Outcome outcome) {
        boolean[] done = new boolean[converted.length];
        for (Encoding family : families(nodes)) {
            List<Integer> places = IntStream.range(0, converted.length)
                    .filter(i -> nodes.get(i).font().map(HtmlConverter::family).equals(Optional.of(family)))
                    .boxed()
                    .toList();
            if (!isLegacy(join(nodes, places), family)) {
                continue;
            }
            for (int i : places) {
                HtmlNode node = nodes.get(i);
                converted[i] = outcome.add(node.font().orElseThrow().decode(engine, node.text()), node.text());
                done[i] = true;
            }
        }
        return done;
    }

    private static Set<Encoding> families(List<HtmlNode> nodes) {
        return nodes.stream()
                .flatMap(node -> node.font().stream())
                .map(HtmlConverter::family)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Encoding.class)));
    }

    private static Encoding family(LegacyFont font) {
        return font.encoding() == Encoding.TCVN3_CAPITALS ? Encoding.TCVN3 : font.encoding();
    }

    private boolean isLegacy(String text, Encoding family) {
        Conversion conversion = engine.convert(text, Evidence.none().withContext(family));
        return conversion.changed() && conversion.encoding() == family;
    }

    private static String join(List<HtmlNode> nodes, List<Integer> places) {
        StringBuilder text = new StringBuilder();
        places.forEach(i -> text.append(nodes.get(i).text()).append(SEAM));
        return text.toString();
    }

    private void convertByText(
            List<HtmlNode> nodes, String[] converted, Outcome outcome, Evidence evidence, boolean[] byFont) {
        List<Integer> places = IntStream.range(0, converted.length)
                .filter(i -> !byFont[i])
                .boxed()
                .toList();
        String text = join(nodes, places);
        Conversion conversion = engine.convert(text, evidence);
        String[] parts = conversion.text().split(String.valueOf(SEAM), -1);
        if (parts.length != places.size() + 1) {
            return;
        }
        outcome.flagged |= conversion.flagged();
        if (conversion.changed()) {
            outcome.add(conversion, "");
            for (int i = 0; i < places.size(); i++) {
                converted[places.get(i)] = parts[i];
            }
        }
    }

    /** Puts the nodes that changed in their places. */
    private static String assemble(String html, List<HtmlNode> nodes, String[] converted) {
        StringBuilder result = new StringBuilder(html.length());
        int at = 0;
        for (int i = 0; i < converted.length; i++) {
            HtmlNode node = nodes.get(i);
            if (converted[i] != null && !converted[i].equals(node.text())) {
                result.append(html, at, node.start()).append(escape(converted[i]));
                at = node.end();
            }
        }
        return result.append(html, at, html.length()).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\u00A0", "&nbsp;");
    }

    /** What is said about the whole. */
    private static final class Outcome {
        private Encoding encoding = Encoding.UTF_8;
        private boolean changed;
        private boolean flagged;
        private int lost;

        String add(Conversion conversion, String before) {
            if (!conversion.text().equals(before)) {
                encoding = changed ? encoding : conversion.encoding();
                changed = true;
                lost += conversion.lost();
            }
            return conversion.text();
        }
    }
}
