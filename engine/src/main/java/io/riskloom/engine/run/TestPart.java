package io.riskloom.engine.run;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastCheck;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one run of a study is judged on.
 *
 * @param from first day that a test forecast starts from; empty for applicants and for a file without dates
 * @param to   the last such day
 * @param rows days or applicants
 */
public record TestPart(Optional<LocalDate> from, Optional<LocalDate> to, int rows) {

    /**
     * Reads and cuts the data as the runs will, so that what cannot work is refused once and before a process is started
     * for each.
     *
     * @return one a member of {@link StudyPlan#members}, in order
     * @throws NoticeException {@code run.error.needsPrices} (file), {@code run.error.needsCredit} (file), or as {@link
     *     Training#read}, {@link Splits} and {@link ForecastCheck} say
     */
    public static List<TestPart> of(RunSpec spec) throws NoticeException, IOException {
        Imported data = Training.read(spec);
        if (spec instanceof CreditSpec credit && data instanceof Imported.Credit table) {
            return applicants(credit, table.book());
        }
        if (spec instanceof AnomalySpec anomaly && data instanceof Imported.Credit table) {
            return unusual(anomaly, table.book());
        }
        boolean ofApplicants = spec instanceof CreditSpec || spec instanceof AnomalySpec;
        if (!ofApplicants && data instanceof Imported.Prices prices) {
            return days(spec, prices.seriesNamed(spec.series()));
        }
        String key = ofApplicants ? "run.error.needsCredit" : "run.error.needsPrices";
        throw new NoticeException(Notice.of(key, Path.of(spec.data()).getFileName()));
    }

    private static List<TestPart> days(RunSpec spec, PriceHistory history) throws NoticeException {
        List<DateSplit> folds = Splits.dayFolds(spec, history.size());
        if (spec instanceof ForecastSpec forecast) {
            ForecastCheck.check(forecast, history);
        }
        List<TestPart> parts = new ArrayList<>();
        for (StudyPlan.Member member : StudyPlan.members(spec)) {
            Span test = folds.get(index(member)).test();
            parts.add(new TestPart(day(history, test.first()), day(history, test.last()), test.size()));
        }
        return parts;
    }

    private static Optional<LocalDate> day(PriceHistory history, int day) {
        return history.dated() ? Optional.of(history.dates().get(day)) : Optional.empty();
    }

    /** The seed draws the rows. */
    private static List<TestPart> applicants(CreditSpec spec, CreditBook book) throws NoticeException {
        Map<Long, List<StratifiedSplit>> drawn = new HashMap<>();
        List<TestPart> parts = new ArrayList<>();
        for (StudyPlan.Member member : StudyPlan.members(spec)) {
            CreditSpec one = (CreditSpec) member.spec();
            if (!drawn.containsKey(one.seed())) {
                drawn.put(one.seed(), Splits.rowFolds(one, book));
            }
            int rows = drawn.get(one.seed()).get(index(member)).test().length;
            parts.add(new TestPart(Optional.empty(), Optional.empty(), rows));
        }
        return parts;
    }

    private static List<TestPart> unusual(AnomalySpec spec, CreditBook book) throws NoticeException {
        List<TestPart> parts = new ArrayList<>();
        for (StudyPlan.Member member : StudyPlan.members(spec)) {
            int rows = Splits.rows((AnomalySpec) member.spec(), book).test().length;
            parts.add(new TestPart(Optional.empty(), Optional.empty(), rows));
        }
        return parts;
    }

    private static int index(StudyPlan.Member member) {
        return Math.max(member.fold(), 1) - 1;
    }
}
