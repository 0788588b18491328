package io.riskloom.engine.challenger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The downhill simplex of Nelder and Mead 1965 (reflection 1, expansion 2, contraction ½, shrinking ½). */
final class NelderMead {

    private record Vertex(double[] at, double value) {}

    private NelderMead() {}

    /**
     * @param f    to be made small; NaN counts as infinite
     * @param step how far the first simplex reaches along each axis
     * @param most largest number of rounds
     * @return the best point found; the search ends early where the values of the simplex agree to 1e-10 of their size
     */
    static double[] minimise(ToDoubleFunction<double[]> f, double[] start, double[] step, int most) {
        int n = start.length;
        Vertex[] simplex = new Vertex[n + 1];
        simplex[n] = vertex(f, start.clone());
        for (int i = 0; i < n; i++) {
            double[] at = start.clone();
            at[i] += step[i];
            simplex[i] = vertex(f, at);
        }
        for (int round = 0; round < most; round++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
            double spread = simplex[n].value() - simplex[0].value();
            if (spread <= 1e-10 * (1 + Math.abs(simplex[0].value()))) {
                break;
            }
            improve(f, simplex);
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
        return simplex[0].at();
    }

    private static void improve(ToDoubleFunction<double[]> f, Vertex[] simplex) {
        int n = simplex.length - 1;
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centre[j] += simplex[i].at()[j] / n;
            }
        }
        Vertex worst = simplex[n];
        Vertex reflected = vertex(f, along(centre, worst.at(), -1));
        if (reflected.value() < simplex[0].value()) {
            Vertex expanded = vertex(f, along(centre, worst.at(), -2));
            simplex[n] = expanded.value() < reflected.value() ? expanded : reflected;
        } else if (reflected.value() < simplex[n - 1].value()) {
            simplex[n] = reflected;
        } else {
            double side = reflected.value() < worst.value() ? -0.5 : 0.5;
            Vertex contracted = vertex(f, along(centre, worst.at(), side));
            if (contracted.value() < Math.min(reflected.value(), worst.value())) {
                simplex[n] = contracted;
            } else {
                for (int i = 1; i <= n; i++) {
                    simplex[i] = vertex(f, along(simplex[0].at(), simplex[i].at(), 0.5));
                }
            }
        }
    }

    /** from + share·(to − from). */
    private static double[] along(double[] from, double[] to, double share) {
        double[] at = new double[from.length];
        for (int j = 0; j < at.length; j++) {
            at[j] = from[j] + share * (to[j] - from[j]);
        }
        return at;
    }

    private static Vertex vertex(ToDoubleFunction<double[]> f, double[] at) {
        double value = f.applyAsDouble(at);
        return new Vertex(at, Double.isNaN(value) ? Double.POSITIVE_INFINITY : value);
    }
}
