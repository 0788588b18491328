package io.riskloom.app.playground;

import io.riskloom.engine.feature.Activation;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.ConvolutionLayer;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.SetupException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Explains a convolution. */
final class ConvolutionWorking {

    private final ConvolutionLayer layer;
    private final int filter;
    private final int shown;
    private final Grid sum;
    private final int[][] sources;

    private ConvolutionWorking(ConvolutionLayer layer, int filter, int shown) throws SetupException {
        this.layer = layer;
        this.filter = filter;
        this.shown = shown;
        this.sum = Grid.of(layer.sum(filter));
        this.sources = sources(layer);
    }

    static Working of(PlaygroundState s) throws SetupException {
        ConvolutionLayer.checkGroups(
                s.inputs().count(), s.conv().bank().count(), s.conv().groups());
        return new ConvolutionWorking(s.layer(), s.look().filter(), s.look().channel() - s.firstRead()).working();
    }

    /** One channel and one filter without padding, bias and activation, moved by the set-up's stride and dilation. */
    static Working plain(PlaygroundState s, Grid input, Grid kernel) throws SetupException {
        ConvolutionLayer layer = new ConvolutionLayer(
                new double[][][] {input.values()},
                new double[][][][] {{kernel.values()}},
                new double[] {0},
                s.conv().stride(),
                0,
                s.conv().dilation(),
                1,
                PadMode.ZERO,
                Activation.NONE);
        return new ConvolutionWorking(layer, 0, 0).working();
    }

    private Working working() throws SetupException {
        List<Grid> shares = new ArrayList<>();
        for (int place = 0; place < layer.kernels()[filter].length; place++) {
            shares.add(Grid.of(layer.share(filter, place)));
        }
        List<Grid> maps = Arrays.stream(layer.output()).map(Grid::of).toList();
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < sum.rows(); i++) {
            for (int j = 0; j < sum.columns(); j++) {
                explanations.add(explain(shares, i, j));
            }
        }
        return new Working(
                Convolution.padded(input(), layer.padding(), layer.padMode()),
                maps.get(filter),
                explanations,
                maps,
                shares,
                sum,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private double[][] input() {
        return layer.input()[layer.firstChannel(filter) + shown];
    }

    private Explanation explain(List<Grid> shares, int i, int j) throws SetupException {
        double bias = layer.biases()[filter];
        Convolution.Cell cell = Convolution.cell(
                input(),
                layer.kernels()[filter][shown],
                layer.stride(),
                layer.padding(),
                layer.dilation(),
                layer.padMode(),
                shares.size() == 1 ? bias : 0,
                i,
                j);
        List<Explanation.Term> terms = cell.terms().stream()
                .map(t -> new Explanation.Term(
                        new Place(t.inputRow(), t.inputColumn()),
                        source(t.inputRow(), t.inputColumn()),
                        t.inputValue(),
                        t.kernelValue()))
                .toList();
        return new Explanation(
                Optional.empty(),
                terms,
                bias,
                Arrays.stream(cell.running()).boxed().toList(),
                shares.stream().map(share -> share.at(i, j)).toList(),
                shown,
                sum.at(i, j),
                layer.activation(),
                layer.activation().of(sum.at(i, j)));
    }

    /** Which input cell, counted from 1 in reading order, each padded cell repeats; found by padding those numbers. */
    private static int[][] sources(ConvolutionLayer layer) throws SetupException {
        double[][] numbered = new double[layer.input()[0].length][layer.input()[0][0].length];
        int number = 0;
        for (double[] row : numbered) {
            for (int column = 0; column < row.length; column++) {
                row[column] = ++number;
            }
        }
        return Arrays.stream(Convolution.padded(numbered, layer.padding(), layer.padMode()))
                .map(row -> Arrays.stream(row).mapToInt(v -> (int) v).toArray())
                .toArray(int[][]::new);
    }

    private Optional<Place> source(int row, int column) {
        int number = sources[row + layer.padding()][column + layer.padding()];
        int columns = layer.input()[0][0].length;
        return number == 0 ? Optional.empty() : Optional.of(new Place((number - 1) / columns, (number - 1) % columns));
    }
}
