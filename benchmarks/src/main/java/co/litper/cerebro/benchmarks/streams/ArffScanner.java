package co.litper.cerebro.benchmarks.streams;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes words and lists from a line, with quotes and backslashes. */
final class ArffScanner {
    private final String text;
    private final long number;
    private int at;

    ArffScanner(String text, long number) {
        this.text = text;
        this.number = number;
    }

    /** The next word, quoted or up to a blank. */
    String word() throws IOException {
        skipBlanks();
        if (at < text.length() && isQuote(text.charAt(at))) {
            return quoted();
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '{') {
            at++;
        }
        if (start == at) {
            throw new IOException("line " + number + " ends where a word was expected");
        }
        return text.substring(start, at);
    }

    /** What is left, without blanks around it. */
    String rest() {
        return text.substring(at).strip();
    }

    /** Values between commas or tabs up to {@code end}; quotes are taken off. */
    List<String> values(char end) throws IOException {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean wasQuoted = false;
        for (; at < text.length() && !(end != '\0' && text.charAt(at) == end); ) {
            char c = text.charAt(at);
            if (isQuote(c) && value.toString().isBlank() && !wasQuoted) {
                value.setLength(0);
                value.append(quoted());
                wasQuoted = true;
            } else if (c == ',' || c == '\t') {
                values.add(wasQuoted ? value.toString() : value.toString().strip());
                value.setLength(0);
                wasQuoted = false;
                at++;
            } else {
                if (!wasQuoted || !Character.isWhitespace(c)) {
                    value.append(c);
                }
                at++;
            }
        }
        if (end != '\0' && at >= text.length()) {
            throw new IOException("line " + number + " does not close its list with " + end);
        }
        values.add(wasQuoted ? value.toString() : value.toString().strip());
        return values;
    }

    /** Index and value pairs of a sparse row, quotes left on. */
    List<String> pairs() throws IOException {
        List<String> pairs = new ArrayList<>();
        int start = at;
        for (; at < text.length() && text.charAt(at) != '}'; ) {
            char c = text.charAt(at);
            if (isQuote(c)) {
                quoted();
            } else if (c == ',') {
                pairs.add(text.substring(start, at));
                start = ++at;
            } else {
                at++;
            }
        }
        if (at >= text.length()) {
            throw new IOException("line " + number + " does not close its row with }");
        }
        if (!text.substring(start, at).isBlank()) {
            pairs.add(text.substring(start, at));
        }
        return pairs;
    }

    private String quoted() throws IOException {
        char quote = text.charAt(at++);
        StringBuilder word = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            word.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw new IOException("line " + number + " does not close its quote " + quote);
        }
        at++;
        return word.toString();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }
}
