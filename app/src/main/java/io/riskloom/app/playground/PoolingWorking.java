package io.riskloom.app.playground;

import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.feature.Pooling;
import io.riskloom.engine.feature.SetupException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Explains a pooling; every channel is pooled by itself. */
final class PoolingWorking {

    private PoolingWorking() {}

    static Working of(PlaygroundState s) throws SetupException {
        PoolShape shape = s.pool().shape();
        Pooling.Kind kind = s.pool().kind();
        List<Grid> maps = new ArrayList<>();
        List<Grid> gradient = new ArrayList<>();
        for (Grid channel : s.inputs().grids()) {
            maps.add(Grid.of(Pooling.output(channel.values(), kind, shape)));
            gradient.add(Grid.of(Pooling.gradient(channel.values(), kind, shape)));
        }
        double[][] x = s.input().values();
        Grid output = maps.get(s.look().channel());
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < output.rows(); i++) {
            for (int j = 0; j < output.columns(); j++) {
                Pooling.Cell cell = Pooling.cell(x, kind, shape, i, j);
                List<Explanation.Term> terms =
                        cell.terms().stream().map(t -> term(x, t)).toList();
                explanations.add(Explanation.pooled(kind, terms, cell.value()));
            }
        }
        return new Working(
                padded(x, s.pool().border(), kind),
                output,
                explanations,
                maps,
                List.of(output),
                output,
                gradient,
                Optional.empty(),
                Optional.empty());
    }

    private static Explanation.Term term(double[][] x, Pooling.Term t) {
        Place place = new Place(t.inputRow(), t.inputColumn());
        boolean inside =
                place.row() >= 0 && place.column() >= 0 && place.row() < x.length && place.column() < x[0].length;
        return new Explanation.Term(place, inside ? Optional.of(place) : Optional.empty(), t.value(), t.weight());
    }

    /** Padding as pooling means it: the maximum can never be found there, the mean counts it as 0. */
    static double[][] padded(double[][] x, int padding, Pooling.Kind kind) {
        double[][] padded = new double[x.length + 2 * padding][x[0].length + 2 * padding];
        for (double[] row : padded) {
            Arrays.fill(row, kind == Pooling.Kind.MAX ? Double.NEGATIVE_INFINITY : 0);
        }
        for (int row = 0; row < x.length; row++) {
            System.arraycopy(x[row], 0, padded[row + padding], padding, x[0].length);
        }
        return padded;
    }
}
