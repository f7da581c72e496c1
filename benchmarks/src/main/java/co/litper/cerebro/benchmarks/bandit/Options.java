package co.litper.cerebro.benchmarks.bandit;

import co.litper.cerebro.benchmarks.BenchDataException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs of {@code --name value}; every name must be known. */
public final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Throws {@link BenchDataException} if a name is not one of {@code known} or has no value. */
    public Options(List<String> args, List<String> known) {
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!known.contains(name)) {
                throw new BenchDataException("'" + name + "' is no option of this bench. Maybe one of " + known, null);
            }
            if (i + 1 == args.size()) {
                throw new BenchDataException(name + " needs a value", null);
            }
            values.put(name, args.get(i + 1));
        }
    }

    /** The value of {@code name}, if it was given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A whole number within bounds; {@code usual} if it was not given. */
    public int number(String name, int usual, int least, int most) {
        String text = values.get(name);
        if (text == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BenchDataException(name + " must be a whole number, is '" + text + "'", e);
        }
        throw new BenchDataException(name + " must be " + least + " to " + most + ", is " + text, null);
    }

    /** What the value of {@code name} stands for. */
    public <T> T oneOf(String name, String usual, Map<String, T> choices) {
        String text = values.getOrDefault(name, usual);
        T choice = choices.get(text);
        if (choice == null) {
            throw new BenchDataException(name + " '" + text + "' is not known. Maybe one of " + choices.keySet(), null);
        }
        return choice;
    }

    /** The command line that repeats this run. */
    public String command(String bench) {
        StringBuilder text = new StringBuilder("./cerebro bench ").append(bench);
        values.forEach(
                (name, value) -> text.append(' ').append(name).append(' ').append(quoted(value)));
        return text.append(" --json").toString();
    }

    private static String quoted(String value) {
        return value.contains(" ") ? "'" + value + "'" : value;
    }
}
