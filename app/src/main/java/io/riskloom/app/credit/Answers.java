package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.engine.stats.BrierDecomposition;
import io.riskloom.engine.stats.CalibrationCurve;
import io.riskloom.engine.stats.CapCurve;
import io.riskloom.engine.stats.CostMatrix;
import io.riskloom.engine.stats.HosmerLemeshow;
import io.riskloom.engine.stats.KsCurve;
import io.riskloom.engine.stats.Lift;
import io.riskloom.engine.stats.PrCurve;
import io.riskloom.engine.stats.Roc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** One model's answers for the test applicants, both classes among them. Each curve is computed once, when it is first looked at. */
final class Answers {

    static final int GROUPS = 10;

    private final String name;
    private final Tone tone;
    private final double[] probability;
    private final List<Once<?>> all = new ArrayList<>();
    private final Supplier<Roc.Curve> curve;
    private final Supplier<Points> roc;
    private final Supplier<CapCurve> cap;
    private final Supplier<Points> captured;
    private final Supplier<PrCurve> pr;
    private final Supplier<Points> precision;
    private final Supplier<KsCurve> ks;
    private final Supplier<Points> goodBelow;
    private final Supplier<Points> badBelow;
    private final Supplier<Lift> lift;
    private final Supplier<CalibrationCurve> calibration;
    private final Supplier<BrierDecomposition> brier;
    private final Supplier<HosmerLemeshow> hosmerLemeshow;
    private final Supplier<Ranked> ranked;

    /** @param name key under {@code challenger.} in the bundles; empty for the network */
    Answers(String name, Tone tone, double[] probability, boolean[] bad) {
        this.name = name;
        this.tone = tone;
        this.probability = probability;
        curve = once(Roc::curve, bad);
        roc = once(() -> new Points(curve.get().fpr(), curve.get().tpr()));
        cap = once(() -> CapCurve.of(curve.get()));
        captured = once(() -> new Points(cap().population(), cap().captured()));
        pr = once(() -> PrCurve.of(curve.get()));
        precision = once(() -> new Points(pr().recall(), pr().precision()));
        ks = once(KsCurve::of, bad);
        goodBelow = once(() -> Points.steps(ks().scores(), ks().good(), 0, 0, 1));
        badBelow = once(() -> Points.steps(ks().scores(), ks().bad(), 0, 0, 1));
        lift = once((p, y) -> Lift.of(p, y, GROUPS), bad);
        calibration = once((p, y) -> CalibrationCurve.of(p, y, GROUPS), bad);
        brier = once((p, y) -> BrierDecomposition.of(p, y, GROUPS), bad);
        hosmerLemeshow = once((p, y) -> HosmerLemeshow.of(p, y, GROUPS), bad);
        ranked = once(Ranked::new, bad);
    }

    private <T> Supplier<T> once(BiFunction<double[], boolean[], T> compute, boolean[] bad) {
        return once(() -> compute.apply(probability, bad));
    }

    private <T> Supplier<T> once(Supplier<T> compute) {
        Once<T> once = new Once<>(compute);
        all.add(once);
        return once;
    }

    /** Computes all curves, so that none is left to be computed while somebody waits; not while others look at them. */
    void prepare() {
        all.forEach(Once::get);
    }

    String name() {
        return name;
    }

    boolean network() {
        return name.isEmpty();
    }

    Tone tone() {
        return tone;
    }

    /** Not to be written into. */
    double[] probability() {
        return probability;
    }

    /** Share of the bad refused over the share of the good. */
    Points roc() {
        return roc.get();
    }

    /** What each cut-off brings. */
    CostMatrix.Curve profit(CostMatrix costs) {
        return costs.curve(curve.get());
    }

    CapCurve cap() {
        return cap.get();
    }

    /** Share of the bad among the riskiest over the share of all. */
    Points captured() {
        return captured.get();
    }

    /** Precision over recall. */
    Points precision() {
        return precision.get();
    }

    /** Share of the good at or below each probability. */
    Points goodBelow() {
        return goodBelow.get();
    }

    /** Share of the bad at or below each probability. */
    Points badBelow() {
        return badBelow.get();
    }

    PrCurve pr() {
        return pr.get();
    }

    KsCurve ks() {
        return ks.get();
    }

    /** The cut-off at which the distributions of good and bad are furthest apart; at most 1, where all are approved. */
    double ksPoint() {
        return Math.min(1, ks().cutOff());
    }

    /** Ten groups of equal size, the riskiest first. */
    Lift lift() {
        return lift.get();
    }

    /** Ten bins of equal size. */
    CalibrationCurve calibration() {
        return calibration.get();
    }

    BrierDecomposition brier() {
        return brier.get();
    }

    HosmerLemeshow hosmerLemeshow() {
        return hosmerLemeshow.get();
    }

    /** Counts at any cut-off. */
    Ranked ranked() {
        return ranked.get();
    }

    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> compute;
        private T value;

        Once(Supplier<T> compute) {
            this.compute = compute;
        }

        @Override
        public T get() {
            if (value == null) {
                value = compute.get();
            }
            return value;
        }
    }
}
