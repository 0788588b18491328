package io.riskloom.app.generate;

import io.riskloom.engine.challenger.Garch;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Returns;
import io.riskloom.engine.feature.SharedDays;
import io.riskloom.engine.judge.OneDayRisk;
import io.riskloom.engine.judge.ScenarioHistory;
import io.riskloom.engine.judge.ScenarioSet;
import io.riskloom.engine.judge.Scenarios;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.run.Training;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The scenarios that positions are held against, of one run.
 *
 * @param history real days, those that the generator learnt and its test span
 * @param sets    a source each, in the order of {@link Scenarios#SOURCES}
 * @param days    that a simulated scenario is long
 * @param missing why a source is not there
 */
record RiskDesk(ScenarioHistory history, List<ScenarioSet> sets, int days, List<Notice> missing) {

    RiskDesk {
        sets = List.copyOf(sets);
        missing = List.copyOf(missing);
    }

    /**
     * Simulates beside generated paths as many of each plain simulator. Of several series the run's file is read.
     *
     * @throws NoticeException what the importer has against the file
     */
    static RiskDesk of(GenerateSpec spec, Details.OfGenerate details, PathSet drawn, long seed)
            throws NoticeException, IOException {
        ScenarioHistory history = spec.joint() ? joint(spec) : single(drawn.series(), details);
        int paths = drawn.paths();
        int days = drawn.length();
        List<ScenarioSet> sets = new ArrayList<>();
        List<Notice> missing = new ArrayList<>();
        sets.add(Scenarios.generated(drawn, history.names()));
        sets.add(Scenarios.bootstrap(history, paths, days, seed));
        try {
            sets.addAll(Scenarios.garch(history, paths, days, seed));
        } catch (NoticeException e) {
            missing.add(
                    history.days() < Garch.LEAST
                            ? Notice.of("generate.risk.noGarch", history.days(), Garch.LEAST)
                            : e.notice());
        }
        sets.add(Scenarios.historical(history));
        return new RiskDesk(history, sets, days, missing);
    }

    private static ScenarioHistory single(String name, Details.OfGenerate details) {
        double[] training = details.sight().training();
        double[] returns = Arrays.copyOf(training, training.length + details.real().length);
        System.arraycopy(details.real(), 0, returns, training.length, details.real().length);
        List<LocalDate> dates = new ArrayList<>(details.sight().trainingDates());
        dates.addAll(details.sight().dates());
        boolean dated = dates.size() == returns.length;
        return new ScenarioHistory(List.of(name), dated ? dates : List.of(), new double[][] {returns});
    }

    private static ScenarioHistory joint(GenerateSpec spec) throws NoticeException, IOException {
        Imported.Prices prices = (Imported.Prices) Training.read(spec);
        List<PriceHistory> series = SharedDays.of(prices.seriesNamed(spec.series()), prices.series());
        double[][] returns = new double[series.size()][];
        Arrays.setAll(returns, s -> Returns.log(series.get(s).close()));
        List<LocalDate> dates = series.getFirst().dates();
        return new ScenarioHistory(
                series.stream().map(PriceHistory::symbol).toList(), dates.subList(1, dates.size()), returns);
    }

    Optional<ScenarioSet> set(String source) {
        return sets.stream().filter(set -> set.source().equals(source)).findFirst();
    }

    /** First and last real day of a historical scenario; empty for others and where dates are not known. */
    Optional<LocalDate[]> dates(String source, int scenario, int length) {
        return source.equals(OneDayRisk.HISTORICAL) && !history.dates().isEmpty()
                ? Optional.of(new LocalDate[] {
                    history.dates().get(scenario), history.dates().get(scenario + length - 1)
                })
                : Optional.empty();
    }
}
