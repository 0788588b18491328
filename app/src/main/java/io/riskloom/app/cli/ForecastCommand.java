package io.riskloom.app.cli;

import io.riskloom.app.forecast.ForecastCsv;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom forecast}: what a trained forecaster says about a file. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description =
                "Forecasts from every day of a file that has a full window behind it; CSV with the columns date, step, "
                        + "actual, forecast, lower, upper, last_value. The date is the last day the forecast knew.")
final class ForecastCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "A forecast run's id or the start of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "Price file.")
    private Path data;

    @Option(names = "--out", paramLabel = "CSV", description = "Write here instead of standard output.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            ForecastSpec spec = Common.spec(run, ForecastSpec.class);
            Path file = Common.file(data);
            Requests.ModelRef model = ProjectOption.model(project, run);
            // The first day with a full window of returns behind it; a return needs the day before, too.
            Forecast forecast =
                    common.ask(e -> e.forecast(new Requests.ForecastRequest(model, file.toString(), spec.window(), 0)));
            Common.write(out, writer -> ForecastCsv.write(writer, forecast));
        }
        return 0;
    }
}
