package vn.vanthu.documents;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import vn.vanthu.document.Page;
import vn.vanthu.documents.layout.FlowLines;

/** HTML as the lines that a person sees. */
final class HtmlPage {

    private HtmlPage() {}

    static Page of(String html) {
        Document document = Jsoup.parse(html);
        FlowLines lines = new FlowLines();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof Element element) {
                            lines.start(element.tagName());
                            // a picture's description is shown where the picture is not
                            if (element.tagName().equals("img") && element.hasAttr("alt")) {
                                lines.text(" " + element.attr("alt") + " ");
                            }
                        } else if (node instanceof TextNode text) {
                            lines.text(text.getWholeText());
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            lines.end(element.tagName());
                        }
                    }
                },
                document);
        return lines.take();
    }
}
