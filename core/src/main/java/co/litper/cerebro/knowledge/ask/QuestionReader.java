package co.litper.cerebro.knowledge.ask;

import co.litper.cerebro.logistics.CarrierNames;
import co.litper.cerebro.logistics.CityDirectory;
import co.litper.cerebro.logistics.CityMatch;
import co.litper.cerebro.logistics.EditDistance;
import co.litper.cerebro.logistics.Folding;
import co.litper.cerebro.vocabulary.IssueReason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Understands a question: what kind of answer it wants, what it counts, whom and what and when it names.
 *
 * <p>Case and accents do not count; a letter or two of a name may be wrong. A city, carrier, category or shop is known if
 * the table has it, or, of cities, if the directory does and a preposition stands before it. Linear in the question.
 */
public final class QuestionReader {
    /** A question is a line; the rest is not read. */
    public static final int MOST_CHARACTERS = 500;

    private static final int MOST_WORDS_OF_A_NAME = 4;
    private static final int SHORTEST_WITH_TYPO = 6;
    private static final int SHORTEST_STEM = 4;
    private static final Pattern LAST_DAYS =
            Pattern.compile(" (?:ULTIMOS?|ULTIMAS?|LAST) (\\d{1,3}) (DIAS|SEMANAS|MESES|DAYS|WEEKS|MONTHS) ");
    private static final Pattern GUIDE = Pattern.compile("\\b(?=[A-Za-z0-9-]*\\d{4})[A-Za-z0-9-]{5,40}\\b");
    private static final Set<String> BEFORE_A_PLACE =
            Set.of("A", "EN", "DE", "HACIA", "PARA", "DESDE", "Y", "O", "TO", "IN", "AND", "ENTRE", "CON", "VS");
    private static final Set<String> NO_NAMES = Set.of(
            "POR",
            "QUE",
            "LOS",
            "LAS",
            "EL",
            "LA",
            "ENVIOS",
            "PEDIDOS",
            "GUIAS",
            "MAS",
            "CUANTOS",
            "RETRASOS",
            "DIA",
            "DIAS",
            "PAZ",
            "UNION",
            "VICTORIA",
            "FLORIDA");
    private static final List<String> MONTHS = List.of(
            "ENERO",
            "FEBRERO",
            "MARZO",
            "ABRIL",
            "MAYO",
            "JUNIO",
            "JULIO",
            "AGOSTO",
            "SEPTIEMBRE",
            "OCTUBRE",
            "NOVIEMBRE",
            "DICIEMBRE");

    private final CaseTable table;
    private final CityDirectory cities;

    /** A reader for questions about {@code table}. */
    public QuestionReader(CaseTable table, CityDirectory cities) {
        this.table = table;
        this.cities = cities;
    }

