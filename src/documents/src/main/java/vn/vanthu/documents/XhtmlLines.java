package vn.vanthu.documents;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;
import vn.vanthu.document.Page;
import vn.vanthu.documents.layout.FlowLines;

/** Takes what Tika reads, which it gives as XHTML. */
final class XhtmlLines extends DefaultHandler {

    private final FlowLines lines = new FlowLines();
    private final List<Page> pages = new ArrayList<>();
    private int head;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        String kind = attributes.getValue("class");
        if (name.equals("head")) {
            head++;
        }
        if (name.equals("div") && ("page".equals(kind) || "slide-content".equals(kind))) {
            endPage();
        }
        lines.start(name);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        lines.end(name);
        if (name.equals("head")) {
            head--;
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (head == 0) {
            lines.text(new String(text, start, length));
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        characters(text, start, length);
    }

    private void endPage() {
        Page page = lines.take();
        if (!page.lines().isEmpty()) {
            pages.add(page);
        }
    }

    boolean isCut() {
        return lines.isCut();
    }

    List<Page> pages() {
        endPage();
        return List.copyOf(pages);
    }
}
