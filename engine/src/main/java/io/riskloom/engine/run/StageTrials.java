package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Splits;
import java.util.Optional;

/**
 * What a run was given ({@link Learnt}, written down by the run itself) beside what its recipe gives where all days change,
 * in every series of the file, after the last label of that stage. So weights and scalers must not know the days that choose
 * the epoch, nor those the days that calibrate, nor any of them the test.
 */
final class StageTrials<S extends RunSpec> {
    private final Recipe<S> recipe;
    private final S spec;
    private final Imported.Prices data;
    private final PriceHistory history;
    private final DateSplit split;

    /** @throws NoticeException as {@link Splits#days} */
    StageTrials(Recipe<S> recipe, S spec, Imported.Prices data) throws NoticeException {
        this.recipe = recipe;
        this.spec = spec;
        this.data = data;
        this.history = data.seriesNamed(spec.series());
        this.split = Splits.days(spec, history.size());
    }

    /**
     * It is one comparison for all windows of a stage: where it fails, all of them count as changed.
     *
     * @throws java.util.concurrent.CancellationException where the allowance is used up
     */
    void make(Learnt learnt, Tally tally, Allowance allowance) throws NoticeException {
        for (Learnt.Stage stage : Learnt.Stage.values()) {
            Optional<Learnt.Given> given = learnt.of(stage);
            if (given.isPresent()) {
                allowance.check();
                int known = origins(stage).last() + split.horizon();
                Imported.Prices other = Perturbation.after(data, history.dates().get(known), known);
                boolean same = given.equals(recipe.learnt(spec, other, stage, allowance::check));
                int windows = given.get().windows();
                tally.add(windows, same ? 0 : windows, history.dates().get(known + 1));
            }
        }
    }

    private Span origins(Learnt.Stage stage) {
        boolean halved = spec instanceof ForecastSpec;
        return switch (stage) {
            case TRAINING -> split.train();
            case CHOICE -> halved ? HeldOut.of(split).choice() : split.validation();
            case CALIBRATION -> halved ? HeldOut.of(split).calibration() : split.validation();
        };
    }
}
