package io.riskloom.app.train;

import io.riskloom.app.result.DayPart.Use;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Which days or applicants train, stop and judge a run; cut by the engine's own splits.
 *
 * @param scheme of the validation; {@link #LOT} where applicants are drawn without regard to a label
 * @param lines  one a fold in their order; one for a hold-out
 * @param chosen index of the line that a single run trains, −1 where all of them are trained
 * @param seeds  how often each line is trained
 * @param total  days or applicants that a line is drawn from
 */
record SplitPlan(String scheme, List<Line> lines, int chosen, int seeds, int total) {
    private static final String LOT = "lot";

    /**
     * @param count days or applicants
     * @param from  first day, empty for applicants
     * @param to    last day, empty for applicants
     * @param bad   bad applicants among them, {@link #DAYS} for days, {@link #UNTOLD} for applicants whose outcome is not known
     */
    record Part(Use use, int count, String from, String to, int bad) {
        static final int DAYS = -1;
        static final int UNTOLD = -2;

        boolean ofDays() {
            return bad == DAYS;
        }

        /** NaN for days, and where nobody is in it. */
        double badRate() {
            return bad < 0 || count == 0 ? Double.NaN : (double) bad / count;
        }
    }

    /** Where a part, or a piece of it, is drawn: from {@code first}, {@code count} days or applicants wide. */
    record Block(Part part, int first, int count) {}

    /**
     * @param parts  in the order of days; of applicants training, validation, test
     * @param blocks from left to right, without a gap
     */
    record Line(List<Part> parts, List<Block> blocks) {

        Line {
            parts = List.copyOf(parts);
            blocks = List.copyOf(blocks);
        }

        int count(Use use) {
            return parts.stream()
                    .filter(part -> part.use() == use)
                    .mapToInt(Part::count)
                    .sum();
        }

        /** The only part of a use, or the first of several. */
        Part part(Use use) {
            return parts.stream()
                    .filter(part -> part.use() == use)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no part for " + use));
        }
    }

    SplitPlan {
        lines = List.copyOf(lines);
    }

    /** @throws NoticeException where the data does not suit the settings */
    static SplitPlan of(RunSpec spec, Imported data) throws NoticeException {
        List<Line> lines =
                switch (data) {
                    case Imported.Prices prices -> SplitDays.of(spec, prices.seriesNamed(spec.series()));
                    case Imported.Credit credit
                    when spec instanceof AnomalySpec anomaly -> SplitRows.unusual(anomaly, credit.book());
                    case Imported.Credit credit -> SplitRows.of((CreditSpec) spec, credit.book());
                };
        return new SplitPlan(
                spec instanceof AnomalySpec ? LOT : spec.scheme(),
                lines,
                spec.inFolds() ? spec.fold() - 1 : -1,
                spec.repeats(),
                lines.getFirst().blocks().stream().mapToInt(Block::count).sum());
    }

    boolean inFolds() {
        return lines.size() > 1;
    }

    /** How many runs the settings stand for. */
    int runs() {
        return (chosen < 0 ? lines.size() : 1) * seeds;
    }

    /** Of the line that a single run trains; of several lines of that which trains on the most. */
    int count(Use use) {
        return largest().count(use);
    }

    Line largest() {
        if (chosen >= 0) {
            return lines.get(chosen);
        }
        ToIntFunction<Line> training = line -> line.count(Use.TRAINING);
        int most = IntStream.range(0, lines.size())
                .reduce(0, (a, b) -> training.applyAsInt(lines.get(b)) > training.applyAsInt(lines.get(a)) ? b : a);
        return lines.get(most);
    }
}