    private record Span(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** The question as understood; at most {@value #MOST_CHARACTERS} characters of it are read. */
    public Inquiry read(String question) {
        String raw = question.length() > MOST_CHARACTERS ? question.substring(0, MOST_CHARACTERS) : question;
        String text = " " + Folding.fold(raw) + " ";
        Set<Condition> named = new LinkedHashSet<>();
        names(text, raw, named);
        QuestionWords.weekdays(text).forEach(day -> named.add(new Condition(Factor.WEEKDAY, day)));
        if (text.contains(" CONTRAENTREGA ") || text.contains(" CONTRA ENTREGA ")) {
            named.add(new Condition(Factor.PAYMENT, "COD"));
        }
        QuestionKind kind = QuestionWords.kind(text).orElse(QuestionKind.OTHER);
        Optional<IssueReason> reason = QuestionWords.reason(text);
        reason.ifPresent(r -> named.add(new Condition(Factor.ISSUE, r.name())));
        Measure measure = QuestionWords.measure(text).orElse(reason.isPresent() ? Measure.ISSUE : Measure.LATE);
        Span span = span(text);
        boolean told = QuestionWords.measure(text).isPresent()
                || !named.isEmpty()
                || text.contains(" ENVIO")
                || text.contains(" GUIA")
                || text.contains(" PEDIDO")
                || text.contains(" SHIPMENT")
                || text.contains(" ENTREG")
                || QuestionWords.asked(text) != null;
        return new Inquiry(
                told || kind == QuestionKind.WHAT_CHANGED || kind == QuestionKind.UNUSUAL ? kind : QuestionKind.OTHER,
                measure,
                List.copyOf(named),
                span.from(),
                span.to(),
                QuestionWords.asked(text),
                guide(raw),
                QuestionWords.wantsBest(text));
    }

    /** True if the question asks for what no shipment tells. */
    static boolean isOutside(String question) {
        return QuestionWords.isOutside(" " + Folding.fold(question) + " ");
    }

    /** True if the question asks who somebody is. */
    static boolean isPersonal(String question) {
        return QuestionWords.isPersonal(" " + Folding.fold(question) + " ");
    }

    private static String guide(String raw) {
        Matcher matcher = GUIDE.matcher(raw);
        return matcher.find() ? matcher.group() : "";
    }

    /** The longest names first, from left to right, no word twice. */
    private void names(String text, String raw, Set<Condition> named) {
        String[] words = text.strip().split(" ", -1);
        int at = 0;
        while (at < words.length) {
            int used = 0;
            for (int count = Math.min(MOST_WORDS_OF_A_NAME, words.length - at); count > 0 && used == 0; count--) {
                String name = String.join(" ", List.of(words).subList(at, at + count));
                String before = at == 0 ? "" : words[at - 1];
                Condition condition = condition(name, before, raw);
                if (condition != null) {
                    named.add(condition);
                    used = count;
                }
            }
            at += Math.max(1, used);
        }
    }

    private @Nullable Condition condition(String name, String before, String raw) {
        if (NO_NAMES.contains(name)) {
            return null;
        }
        String carrier = carrier(name, before, raw);
        if (carrier != null) {
            return new Condition(Factor.CARRIER, carrier);
        }
        for (Factor factor : List.of(Factor.PRODUCT, Factor.SHOP)) {
            for (String level : table.levels(factor)) {
                if (isLike(name, Folding.fold(level))) {
                    return new Condition(factor, level);
                }
            }
        }
        return place(name, before);
    }

    /** A carrier of the table; ENVIA, which is also a verb, only with its capital or behind CON. */
    private @Nullable String carrier(String name, String before, String raw) {
        String code = CarrierNames.read(name).code();
        boolean verb =
                name.equals("ENVIA") && !raw.contains("Envía") && !raw.contains("Envia") && !before.equals("CON");
        return table.levels(Factor.CARRIER).contains(code) && !verb ? code : null;
    }

    private static boolean isLike(String name, String level) {
        if (name.equals(level)) {
            return true;
        }
        boolean plural = level.length() >= SHORTEST_STEM
                && (name.equals(level + "S") || name.equals(level + "ES") || level.equals(name + "S"));
        return plural || (level.length() >= SHORTEST_WITH_TYPO && EditDistance.atMost(name, level, 1) <= 1);
    }

    private @Nullable Condition place(String name, String before) {
        if (name.length() < SHORTEST_STEM || !BEFORE_A_PLACE.contains(before)) {
            return null;
        }
        String department = department(name);
        CityMatch match = cities.find(name);
        String code = match.code().code();
        boolean known = match.code().isKnown()
                && !(match.corrected() && !table.levels(Factor.CITY).contains(code));
        if (known && (table.levels(Factor.CITY).contains(code) || department == null)) {
            return new Condition(Factor.CITY, code);
        }
        return department == null ? null : new Condition(Factor.DEPARTMENT, department);
    }

    private @Nullable String department(String name) {
        return cities.cities().stream()
                .filter(city -> Folding.fold(city.department()).equals(name))
                .map(city -> city.code().department())
                .findFirst()
                .orElse(null);
    }

    private Span span(String text) {
        LocalDate today = LocalDate.ofEpochDay(table.today());
        Matcher last = LAST_DAYS.matcher(text);
        if (last.find()) {
            int count = Integer.parseInt(last.group(1));
            String unit = last.group(2);
            LocalDate from = unit.startsWith("D")
                    ? today.minusDays(count)
                    : unit.startsWith("S") || unit.startsWith("W") ? today.minusWeeks(count) : today.minusMonths(count);
            return new Span(from.plusDays(1), today);
        }
        LocalDate month = today.withDayOfMonth(1);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (text.contains(" MES PASADO ") || text.contains(" LAST MONTH ")) {
            return new Span(month.minusMonths(1), month.minusDays(1));
        }
        if (text.contains(" ESTE MES ") || text.contains(" THIS MONTH ")) {
            return new Span(month, today);
        }
        if (text.contains(" SEMANA PASADA ") || text.contains(" LAST WEEK ")) {
            return new Span(monday.minusWeeks(1), monday.minusDays(1));
        }
        if (text.contains(" ESTA SEMANA ") || text.contains(" THIS WEEK ")) {
            return new Span(monday, today);
        }
        return namedMonth(text, today);
    }

    private static Span namedMonth(String text, LocalDate today) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < MONTHS.size(); i++) {
            if (text.contains(" EN " + MONTHS.get(i) + " ") || text.contains(" DE " + MONTHS.get(i) + " ")) {
                LocalDate from = today.withDayOfMonth(1).withMonth(i + 1);
                from = from.isAfter(today) ? from.minusYears(1) : from;
                spans.add(new Span(from, from.plusMonths(1).minusDays(1)));
            }
        }
        return spans.isEmpty() ? new Span(null, null) : spans.getFirst();
    }
}
