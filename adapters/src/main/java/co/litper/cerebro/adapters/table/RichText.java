package co.litper.cerebro.adapters.table;

import java.io.IOException;

/** Text of a workbook in which runs may have their own fonts; only the letters count. */
final class RichText {
    private RichText() {}

    /** Appends all text up to the end of {@code element}, pronunciation guides left out. */
    static void read(XmlPart xml, String element, StringBuilder text, int maxChars) throws IOException {
        boolean inText = false;
        while (xml.next()) {
            if (xml.starts()) {
                if (xml.name().equals("rPh")) {
                    xml.skipElement();
                } else {
                    inText = xml.name().equals("t");
                }
            } else if (xml.ends()) {
                if (xml.name().equals(element)) {
                    return;
                }
                inText = false;
            } else if (inText) {
                xml.appendText(text, maxChars);
            }
        }
    }
}
