package io.riskloom.engine.djl;

import io.riskloom.engine.model.Learning;
import java.util.List;

/**
 * Share of the peak learning rate over a run. Nothing is remembered from step to step: the number of the step and the
 * scores of the finished epochs say all, so that a resumed run goes on with the same rates.
 *
 * <ul>
 *   <li>{@code COSINE}: linear warm-up, then half a cosine down to a twentieth.
 *   <li>{@code CONSTANT}: linear warm-up, then 1.
 *   <li>{@code PLATEAU}: linear warm-up; halved whenever {@code patience} epochs brought no better score, not below a
 *       hundredth (PyTorch's {@code ReduceLROnPlateau} with factor ½ and threshold 0, whose patience counts one less).
 *   <li>{@code ONE_CYCLE}: half a cosine up from 1/25 over the warm-up, then half a cosine down to 1/250,000 (Smith
 *       &amp; Topin 2018, PyTorch's {@code OneCycleLR} without its cycle of momentum).
 * </ul>
 *
 * @param warmup   share of the run in which the rate rises
 * @param patience epochs of {@code PLATEAU}, at least 1
 */
record Schedule(Kind kind, double warmup, int patience) {
    private static final double COSINE_FLOOR = 0.05;
    private static final double PLATEAU_FLOOR = 0.01;
    private static final double CYCLE_START = 1 / 25.0;
    private static final double CYCLE_END = CYCLE_START / 1e4;

    enum Kind {
        COSINE,
        CONSTANT,
        PLATEAU,
        ONE_CYCLE
    }

    Schedule {
        if (!(warmup >= 0 && warmup <= 1) || patience < 1) {
            throw new IllegalArgumentException("warm-up share " + warmup + ", patience " + patience);
        }
    }

    /** As a specification says; a plateau is half as long as the patience that ends the run, at most a tenth of the run. */
    static Schedule of(Learning learning, int epochs) {
        Kind kind =
                switch (learning.schedule()) {
                    case "cosine" -> Kind.COSINE;
                    case "constant" -> Kind.CONSTANT;
                    case "plateau" -> Kind.PLATEAU;
                    case "one-cycle" -> Kind.ONE_CYCLE;
                    default -> throw new IllegalArgumentException("no schedule " + learning.schedule());
                };
        return new Schedule(kind, learning.warmup(), Math.max(1, Math.min(learning.patience() / 2, epochs / 10)));
    }

    /**
     * @param step   from 0
     * @param total  steps of the whole run
     * @param scores of the finished epochs, smaller is better
     */
    double factor(long step, long total, List<Double> scores) {
        if (kind == Kind.ONE_CYCLE) {
            return cycle(step, total);
        }
        long rising = warmup == 0 ? 0 : Math.min(total, Math.max(1, (long) (total * warmup)));
        if (step < rising) {
            return (step + 1.0) / rising;
        }
        return switch (kind) {
            case COSINE -> {
                double share = total == rising ? 1 : Math.min(1, (double) (step - rising) / (total - rising));
                yield along(1, COSINE_FLOOR, share);
            }
            case PLATEAU -> Math.max(PLATEAU_FLOOR, Math.pow(0.5, plateaus(scores)));
            default -> 1;
        };
    }

    private double cycle(long step, long total) {
        double top = Math.max(0, warmup * total - 1);
        double last = Math.max(top, total - 1.0);
        if (step < top) {
            return along(CYCLE_START, 1, step / top);
        }
        return along(1, CYCLE_END, last == top ? 0 : Math.min(1, (step - top) / (last - top)));
    }

    private static double along(double from, double to, double share) {
        return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * share));
    }

    private int plateaus(List<Double> scores) {
        double best = Double.POSITIVE_INFINITY;
        int waited = 0;
        int plateaus = 0;
        for (double score : scores) {
            if (score < best) {
                best = score;
                waited = 0;
            } else if (++waited == patience) {
                plateaus++;
                waited = 0;
            }
        }
        return plateaus;
    }
}
