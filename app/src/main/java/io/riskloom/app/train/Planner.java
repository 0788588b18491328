package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.FeatureGroups;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.service.ChildOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans runs on loaded data.
 *
 * @param unit    what a row of the series spans
 * @param runs    of the project, newest first
 * @param machine  memory of the machine in bytes
 * @param encoders keeps how a credit table is encoded from plan to plan
 */
record Planner(Imported data, BarUnit unit, List<Run> runs, long machine, EncoderMemory encoders) {

    Planner(Imported data, BarUnit unit, List<Run> runs, long machine) {
        this(data, unit, runs, machine, new EncoderMemory());
    }

    /** @throws NoticeException where the run cannot be as the settings say, with the reason */
    Plan plan(RunSpec spec) throws NoticeException {
        Draft draft = draft(spec, new SplitMemory());
        if (draft.obstacle().isPresent()) {
            throw new NoticeException(draft.obstacle().get());
        }
        return draft.plan().orElseThrow();
    }

    /**
     * What can be told of a run, and the first thing that speaks against it.
     *
     * @param splits keeps the cut made last, which is taken again where no setting of the cut has changed
     */
    Draft draft(RunSpec spec, SplitMemory splits) {
        List<Notice> against = new ArrayList<>();
        Optional<LayerPlan> layers = unless(against, () -> {
            if (data instanceof Imported.Prices prices) {
                PlanCheck.inputs(spec, prices.seriesNamed(spec.series()));
            }
            if (spec instanceof CreditSpec credit && data instanceof Imported.Credit table) {
                PlanCheck.history(credit, encoders.of(credit, table.book()), table.book());
            }
            PlanCheck.kernels(spec);
            return layers(spec);
        });
        Optional<SplitPlan> split = unless(against, () -> {
            if (spec instanceof CreditSpec
                    && data instanceof Imported.Credit credit
                    && credit.book().bad().length == 0) {
                throw new NoticeException(Notice.of("train.obstacle.noTarget"));
            }
            return splits.of(spec, data);
        });
        Optional<Plan> plan = split.flatMap(cut -> layers.map(network -> plan(spec, cut, network)));
        plan.flatMap(made -> PlanCheck.memory(made.memory(), machine)).ifPresent(against::add);
        return new Draft(split, layers, plan, against.stream().findFirst());
    }

    private Plan plan(RunSpec spec, SplitPlan split, LayerPlan layers) {
        int rows = SampleRows.training(spec, data, split);
        TimePlan time = TimePlan.of(
                spec,
                rows,
                SampleRows.validation(spec, split),
                ChildOptions.forSpec(spec).threads(),
                other -> layers(other).multiplyAdds(),
                runs);
        return new Plan(split, layers, rows, MemoryPlan.of(layers, spec, rows), time, PlanCheck.notes(spec, rows));
    }

    @FunctionalInterface
    private interface Part<T> {
        T make() throws NoticeException;
    }

    private static <T> Optional<T> unless(List<Notice> against, Part<T> part) {
        try {
            return Optional.of(part.make());
        } catch (NoticeException e) {
            against.add(e.notice());
            return Optional.empty();
        }
    }

    private LayerPlan layers(RunSpec spec) {
        if (data instanceof Imported.Credit table && spec instanceof CreditSpec credit) {
            return CreditLayers.of(credit, encoders.of(credit, table.book()));
        }
        if (data instanceof Imported.Credit table && spec instanceof AnomalySpec anomaly) {
            return AnomalyLayers.of(anomaly, encoders.of(table.book()).width());
        }
        return LayerPlan.of(spec, features(spec), unit);
    }

    private int features(RunSpec spec) {
        List<String> groups =
                switch (spec) {
                    case ForecastSpec s -> s.groups();
                    case ClassifySpec s -> s.groups();
                    case AnomalySpec s -> List.of();
                    case CreditSpec s -> List.of();
                    case GenerateSpec s -> List.of();
                };
        return data instanceof Imported.Prices prices
                ? FeatureGroups.offered(prices.seriesNamed(spec.series()), groups)
                        .size()
                : 0;
    }
}
