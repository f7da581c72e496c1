package co.litper.cerebro.logistics;

import co.litper.cerebro.vocabulary.CityCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of municipalities as DANE publishes it (DIVIPOLA), or the packaged one: comma, semicolon or tab
 * separated, columns found by name, in bounded memory.
 */
final class DivipolaReader {
    /** Colombia has 1,122 municipalities; a list with populated places has some 8,000. */
    static final int MOST_ROWS = 20_000;

    static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_LINE = 4_096;

    /** What was read: cities, and what was wrong; {@code header} false if the columns were not found. */
    record Read(List<City> cities, List<String> problems, boolean header) {}

    private record Columns(int code, int name, int department, int latitude, int longitude, int population) {}

    private final Reader in;
    private final List<City> cities = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int lineNumber;
    private boolean lineCut;

    private DivipolaReader(Reader in) {
        this.in = in;
    }

    static Read read(Reader in) throws IOException {
        return new DivipolaReader(in).readAll();
    }

    private Read readAll() throws IOException {
        String header = nextLine();
        while (header != null && (header.isBlank() || header.startsWith("#"))) {
            header = nextLine();
        }
        if (header == null) {
            problems.add("the list is empty");
            return new Read(cities, problems, false);
        }
        char separator = separator(header);
        Columns columns = columns(split(header, separator));
        if (columns.code < 0 || columns.name < 0) {
            problems.add("line " + lineNumber + " names no column for " + (columns.code < 0 ? "the DANE code" : "")
                    + (columns.code < 0 && columns.name < 0 ? " and " : "")
                    + (columns.name < 0 ? "the municipality" : "")
                    + ". Maybe the columns are called otherwise: codigo_dane and municipio are understood.");
            return new Read(cities, problems, false);
        }
        for (String line = nextLine(); line != null; line = nextLine()) {
            if (cities.size() >= MOST_ROWS) {
                problem("more than " + MOST_ROWS + " rows; the rest was not read");
                break;
            }
            if (!line.isBlank()) {
                row(split(line, separator), columns);
            }
        }
        return new Read(cities, problems, true);
    }

    private void row(List<String> cells, Columns columns) {
        String code = cell(cells, columns.code).replace(".", "");
        if (code.length() == 4) {
            code = "0" + code;
        }
        String name = cell(cells, columns.name);
        if (lineCut || code.length() != 5 || !code.chars().allMatch(c -> c >= '0' && c <= '9') || name.isBlank()) {
            problem(
                    lineCut
                            ? "the line is longer than " + LONGEST_LINE + " characters"
                            : "code '" + shown(code) + "' with name '" + shown(name) + "' is no municipality");
            return;
        }
        double latitude = degrees(cell(cells, columns.latitude), 90);
        double longitude = degrees(cell(cells, columns.longitude), 180);
        int population = (int) Math.max(0, Math.min(1e9, number(cell(cells, columns.population))));
        String department = cell(cells, columns.department);
        cities.add(new City(new CityCode(code), name, department, latitude, longitude, population));
    }

    private void problem(String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add("line " + lineNumber + ": " + what);
        }
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static double degrees(String text, double most) {
        double value = text.isEmpty() ? Double.NaN : number(text.replace(',', '.'));
        return Math.abs(value) <= most ? value : Double.NaN;
    }

    private static double number(String text) {
        try {
            return text.isEmpty() ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    private static String cell(List<String> cells, int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    private static Columns columns(List<String> header) {
        List<String> names = header.stream().map(Folding::fold).toList();
        return new Columns(
                first(
                        names,
                        "CODIGO DANE",
                        "COD DANE",
                        "CODIGO DIVIPOLA",
                        "CODIGO MUNICIPIO",
                        "CODIGO DANE MUNICIPIO",
                        "COD MPIO",
                        "CODIGO DANE DEL MUNICIPIO",
                        "DIVIPOLA",
                        "DANE",
                        "CODE",
                        "CODIGO"),
                first(names, "MUNICIPIO", "NOMBRE MUNICIPIO", "NOM MPIO", "NOMBRE MPIO", "CIUDAD", "NAME", "NOMBRE"),
                first(names, "DEPARTAMENTO", "NOMBRE DEPARTAMENTO", "NOM DPTO", "DPTO", "DEPARTMENT"),
                first(names, "LATITUD", "LATITUDE", "LAT"),
                first(names, "LONGITUD", "LONGITUDE", "LON", "LNG"),
                first(names, "POBLACION", "POBLACION 2018", "POBLACION TOTAL", "POPULATION"));
    }

    private static int first(List<String> names, String... wanted) {
        for (String name : wanted) {
            int at = names.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static char separator(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** Cells of one line; a cell in quotes may hold separators and doubled quotes, but no line end. */
    private static List<String> split(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** The next line, at most {@value #LONGEST_LINE} characters of it, or null at the end. */
    private @Nullable String nextLine() throws IOException {
        StringBuilder line = new StringBuilder();
        lineCut = false;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        lineNumber++;
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() >= LONGEST_LINE) {
                lineCut = true;
            } else if (c != '\r' && c != '\ufeff') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
