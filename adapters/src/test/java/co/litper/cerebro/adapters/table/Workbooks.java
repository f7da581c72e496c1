package co.litper.cerebro.adapters.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks put together part by part, to have what no writer would write. */
public final class Workbooks {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;
    private String properties = "";

    /** Adds a sheet with the given content of its sheetData element. */
    public Workbooks sheet(String name, String rows) {
        count++;
        sheets.append("<sheet name=\"" + name + "\" sheetId=\"" + count + "\" r:id=\"rId" + count + "\"/>");
        relations.append(
                "<Relationship Id=\"rId" + count + "\" Type=\"sheet\" Target=\"worksheets/sheet" + count + ".xml\"/>");
        return part(
                "xl/worksheets/sheet" + count + ".xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public Workbooks shared(String items) {
        return part("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
    }

    public Workbooks from1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    public Workbooks part(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a part that inflates to {@code count} spaces between two texts. */
    public Workbooks inflating(String name, String before, int count, String after) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(before.getBytes(StandardCharsets.UTF_8));
        out.write(" ".repeat(count).getBytes(StandardCharsets.UTF_8));
        out.write(after.getBytes(StandardCharsets.UTF_8));
        parts.put(name, out.toByteArray());
        return this;
    }

    public byte[] bytes() throws IOException {
        part("[Content_Types].xml", "<Types/>");
        part(
                "xl/workbook.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns:r=\"http://r\">" + properties + "<sheets>"
                        + sheets + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A row of inline strings. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
