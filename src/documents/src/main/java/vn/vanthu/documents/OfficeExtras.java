package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.vanthu.document.Line;
import vn.vanthu.documents.layout.LineText;

/**
 * Words of an Office file (OOXML, ISO/IEC 29500) that people see and Tika leaves out: watermarks and other WordArt, comments,
 * equations, and what Excel prints above and below each page.
 */
final class OfficeExtras {

    private static final Pattern PART = Pattern.compile("(?:word|xl/worksheets|xl/drawings)/[^/]*\\.(?:xml|vml)");
    private static final String COMMENTS = "word/comments.xml";
    private static final Set<String> PRINTED =
            Set.of("oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter");
    /** Font, size, colour and place of what Excel prints; two ampersands are one. */
    private static final Pattern CODE = Pattern.compile("&(?:\"[^\"]*\"|K[0-9A-Fa-f]{6}|\\d+|[A-Za-z])");

    private static final int MOST_PARTS = 500;
    private static final int MOST_LINES = 2000;
    private static final XMLInputFactory XML = factory();

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private OfficeExtras() {}

    /** The lines of all of its parts; none of what is no such file, or broken: what reads it will say so. */
    static List<Line> of(Path file) {
        OfficeExtras extras = new OfficeExtras();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries()).stream()
                    .filter(part -> PART.matcher(part.getName()).matches())
                    .limit(MOST_PARTS)
                    .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    extras.read(XML.createXMLStreamReader(in), entry.getName().equals(COMMENTS));
                }
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // what was found until then counts
        }
        return extras.lines;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void read(XMLStreamReader xml, boolean comments) throws XMLStreamException {
        int inside = 0;
        while (xml.hasNext() && lines.size() < MOST_LINES) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inside += takesText(xml.getLocalName(), comments) ? 1 : 0;
                    wordArt(xml);
                }
                case XMLStreamConstants.CHARACTERS -> text.append(inside > 0 ? xml.getText() : "");
                case XMLStreamConstants.END_ELEMENT -> {
                    if (takesText(xml.getLocalName(), comments)) {
                        inside--;
                        end();
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean takesText(String element, boolean comments) {
        return PRINTED.contains(element) || element.equals("oMath") || comments && element.equals("p");
    }

    private void wordArt(XMLStreamReader xml) {
        String words = xml.getLocalName().equals("textpath") ? xml.getAttributeValue(null, "string") : null;
        if (words != null) {
            lines.addAll(LineText.page(words).lines());
        }
    }

    private void end() {
        String words = CODE.matcher(text).replaceAll(" ").replace("&&", "&").strip();
        text.setLength(0);
        if (!words.isEmpty()) {
            lines.addAll(LineText.page(words).lines());
        }
    }
}
