package io.riskloom.app.generate;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.Returns;
import io.riskloom.engine.feature.SharedDays;
import io.riskloom.engine.judge.ScenarioHistory;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All real days of a run's file, up to the one that generated paths begin on.
 *
 * @param changed {@code generate.risk.changedFile} (file) where the days were read from a file that is no longer the run's
 */
record RiskHistory(ScenarioHistory days, Optional<Notice> changed) {

    /**
     * The days that the run has kept where they are all of the file's; else the file is read: of several series, and where a run
     * has left days out before or after its test span.
     *
     * @param series name of the main one
     * @throws NoticeException what the importer has against the file
     */
    static RiskHistory of(Run run, Details.OfGenerate details, String series) throws NoticeException, IOException {
        GenerateSpec spec = (GenerateSpec) run.spec();
        boolean whole = !spec.joint() && !spec.inFolds() && spec.embargo() == 0;
        return whole ? new RiskHistory(kept(series, details), Optional.empty()) : read(run, spec, series);
    }

    private static ScenarioHistory kept(String series, Details.OfGenerate details) {
        double[] training = details.sight().training();
        double[] returns = Arrays.copyOf(training, training.length + details.real().length);
        System.arraycopy(details.real(), 0, returns, training.length, details.real().length);
        List<LocalDate> dates = new ArrayList<>(details.sight().trainingDates());
        dates.addAll(details.sight().dates());
        boolean dated = dates.size() == returns.length;
        return new ScenarioHistory(List.of(series), dated ? dates : List.of(), new double[][] {returns});
    }

    private static RiskHistory read(Run run, GenerateSpec spec, String name) throws NoticeException, IOException {
        Imported.Prices prices = (Imported.Prices) Training.read(spec);
        PriceHistory main = prices.seriesNamed(spec.series());
        List<PriceHistory> series = spec.joint() ? SharedDays.of(main, prices.series()) : List.of(main);
        double[][] returns = new double[series.size()][];
        Arrays.setAll(returns, s -> Returns.log(series.get(s).close()));
        List<LocalDate> dates = series.getFirst().dates();
        List<String> names =
                spec.joint() ? series.stream().map(PriceHistory::symbol).toList() : List.of(name);
        boolean same = run.provenance() == null
                || run.provenance().dataSha256().isEmpty()
                || run.provenance().dataSha256().equals(prices.source().sha256());
        return new RiskHistory(
                new ScenarioHistory(names, dates.subList(1, dates.size()), returns),
                same
                        ? Optional.empty()
                        : Optional.of(Notice.of(
                                "generate.risk.changedFile",
                                Path.of(prices.source().path()).getFileName().toString())));
    }
}
