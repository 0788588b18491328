package io.riskloom.app.playground;

import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.Pooling;
import io.riskloom.engine.feature.SetupException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The output of a set-up with the explanation of every cell, all by {@link Convolution} and {@link Pooling}.
 *
 * @param padded       the input with its padding written out
 * @param output       rows × columns
 * @param explanations one a cell of the output, in reading order
 */
record Working(double[][] padded, Grid output, List<Explanation> explanations) {

    /** @throws SetupException with the nearest possible set-up where this one has no output */
    static Working of(PlaygroundState s) throws SetupException {
        return s.mode() == PlaygroundState.Mode.POOLING ? pooling(s) : convolution(s);
    }

    private static Working convolution(PlaygroundState s) throws SetupException {
        double[][] x = s.input().values();
        double[][] k = s.kernel().values();
        double[][] y = Convolution.output(x, k, s.stride(), s.padding(), s.dilation(), s.padMode(), s.bias());
        int[][] sources = sources(s);
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y[0].length; j++) {
                Convolution.Cell cell =
                        Convolution.cell(x, k, s.stride(), s.padding(), s.dilation(), s.padMode(), s.bias(), i, j);
                List<Explanation.Term> terms = cell.terms().stream()
                        .map(t -> new Explanation.Term(
                                new Place(t.inputRow(), t.inputColumn()),
                                source(sources, s, t.inputRow(), t.inputColumn()),
                                t.inputValue(),
                                t.kernelValue()))
                        .toList();
                List<Double> running = Arrays.stream(cell.running()).boxed().toList();
                explanations.add(new Explanation(Optional.empty(), terms, cell.bias(), running, cell.sum()));
            }
        }
        return new Working(Convolution.padded(x, s.padding(), s.padMode()), Grid.of(y), List.copyOf(explanations));
    }

    private static Working pooling(PlaygroundState s) throws SetupException {
        double[][] x = s.input().values();
        PlaygroundState.Pool p = s.pool();
        double[][] y = Pooling.output(x, p.kind(), p.rows(), p.columns(), p.stride());
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y[0].length; j++) {
                Pooling.Cell cell = Pooling.cell(x, p.kind(), p.rows(), p.columns(), p.stride(), i, j);
                List<Explanation.Term> terms = cell.terms().stream()
                        .map(t -> {
                            Place place = new Place(t.inputRow(), t.inputColumn());
                            return new Explanation.Term(place, Optional.of(place), t.value(), t.weight());
                        })
                        .toList();
                explanations.add(new Explanation(Optional.of(p.kind()), terms, 0, List.of(), cell.value()));
            }
        }
        return new Working(x, Grid.of(y), List.copyOf(explanations));
    }

    /** Which input cell, counted from 1 in reading order, each padded cell repeats; found by padding those numbers. */
    private static int[][] sources(PlaygroundState s) throws SetupException {
        double[][] numbered = s.input().values();
        int number = 0;
        for (double[] row : numbered) {
            for (int column = 0; column < row.length; column++) {
                row[column] = ++number;
            }
        }
        return Arrays.stream(Convolution.padded(numbered, s.padding(), s.padMode()))
                .map(row -> Arrays.stream(row).mapToInt(v -> (int) v).toArray())
                .toArray(int[][]::new);
    }

    private static Optional<Place> source(int[][] sources, PlaygroundState s, int row, int column) {
        int number = sources[row + s.padding()][column + s.padding()];
        int columns = s.input().columns();
        return number == 0 ? Optional.empty() : Optional.of(new Place((number - 1) / columns, (number - 1) % columns));
    }

    int cells() {
        return explanations.size();
    }

    /** Of a cell in reading order. */
    Place place(int cell) {
        return new Place(cell / output.columns(), cell % output.columns());
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
}
