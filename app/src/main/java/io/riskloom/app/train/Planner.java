package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.train.SplitPlan.Use;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import java.util.List;

/**
 * Plans runs on loaded data.
 *
 * @param unit    what a row of the series spans
 * @param runs    of the project, newest first
 * @param machine memory of the machine in bytes
 */
record Planner(Imported data, BarUnit unit, List<Run> runs, long machine) {

    /** @throws NoticeException where the run cannot be as the settings say, with the reason */
    Plan plan(RunSpec spec) throws NoticeException {
        return plan(spec, new SplitMemory());
    }

    /** As above, with the cut made last, which is taken again where no setting of the cut has changed. */
    Plan plan(RunSpec spec, SplitMemory splits) throws NoticeException {
        if (data instanceof Imported.Credit credit && credit.book().bad().length == 0) {
            throw new NoticeException(Notice.of("train.obstacle.noTarget"));
        }
        PlanCheck.kernels(spec);
        SplitPlan split = splits.of(spec, data);
        LayerPlan layers = layers(spec);
        int rows = rows(spec, split.count(Use.TRAINING));
        MemoryPlan memory = MemoryPlan.of(layers, spec, rows);
        PlanCheck.memory(memory, machine);
        TimePlan time = TimePlan.of(
                spec,
                rows,
                rows(spec, split.count(Use.VALIDATION)),
                ChildOptions.forSpec(spec).threads(),
                other -> layers(other).multiplyAdds(),
                runs);
        return new Plan(split, layers, rows, memory, time, PlanCheck.notes(spec, rows));
    }

    private LayerPlan layers(RunSpec spec) {
        return LayerPlan.of(spec, data, features(spec), unit);
    }

    private int features(RunSpec spec) {
        return spec instanceof ForecastSpec && data instanceof Imported.Prices prices
                ? ForecastWindows.featureNames(prices.seriesNamed(spec.series()))
                        .size()
                : 0;
    }

    /** A classifier takes every so many days. */
    private static int rows(RunSpec spec, int days) {
        return spec instanceof ClassifySpec s ? (days + s.stride() - 1) / s.stride() : days;
    }
}
