package co.litper.cerebro.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.server.Story;
import co.litper.cerebro.world.Clock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final Pattern DECISION = Pattern.compile("(D[0-9]+(?:\\.[0-9]+)?) · ");

    @TempDir
    Path temp;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineFace.run(new Invocation(
                List.of(args),
                Map.of(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                Clock.fixed(Story.NOW)));
        return new Ran(code, out.toString(), err.toString());
    }

    @Test
    void theDemoGoesFromAnExportToExplainedDecisionsAndItsFolderCanBeAskedOn() throws Exception {
        Path folder = temp.resolve("demo");
        Path svg = temp.resolve("worklist.svg");
        Ran demo = run("demo", "--guides", "400", "--import-only", "--dir", folder.toString(), "--svg", svg.toString());
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("novedades abiertas", "Cambiaría si", "Indicadores ·", "./cerebro ingest");
        assertThat(demo.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(220));
        assertThat(Files.readString(svg)).startsWith("<svg").endsWith("</svg>\n");
        String data = folder.resolve("data").toString();
        everyFaceAnswers(data, demo.out());
    }

    @Test
    void awayFromATerminalTheWorldIsLivedOnceAndTellsWhatBecameOfTheCarrierThatWasBroken() {
        Ran demo = run("demo", "--guides", "20", "--weeks", "5", "--orders-per-day", "15", "--lang", "en");
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("Margin a parcel (COP) by week of the order", "C cerebro   s static policy")
                .contains("Share of new parcels given to ", "← broken", "The week before ");
        assertThat(demo.out().lines().filter(line -> line.startsWith("2026-")).count())
                .isEqualTo(5 * 7);
        Ran tooShort = run("demo", "--weeks", "4", "--lang", "en");
        assertThat(tooShort.code()).isEqualTo(CommandLineFace.USAGE);
    }

    private void everyFaceAnswers(String data, String page) {
        Path sheet = temp.resolve("lista.xlsx");
        Ran list = run("--data-dir", data, "worklist", "--lang", "en", "--xlsx", sheet.toString());
        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.out()).contains("open novedades");
        assertThat(sheet).isNotEmptyFile();
        assertThat(run("--data-dir", data, "worklist", "--json").out()).startsWith("{\"now\":");
        Ran answers = run(
                "--data-dir",
                data,
                "answers",
                "--for",
                "dropi",
                "--out",
                temp.resolve("s.csv").toString());
        assertThat(answers.code()).as(answers.err()).isZero();
        Matcher decision = DECISION.matcher(page);
        assertThat(decision.find()).isTrue();
        assertThat(run("--data-dir", data, "why", decision.group(1), "--json").out())
                .contains("\"decision\":\"" + decision.group(1) + "\"");
        assertThat(run("--data-dir", data, "kpis", "--json").out()).contains("\"carriers\":{");
        Ran unknown = run("--data-dir", data, "why", "D999999");
        assertThat(unknown.code()).isEqualTo(CommandLineFace.USAGE);
        assertThat(unknown.err()).contains("No hay ninguna decisión «D999999». Quizás D");
    }
}
