package co.litper.cerebro.adapters.table;

import co.litper.cerebro.adapters.table.FileProblem.Kind;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, pulled event by event. Document types and encodings other than UTF-8 are refused: no
 * spreadsheet program writes them, and entity bombs need them. Not thread-safe.
 */
final class XmlPart implements Closeable {
    private static final XMLInputFactory FACTORY = factory();

    private final GuardedStream in;
    private final XMLStreamReader xml;
    private final String part;

    XmlPart(GuardedStream in, String part) throws IOException {
        this.in = in;
        this.part = part;
        try {
            this.xml = FACTORY.createXMLStreamReader(in, "UTF-8");
            String declared = xml.getCharacterEncodingScheme();
            if (declared != null && !declared.toUpperCase(Locale.ROOT).matches("UTF-?8|US-ASCII|ASCII")) {
                throw new UnreadableFile(
                        Kind.FORBIDDEN_XML,
                        "The part " + part + " of the workbook is encoded as " + Problems.shown(declared)
                                + ", not UTF-8. Maybe open it in Excel and save it again.");
            }
        } catch (XMLStreamException | RuntimeException broken) {
            in.close();
            throw damaged(broken);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /** Moves to the next event; false at the end. */
    boolean next() throws IOException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            if (xml.next() == XMLStreamConstants.DTD) {
                throw new UnreadableFile(
                        Kind.FORBIDDEN_XML,
                        "The part " + part + " of the workbook declares a document type, which may hide a bomb of "
                                + "entities. Maybe open it in Excel and save it again.");
            }
            return true;
        } catch (XMLStreamException | RuntimeException broken) {
            throw damaged(broken);
        }
    }

    boolean starts() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean ends() {
        return xml.getEventType() == XMLStreamConstants.END_ELEMENT;
    }

    String name() {
        return xml.getLocalName();
    }

    @Nullable
    String attribute(String name) throws IOException {
        try {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (name.equals(xml.getAttributeLocalName(i))) {
                    return xml.getAttributeValue(i);
                }
            }
            return null;
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
    }

    /** Appends the text of this event, if it is one, up to {@code max} characters in all and one beyond. */
    void appendText(StringBuilder to, int max) throws IOException {
        int event = xml.getEventType();
        if (event != XMLStreamConstants.CHARACTERS
                && event != XMLStreamConstants.CDATA
                && event != XMLStreamConstants.SPACE) {
            return;
        }
        try {
            int room = Math.min(xml.getTextLength(), max + 1 - to.length());
            if (room > 0) {
                to.append(xml.getTextCharacters(), xml.getTextStart(), room);
            }
        } catch (RuntimeException broken) {
            throw damaged(broken);
        }
    }

    /** Steps over the element that starts here, with all that is in it. */
    void skipElement() throws IOException {
        int depth = 1;
        while (depth > 0 && next()) {
            if (starts()) {
                depth++;
            } else if (ends()) {
                depth--;
            }
        }
    }

    long inflated() {
        return in.inflated();
    }

    /** What the parser wraps may be a problem that the stream below has named already. */
    private IOException damaged(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile known) {
                return known;
            }
            if (cause instanceof XMLStreamException stream
                    && stream.getNestedException() instanceof UnreadableFile named) {
                return named;
            }
        }
        return new UnreadableFile(
                Kind.DAMAGED,
                "The part " + part + " of the workbook cannot be read. Maybe the file was cut off; export it again.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
