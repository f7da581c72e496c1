package co.litper.cerebro.server.face.learning;

import co.litper.cerebro.learners.calibrate.Reliability;
import co.litper.cerebro.server.face.frame.DataBlock;
import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.read.BrainFigures;
import co.litper.cerebro.server.text.Texts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The page's charts, as options of ECharts. */
final class LearningCharts {
    private final Texts texts;

    LearningCharts(Texts texts) {
        this.texts = texts;
    }

    /** Points per decision by week. */
    String curve(List<BrainFigures> weeks) {
        ObjectNode option = Json.object();
        ArrayNode days = option.putObject("xAxis").put("type", "category").putArray("data");
        option.putObject("yAxis").put("type", "value").put("scale", true);
        ObjectNode line = option.putArray("series").addObject();
        line.put("type", "line").put("name", texts.say(LearningWords.POINTS));
        ArrayNode points = line.putArray("data");
        for (BrainFigures week : weeks) {
            days.add(week.day().toString());
            points.add(week.settled() == 0 ? null : week.points() / week.settled());
        }
        return DataBlock.of(option);
    }

    /** How often each arm was drawn, and by chance. */
    String arms(List<LogEnd.Arm> arms) {
        ObjectNode option = Json.object();
        option.putObject("xAxis").put("type", "value");
        ArrayNode names = option.putObject("yAxis")
                .put("type", "category")
                .put("inverse", true)
                .putArray("data");
        ArrayNode series = option.putArray("series");
        ArrayNode drawn = bars(series, texts.say(LearningWords.DRAWN));
        ArrayNode explored = bars(series, texts.say(LearningWords.BY_CHANCE));
        for (LogEnd.Arm arm : arms) {
            names.add(texts.question(arm.question()) + " " + texts.action(arm.action()));
            drawn.add(arm.drawn());
            explored.add(arm.explored());
        }
        return DataBlock.of(option);
    }

    private static ArrayNode bars(ArrayNode series, String name) {
        return series.addObject().put("type", "bar").put("name", name).putArray("data");
    }

    /** What was said against what happened. */
    String calibration(Reliability delay, Reliability giveBack) {
        ObjectNode option = Json.object();
        axis(option.putObject("xAxis"), LearningWords.SAID);
        axis(option.putObject("yAxis"), LearningWords.HAPPENED);
        ArrayNode series = option.putArray("series");
        line(series, LearningWords.DELAY, delay);
        line(series, LearningWords.RETURN, giveBack);
        ObjectNode perfect = series.addObject();
        perfect.put("type", "line")
                .put("name", texts.say(LearningWords.PERFECT))
                .put("symbol", "none")
                .putObject("lineStyle")
                .put("type", "dashed");
        ArrayNode ends = perfect.putArray("data");
        ends.addArray().add(0).add(0);
        ends.addArray().add(1).add(1);
        return DataBlock.of(option);
    }

    private void axis(ObjectNode axis, LearningWords name) {
        axis.put("type", "value")
                .put("min", 0)
                .put("max", 1)
                .put("name", texts.say(name))
                .put("nameLocation", "middle")
                .put("nameGap", 28);
    }

    private void line(ArrayNode series, LearningWords name, Reliability reliability) {
        ArrayNode data = series.addObject()
                .put("type", "line")
                .put("name", texts.say(name))
                .putArray("data");
        reliability
                .bins()
                .forEach(bin -> data.addArray().add(bin.meanProbability()).add(bin.rate()));
    }
}
