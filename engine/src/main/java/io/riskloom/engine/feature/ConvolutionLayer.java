package io.riskloom.engine.feature;

import io.riskloom.engine.data.Notice;

/**
 * A whole layer of convolutions in double precision. Filter f belongs to group ⌊f·g/F⌋ of g and reads the C/g channels of that
 * group: y(f) = a(b(f) + Σ over those channels c of x(c) ⋆ k(f, c)), where ⋆ is {@link Convolution}.
 *
 * @param input   C channels × rows × columns
 * @param kernels F filters × C/g channels × rows × columns
 * @param biases  one a filter
 */
public record ConvolutionLayer(
        double[][][] input,
        double[][][][] kernels,
        double[] biases,
        int stride,
        int padding,
        int dilation,
        int groups,
        PadMode padMode,
        Activation activation) {

    /**
     * @throws SetupException {@code conv.error.groups} (groups, channels, filters, nearest possible) where groups do not divide
     *     both
     */
    public static void checkGroups(int channels, int filters, int groups) throws SetupException {
        if (groups < 1 || channels % groups != 0 || filters % groups != 0) {
            throw new SetupException(
                    Notice.of("conv.error.groups", groups, channels, filters, nearestGroups(channels, filters, groups)),
                    null);
        }
    }

    /** The number of groups that divides both and is closest; of two as close the smaller one. */
    public static int nearestGroups(int channels, int filters, int groups) {
        int best = 1;
        for (int g = 2; g <= Math.min(channels, filters); g++) {
            boolean divides = channels % g == 0 && filters % g == 0;
            if (divides && Math.abs(g - groups) < Math.abs(best - groups)) {
                best = g;
            }
        }
        return best;
    }

    /** First channel that a filter reads. */
    public int firstChannel(int filter) {
        return filter / (kernels.length / groups) * (input.length / groups);
    }

    /** What one of the channels that a filter reads adds to its sum: rows × columns. */
    public double[][] share(int filter, int place) throws SetupException {
        return Convolution.output(
                input[firstChannel(filter) + place], kernels[filter][place], stride, padding, dilation, padMode, 0);
    }

    /** Bias and shares of all channels, before the activation: rows × columns. */
    public double[][] sum(int filter) throws SetupException {
        checkGroups(input.length, kernels.length, groups);
        double[][] sum = null;
        for (int place = 0; place < input.length / groups; place++) {
            double[][] share = share(filter, place);
            if (sum == null) {
                sum = new double[share.length][share[0].length];
            }
            for (int i = 0; i < share.length; i++) {
                for (int j = 0; j < share[i].length; j++) {
                    sum[i][j] += share[i][j] + (place == 0 ? biases[filter] : 0);
                }
            }
        }
        return sum;
    }

    /** @return filters × rows × columns */
    public double[][][] output() throws SetupException {
        double[][][] output = new double[kernels.length][][];
        for (int filter = 0; filter < kernels.length; filter++) {
            output[filter] = sum(filter);
            for (double[] row : output[filter]) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = activation.of(row[j]);
                }
            }
        }
        return output;
    }
}
