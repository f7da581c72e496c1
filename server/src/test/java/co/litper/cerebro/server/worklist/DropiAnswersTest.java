package co.litper.cerebro.server.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import co.litper.cerebro.adapters.table.SpreadsheetWriter;
import co.litper.cerebro.event.ParcelFacts;
import co.litper.cerebro.server.Story;
import co.litper.cerebro.server.text.Language;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.vocabulary.Action;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.vocabulary.IssueReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DropiAnswersTest {
    private final Story story = new Story();
    private final ParcelFacts facts = story.facts("3001112233", "52001", Carrier.TCC, 50_000, 20_000);

    private Worklist list() {
        return Worklist.of(story.sources(), Story.MERCHANT, Story.NOW, false);
    }

    @Test
    void onlyAnswersToTheCarrierAreWrittenAndTheRestIsCounted() throws IOException {
        story.issue("1", facts, IssueReason.OTHER, 1, Story.answer(Action.REDELIVER, 0.5f));
        story.issue("2", facts, IssueReason.BAD_ADDRESS, 2, Story.askAddress());
        story.issue("3", facts, IssueReason.OTHER, 200, Story.answer(Action.REDELIVER, 0.5f));
        story.issue("4", facts, IssueReason.LOST, 3, Story.answer(Action.OPEN_CLAIM, 0.2f));
        story.issue("5", facts, IssueReason.OTHER, 4);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DropiAnswers.Account account;
        try (SpreadsheetWriter writer = SpreadsheetWriter.csv(out, ';', DropiAnswers.columns())) {
            account = DropiAnswers.write(list(), writer);
        }
        assertThat(account).isEqualTo(new DropiAnswers.Account(1, 1, 1, 2));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("1;TCC;Otra novedad;Favor volver a ofrecer"))
                .anyMatch(line -> line.startsWith("2;TCC;Dirección errada;Cliente confirma dirección: [")
                        && line.contains(";NO;D2"));
    }

    @Test
    void everySolutionFitsTheForm() {
        for (Action action : Action.values()) {
            DropiAnswers.solution(action)
                    .ifPresent(text -> assertThat(text).hasSizeLessThanOrEqualTo(DropiAnswers.MOST_TEXT));
        }
    }

    @Test
    void aNameThatLooksLikeAFormulaIsWrittenAsText() throws IOException {
        story.person("=HYPERLINK(1)", "3001112233", "");
        story.issue("1", facts, IssueReason.OTHER, 1, Story.answer(Action.REDELIVER, 0.5f));
        Texts texts = new Texts(Language.ES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpreadsheetWriter writer = SpreadsheetWriter.csv(out, ';', WorklistSheet.columns(texts))) {
            WorklistSheet.write(list(), texts, writer);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(";'=HYPERLINK(1);");
    }
}
