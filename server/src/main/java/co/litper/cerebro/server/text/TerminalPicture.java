package co.litper.cerebro.server.text;

import java.util.List;

/** Lines of a terminal as an SVG picture: a dark window with monospaced text. Pure; O(characters). */
public final class TerminalPicture {
    private static final int LINE_PX = 18;
    private static final int CHARACTER_PX = 8;
    private static final int MARGIN_PX = 16;

    private TerminalPicture() {}

    /** The picture of {@code lines} below the command that printed them. */
    public static String svg(String command, List<String> lines) {
        int width = TextTable.MOST_WIDTH * CHARACTER_PX + 2 * MARGIN_PX;
        int height = (lines.size() + 2) * LINE_PX + 2 * MARGIN_PX;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"13\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#10151c\"/>\n");
        line(svg, 0, "#7ee787", "$ " + command);
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i);
            line(svg, i + 2, text.strip().startsWith("→") ? "#79c0ff" : "#d7dee7", text);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void line(StringBuilder svg, int row, String colour, String text) {
        if (text.isBlank()) {
            return;
        }
        svg.append("<text x=\"")
                .append(MARGIN_PX)
                .append("\" y=\"")
                .append(MARGIN_PX + LINE_PX * (row + 1))
                .append("\" fill=\"")
                .append(colour)
                .append("\" xml:space=\"preserve\" textLength=\"")
                .append(text.codePointCount(0, text.length()) * CHARACTER_PX)
                .append("\">")
                .append(escaped(text))
                .append("</text>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
