package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.PoolShape;
import java.util.List;

/** Refuses settings of {@link EngineArithmetic} that cannot be, as {@code run.error.convolution} (what, value, expected). */
final class ArithmeticChecks {
    private static final List<String> PAD_MODES = List.of("zeros", "reflect", "replicate");

    private ArithmeticChecks() {}

    static void convolution(
            double[][][] input, double[][][][] kernels, double[] biases, EngineArithmetic.Sliding sliding)
            throws NoticeException {
        box("input", input);
        filters("kernel", kernels);
        count("biases", biases.length, kernels.length);
        atLeast("stride", sliding.stride(), 1);
        atLeast("dilation", sliding.dilation(), 1);
        between("padding", sliding.padding(), 0, Convolution.MOST_PADDING);
        atLeast("groups", sliding.groups(), 1);
        if (input.length != (long) kernels[0].length * sliding.groups()) {
            throw refused("channels", input.length, "= " + kernels[0].length + " × " + sliding.groups());
        }
        if (kernels.length % sliding.groups() != 0) {
            throw refused("filters", kernels.length, "n × " + sliding.groups());
        }
        if (sliding.padMode() == null || !PAD_MODES.contains(sliding.padMode())) {
            throw refused("padMode", String.valueOf(sliding.padMode()), String.join(", ", PAD_MODES));
        }
        int shorter = Math.min(input[0].length, input[0][0].length);
        if (sliding.padMode().equals("reflect") && sliding.padding() >= shorter) {
            throw refused("padding", sliding.padding(), "< " + shorter);
        }
        fits("rows", input[0].length + 2 * sliding.padding(), reach(kernels[0][0].length, sliding));
        fits("columns", input[0][0].length + 2 * sliding.padding(), reach(kernels[0][0][0].length, sliding));
    }

    /** Cells from the first to the last that a kernel touches along one side. */
    private static long reach(int size, EngineArithmetic.Sliding sliding) {
        return (size - 1L) * sliding.dilation() + 1;
    }

    static void pooling(double[][][] input, PoolShape shape, String kind) throws NoticeException {
        box("input", input);
        if (!"max".equals(kind) && !"average".equals(kind)) {
            throw refused("kind", String.valueOf(kind), "max, average");
        }
        switch (shape.form()) {
            case WINDOW -> {
                atLeast("rows", shape.rows(), 1);
                atLeast("columns", shape.columns(), 1);
                atLeast("stride", shape.stride(), 1);
                between("padding", shape.padding(), 0, shape.mostPadding());
                fits("rows", input[0].length + 2 * shape.padding(), shape.rows());
                fits("columns", input[0][0].length + 2 * shape.padding(), shape.columns());
            }
            case ADAPTIVE -> {
                between("rows", shape.rows(), 1, PoolShape.MOST_CELLS);
                between("columns", shape.columns(), 1, PoolShape.MOST_CELLS);
            }
            case GLOBAL -> {}
        }
    }

    static void dense(double[] input, double[][] weights, double[] biases) throws NoticeException {
        rectangle("weights", weights);
        count("weights", weights[0].length, input.length);
        count("biases", biases.length, weights.length);
    }

    /** Channels of the same rows × columns, at least one cell each. */
    private static void box(String what, double[][][] channels) throws NoticeException {
        if (channels.length == 0) {
            throw refused(what, 0, "≥ 1 × 1");
        }
        for (double[][] channel : channels) {
            rectangle(what, channel);
            if (channel.length != channels[0].length || channel[0].length != channels[0][0].length) {
                throw refused(what, size(channel), "= " + size(channels[0]));
            }
        }
    }

    /** Filters of the same channels × rows × columns. */
    private static void filters(String what, double[][][][] filters) throws NoticeException {
        if (filters.length == 0) {
            throw refused(what, 0, "≥ 1 × 1");
        }
        for (double[][][] filter : filters) {
            box(what, filter);
            count(what, filter.length, filters[0].length);
            if (!size(filter[0]).equals(size(filters[0][0]))) {
                throw refused(what, size(filter[0]), "= " + size(filters[0][0]));
            }
        }
    }

    private static String size(double[][] cells) {
        return cells.length + " × " + cells[0].length;
    }

    private static void rectangle(String what, double[][] cells) throws NoticeException {
        if (cells.length == 0 || cells[0].length == 0) {
            throw refused(what, 0, "≥ 1 × 1");
        }
        for (double[] row : cells) {
            count(what, row.length, cells[0].length);
        }
    }

    private static void count(String what, int count, int expected) throws NoticeException {
        if (count != expected) {
            throw refused(what, count, "= " + expected);
        }
    }

    private static void atLeast(String what, int value, int least) throws NoticeException {
        if (value < least) {
            throw refused(what, value, "≥ " + least);
        }
    }

    private static void between(String what, int value, int least, int most) throws NoticeException {
        if (value < least || value > most) {
            throw refused(what, value, least + " … " + most);
        }
    }

    private static void fits(String what, long size, long window) throws NoticeException {
        if (size < window) {
            throw refused(what, size, "≥ " + window);
        }
    }

    private static NoticeException refused(String what, Object value, String expected) {
        return new NoticeException(Notice.of("run.error.convolution", what, value, expected));
    }
}
