package io.riskloom.app.forecast;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Forecast;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Six days of prices and a run that forecast two days ahead of three of them. */
final class ForecastFixture {

    static final String PRICES = """
            Date,Open,High,Low,Close,Volume
            2024-01-02,99,101,98,100,1000
            2024-01-03,100,103,99,102,1100
            2024-01-04,102,104,101,103,1200
            2024-01-05,103,105,100,101,1300
            2024-01-08,101,106,101,105,1400
            2024-01-09,105,108,104,107,1500
            """;

    private ForecastFixture() {}

    static Path prices(Path folder) throws Exception {
        return Files.writeString(folder.resolve("prices.csv"), PRICES);
    }

    static Run run(String id, int minute, Path file) throws Exception {
        return ResultFixtures.run(
                id,
                minute,
                ResultFixtures.spec("forecast", file),
                CsvReader.read(file).source().sha256(),
                evaluation());
    }

    static Evaluation evaluation() {
        return evaluation(List.of());
    }

    static Evaluation evaluation(List<Notice> remarks) {
        Forecast test = Forecast.ofCloses(
                List.of(LocalDate.parse("2024-01-05"), LocalDate.parse("2024-01-08")),
                new double[] {101, 105},
                new double[][] {{101.5, 102}, {105.5, 106}},
                new double[][] {{105, 107}, {107, Double.NaN}},
                new double[][] {{100, 99}, {104, 103}},
                new double[][] {{103, 105}, {107, 109}},
                new double[][] {{98, 96}, {102, 100}},
                new double[][] {{105, 108}, {109, 112}});
        double[][] unknown = {{Double.NaN, Double.NaN}};
        Forecast ahead = Forecast.ofCloses(
                List.of(LocalDate.parse("2024-01-09")),
                new double[] {107},
                new double[][] {{107.25, 107.5}},
                unknown,
                new double[][] {{106, 105}},
                new double[][] {{108.5, 110}},
                new double[][] {{104, 102}},
                new double[][] {{110.5, 113}});
        return new Evaluation(
                Map.of(
                        Metric.REL_MAE, 1.0123,
                        Metric.COVERAGE_90, 0.893,
                        Metric.DIRECTIONAL_ACCURACY, 0.513,
                        Metric.SHARPE_NET, -0.114,
                        Metric.MAE, 31.25),
                Map.of(
                        Metric.REL_MAE, new Interval(0.98, 1.04),
                        Metric.DIRECTIONAL_ACCURACY, new Interval(0.464, 0.562)),
                List.of(new ChallengerScore("lastValue", Map.of(Metric.REL_MAE, 1.0, Metric.MAE, 30.9))),
                Notice.of("common.error.busy", "x"),
                0,
                remarks,
                new Details.OfForecast(test, ahead, LocalDate.parse("2024-01-05"), null, null, null, Double.NaN));
    }
}
