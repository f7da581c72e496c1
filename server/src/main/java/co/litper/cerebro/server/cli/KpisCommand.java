package co.litper.cerebro.server.cli;

import co.litper.cerebro.server.Reading;
import co.litper.cerebro.server.kpi.KpiJson;
import co.litper.cerebro.server.kpi.KpiPage;
import co.litper.cerebro.server.kpi.Kpis;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows key figures. */
@Command(name = "kpis", description = "Key figures: parcels, on time, returns, novedades rescued, decisions, carriers.")
final class KpisCommand implements Callable<Integer> {
    private final CliContext context;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    KpisCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (Reading reading = context.read()) {
            Kpis kpis = Kpis.of(
                    reading.view(),
                    reading.store().log(),
                    context.merchant(),
                    context.clock().now());
            if (json) {
                JsonOut.print(context, KpiJson.of(kpis));
            } else {
                KpiPage.lines(kpis, FaceParts.texts(context)).forEach(context.out()::println);
            }
        }
        return CommandLineFace.DONE;
    }
}
