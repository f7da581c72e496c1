package co.litper.cerebro.server.face.demo;

import co.litper.cerebro.server.http.route.Json;
import co.litper.cerebro.server.livedemo.DemoFigures.Pair;
import co.litper.cerebro.server.text.Texts;
import co.litper.cerebro.simulator.report.Chronicle.Day;
import co.litper.cerebro.simulator.world.World;
import co.litper.cerebro.vocabulary.Carrier;
import co.litper.cerebro.world.Clock;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** What the script of charts draws. */
final class DemoCharts {
    /** Between an axis and its name: its figures stand there. */
    private static final int NAME_GAP_PX = 28;

    private static final int PERCENT = 100;

    private DemoCharts() {}

    /** Margin a parcel by week, of both. */
    static ObjectNode curve(List<Pair> weeks, Texts texts) {
        ObjectNode chart = Json.object();
        ArrayNode names = axis(chart, texts.say(DemoPageWords.WEEK));
        weeks.forEach(week -> names.add(week.week() + 1));
        chart.putObject("yAxis")
                .put("type", "value")
                .put("scale", true)
                .put("name", texts.say(DemoPageWords.MARGIN_AXIS));
        ArrayNode series = chart.putArray("series");
        ArrayNode brain = line(series, texts.say(DemoPageWords.BRAIN));
        ArrayNode fixed = line(series, texts.say(DemoPageWords.FIXED));
        for (Pair week : weeks) {
            brain.add(Math.round(week.brain().marginCop()));
            fixed.add(Math.round(week.fixed().marginCop()));
        }
        return chart;
    }

    /** The share of the brain's parcels that each carrier is given, by day. A carrier that was broken is marked so. */
    static ObjectNode shares(List<Day> days, SortedMap<Carrier, Instant> broken, Texts texts) {
        ObjectNode chart = Json.object();
        ArrayNode names = axis(chart, texts.say(DemoPageWords.DAY));
        days.forEach(day -> names.add(day.day().toString()));
        chart.putObject("yAxis")
                .put("type", "value")
                .put("min", 0)
                .put("max", PERCENT)
                .put("name", "%");
        ArrayNode series = chart.putArray("series");
        for (Carrier carrier : World.carriers()) {
            Instant since = broken.get(carrier);
            String name = since == null
                    ? texts.carrier(carrier)
                    : texts.say(
                            DemoPageWords.BROKEN_SINCE,
                            texts.carrier(carrier),
                            since.atZone(Clock.BOGOTA).toLocalDate());
            ArrayNode points = line(series, name);
            days.forEach(day -> points.add(Math.round(PERCENT * DemoModel.share(day, carrier))));
        }
        return chart;
    }

    private static ArrayNode axis(ObjectNode chart, String name) {
        ObjectNode axis = chart.putObject("xAxis")
                .put("type", "category")
                .put("name", name)
                .put("nameLocation", "middle")
                .put("nameGap", NAME_GAP_PX);
        return axis.putArray("data");
    }

    private static ArrayNode line(ArrayNode series, String name) {
        return series.addObject()
                .put("type", "line")
                .put("name", name)
                .put("showSymbol", false)
                .putArray("data");
    }
}
