package co.litper.cerebro.logistics;

import java.util.List;

/** What came of importing an official list of municipalities. */
public sealed interface CityImport {
    /**
     * The list was read.
     *
     * @param directory the directory with the list's municipalities added or renewed
     * @param rows municipalities read
     * @param skipped why rows were left out, with their line numbers; at most {@value DivipolaReader#MOST_PROBLEMS}
     */
    record Loaded(CityDirectory directory, int rows, List<String> skipped) implements CityImport {
        public Loaded {
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * The text is no such list; nothing was read.
     *
     * @param problems every problem found
     */
    record Refused(List<String> problems) implements CityImport {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
