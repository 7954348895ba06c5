package vn.vanthu.message.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * Converts HTML by text node. Markup, links, cids, scripts and styles stay as they are, except a declared charset.
 *
 * <p>Where a legacy font is in effect ({@code .VnTime}, {@code .VnTimeH}, {@code VNI-Times}, {@code VPS Times}) the font
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
        boolean fontsLie = nodes.stream()
                .anyMatch(node -> node.font().isPresent() && BodyConverter.hasUnicodeVietnamese(node.text()));
        convertByFont(nodes, converted, outcome, fontsLie);
        convertByText(nodes, converted, outcome, evidence, fontsLie);
        if (!outcome.changed) {
            return new Conversion(Encoding.UTF_8, false, html, outcome.flagged, 0);
        }
        String result = META_CHARSET.matcher(assemble(html, nodes, converted)).replaceAll("$1utf-8");
        return new Conversion(outcome.encoding, true, result, outcome.flagged, outcome.lost);
    }

    private static Conversion unchanged(String html) {
        return new Conversion(Encoding.UTF_8, false, html, false, 0);
    }

    private void convertByFont(List<HtmlNode> nodes, String[] converted, Outcome outcome, boolean fontsLie) {
        for (int i = 0; i < converted.length && !fontsLie; i++) {
            Optional<Encoding> font = nodes.get(i).font();
            if (font.isPresent()) {
                converted[i] = outcome.add(
                        engine.decode(nodes.get(i).text(), font.get()),
                        nodes.get(i).text());
            }
        }
    }

    private void convertByText(
            List<HtmlNode> nodes, String[] converted, Outcome outcome, Evidence evidence, boolean fontsLie) {
        List<Integer> places = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < converted.length; i++) {
            if (fontsLie || nodes.get(i).font().isEmpty()) {
                places.add(i);
                text.append(nodes.get(i).text()).append(SEAM);
            }
        }
        Conversion conversion = engine.convert(text.toString(), evidence);
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
