package vn.vanthu.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a small XML file in UTF-8. Nothing outside of it is ever opened: a DOCTYPE is refused, and with it every entity that the
 * file could define.
 */
public final class XmlFile {

    private static final int DEEPEST = 20;
    private static final long LARGEST = 16L << 20;

    private final XMLStreamReader reader;
    private int lastLine = 1;

    private XmlFile(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The root element; empty, and a problem noted, when the file cannot be read or is not XML. */
    public static Optional<XmlElement> read(Path file, Problems problems) {
        try {
            if (Files.size(file) > LARGEST) {
                problems.add("file", "more than 16 MB", "a file of at most 16 MB");
                return Optional.empty();
            }
            return Optional.of(parse(Files.readString(file)));
        } catch (NoSuchFileException e) {
            problems.missing("file", "a file that exists");
        } catch (CharacterCodingException e) {
            problems.add("file", "bytes that are not UTF-8", "text in UTF-8");
        } catch (IOException e) {
            problems.add("file", e.toString(), "a file that can be read");
        } catch (XMLStreamException e) {
            problems.add("line " + lineOf(e), messageOf(e), "well-formed XML without DOCTYPE");
        }
        return Optional.empty();
    }

    private static XmlElement parse(String content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(withoutByteOrderMark(content)));
        try {
            return new XmlFile(reader).document();
        } finally {
            reader.close();
        }
    }

    private static String withoutByteOrderMark(String content) {
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }

    private XmlElement document() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("DOCTYPE", reader.getLocation());
            }
        }
        XmlElement root = element(reader.getLocalName(), 1);
        while (reader.hasNext()) {
            next();
        }
        return root;
    }

    /** Reads the element whose start tag was just read, up to its end tag. */
    private XmlElement element(String path, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("elements in elements, " + depth + " deep", reader.getLocation());
        }
        String name = reader.getLocalName();
        int line = lastLine;
        Map<String, String> attributes = attributes();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(path + "/" + reader.getLocalName(), depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return new XmlElement(
                name, path, line, attributes, children, text.toString().strip());
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    reader.getAttributeLocalName(i), reader.getAttributeValue(i).strip());
        }
        return attributes;
    }

    /** Goes on; the reader stands at the end of an event, so a tag begins where the event before it ended. */
    private int next() throws XMLStreamException {
        lastLine = reader.getLocation().getLineNumber();
        return reader.next();
    }

    private static String lineOf(XMLStreamException e) {
        Location location = e.getLocation();
        return location == null ? "1" : String.valueOf(location.getLineNumber());
    }

    private static String messageOf(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        return start < 0 ? message : message.substring(start + "Message: ".length());
    }
}
