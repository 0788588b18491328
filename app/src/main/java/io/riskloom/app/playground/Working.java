package io.riskloom.app.playground;

import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.Pooling;
import io.riskloom.engine.feature.SetupException;
import java.util.List;
import java.util.Optional;

/**
 * The output of a set-up with the explanation of every cell, all by {@link Convolution} and {@link Pooling}.
 *
 * @param padded       the shown channel with its padding written out
 * @param output       rows × columns, of the shown filter
 * @param explanations one a cell of the output, in reading order
 * @param maps         what every filter or pooled channel gives
 * @param shares       what each channel that the shown filter reads adds, cell by cell
 * @param sum          before the activation
 * @param gradient     what flows back to each cell of each channel where every output sends back 1; pooling only
 * @param row          the row of returns beside their picture
 * @param end          the dense end on top of the maps
 */
record Working(
        double[][] padded,
        Grid output,
        List<Explanation> explanations,
        List<Grid> maps,
        List<Grid> shares,
        Grid sum,
        List<Grid> gradient,
        Optional<Working> row,
        Optional<DenseWorking> end) {

    Working {
        explanations = List.copyOf(explanations);
        maps = List.copyOf(maps);
        shares = List.copyOf(shares);
        gradient = List.copyOf(gradient);
    }

    /** @throws SetupException with the nearest possible set-up where this one has no output */
    static Working of(PlaygroundState s) throws SetupException {
        return switch (s.mode()) {
            case CONVOLUTION -> ConvolutionWorking.of(s);
            case DENSE -> {
                Working maps = ConvolutionWorking.of(s);
                yield maps.with(Optional.empty(), Optional.of(DenseWorking.of(s.dense(), maps.maps())));
            }
            case SERIES -> {
                Series series = s.series();
                Working row = ConvolutionWorking.plain(s, series.returns(), series.kernel());
                yield ConvolutionWorking.plain(s, series.image(), series.imageKernel())
                        .with(Optional.of(row), Optional.empty());
            }
            case POOLING -> PoolingWorking.of(s);
        };
    }

    private Working with(Optional<Working> returns, Optional<DenseWorking> dense) {
        return new Working(padded, output, explanations, maps, shares, sum, gradient, returns, dense);
    }

    /** What there is to step through: cells of the output, or values that the dense layer reads. */
    int cells() {
        return end.map(e -> e.values().length).orElse(explanations.size());
    }

    /** Of a cell in reading order. */
    Place place(int cell) {
        int within = cell % explanations.size();
        return new Place(within / output.columns(), within % output.columns());
    }

    Explanation explanation(int cell) {
        return explanations.get(cell % explanations.size());
    }

    /** Input cells that max pooling takes, in any window; the gradient flows back to them and to no other. */
    List<Place> marks() {
        return explanations.stream()
                .filter(e -> e.kind().equals(Optional.of(Pooling.Kind.MAX)))
                .flatMap(e -> e.terms().stream())
                .filter(t -> t.weight() == 1)
                .map(Explanation.Term::place)
                .distinct()
                .toList();
    }

    /** Whether there is more to see than one channel, one filter and their sum. */
    boolean chained() {
        return maps.size() > 1 || shares.size() > 1 || explanations.getFirst().activation() != Activation.NONE;
    }
}
