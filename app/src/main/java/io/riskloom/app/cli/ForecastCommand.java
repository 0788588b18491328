package io.riskloom.app.cli;

import io.riskloom.app.forecast.ForecastCsv;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.run.LostRows;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
                        + "actual, forecast, lower, upper, last_value, span. The date is the last day the forecast knew, the step is "
                        + "trading days ahead, lower and upper are the 90%% band; closes, or volatility in per cent a year. A "
                        + "newer file than the run was trained on goes on where that one ended. The span says what the run used "
                        + "the day for: train, validation, bands, test, or nothing (new).")
final class ForecastCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "A forecast run's id or the start of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "Price file.")
    private Path data;

    @Option(
            names = "--series",
            paramLabel = "NAME",
            description = "Of a file with several series; the one trained on, else the first, if not given.")
    private String series;

    @Option(names = "--last", description = "Only the forecast from the file's last day.")
    private boolean last;

    @Option(names = "--out", paramLabel = "CSV", description = "Write here instead of standard output.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            if (run.spec() instanceof ClassifySpec) {
                throw new NoticeException(Notice.of("cli.error.useScore", run.id()));
            }
            ForecastSpec spec = Common.spec(run, ForecastSpec.class);
            Path file = Common.file(data);
            PriceHistory history = history(spec, file);
            Requests.ModelRef model = new Requests.ModelRef(
                    series == null ? spec : Specs.with(spec, "series", series),
                    project.modelFolder(run.id()).toString());
            // The first day with a full window of returns behind it; a return needs the day before, too.
            int from = last ? -1 : spec.window();
            Forecast forecast =
                    common.ask(e -> e.forecast(new Requests.ForecastRequest(model, file.toString(), from, 0)));
            ForecastSpans spans = ForecastSpans.of(run, history);
            new ForecastNote(common.texts).print(file, history, forecast, spans);
            Common.write(
                    out,
                    writer -> new ForecastCsv(spans::of).add(run.id(), forecast).write(writer));
        }
        return 0;
    }

    private PriceHistory history(ForecastSpec spec, Path file) throws NoticeException, IOException {
        if (!(DataFile.read(file, spec.readingOf(file)) instanceof Imported.Prices prices)) {
            throw new NoticeException(Notice.of("service.notPrices", file.getFileName()));
        }
        LostRows.of(prices).forEach(lost -> System.err.println(common.texts.of(lost)));
        if (series == null) {
            return prices.seriesNamed(spec.series());
        }
        return prices.find(series).orElseThrow(() -> {
            List<String> names =
                    prices.series().stream().map(PriceHistory::symbol).toList();
            return new NoticeException(
                    Notice.of("cli.error.noSeries", file.getFileName(), series, String.join(", ", names)));
        });
    }
}
