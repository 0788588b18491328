package io.riskloom.app.inside;

import io.riskloom.app.chart.ChartModel.HeatedPrices.Bands;
import io.riskloom.app.chart.ChartModel.HeatedPrices.HeatRow;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An attribution beside the input that it is about, folded over what people know: days, price bands, columns.
 *
 * @param seen        the input
 * @param attribution of that input
 */
record Evidence(Subject subject, Seen seen, Attribution attribution) {

    /** What an input is. */
    enum Kind {
        /** A window as a picture. */
        PICTURE,
        /** A window as days × features. */
        DAYS,
        APPLICANT
    }

    static Kind kind(Inputs inputs) {
        if (inputs.dates().isEmpty()) {
            return Kind.APPLICANT;
        }
        return inputs.columns().isEmpty() ? Kind.PICTURE : Kind.DAYS;
    }

    Kind kind() {
        return kind(seen.inputs());
    }

    /** Whether cells may be of either sign. */
    boolean signed() {
        return attribution.method().equals(Methods.GRADIENTS);
    }

    /** How windows are drawn; empty where the network sees no pictures of windows. */
    static String encoding(RunSpec spec) {
        return switch (spec) {
            case ClassifySpec s when s.seesImages() -> s.encoding();
            case ForecastSpec s when s.seesImages() -> s.encoding();
            default -> "";
        };
    }

    static boolean bars(RunSpec spec) {
        return encoding(spec).equals(WindowImages.BARS);
    }

    /** Which days a pixel of the window's picture stands for. */
    static PixelDays pixels(Seen seen) {
        int side = seen.inputs().cells()[0].length;
        return new PixelDays(side, seen.inputs().dates().size(), bars(seen.run().spec()));
    }

    /** Of each day: its share of an activation map in percent, or the sum of its contributions. */
    double[] days() {
        int days = seen.inputs().dates().size();
        double[] weights = kind() == Kind.PICTURE
                ? DayImportance.weights(
                        attribution.cells(), days, bars(seen.run().spec()))
                : Arrays.stream(attribution.cells())
                        .mapToDouble(row -> Arrays.stream(row).sum())
                        .toArray();
        return signed() ? weights : DayImportance.percent(weights);
    }

    /** The window's days with all that the file has of them. */
    PriceHistory window() {
        int size = seen.inputs().dates().size();
        return part(subject.history(), seen.place() - size + 1, seen.place() + 1);
    }

    static PriceHistory part(PriceHistory history, int from, int to) {
        return new PriceHistory(
                history.symbol(),
                history.dates().subList(from, to),
                part(history.open(), from, to),
                part(history.high(), from, to),
                part(history.low(), from, to),
                part(history.close(), from, to),
                part(history.volume(), from, to),
                history.source());
    }

    private static double[] part(double[] column, int from, int to) {
        return column.length == 0 ? column : Arrays.copyOfRange(column, from, to);
    }

    /** What rows of a chart of bars stand for; {@code null} for other inputs. */
    static WindowImages.PriceRows priceRows(Subject subject, Seen seen) {
        if (!bars(seen.run().spec()) || subject.history() == null) {
            return null;
        }
        int window = seen.inputs().dates().size();
        int from = Math.max(0, seen.place() + 1 - 2 * window); // all that the moving averages reach back to
        PriceHistory near = part(subject.history(), from, seen.place() + 1);
        return WindowImages.priceRows(near, window, seen.place() - from);
    }

    /** The cells by price where the picture is a chart of bars; {@code null} for others. */
    Bands bands(String name) {
        WindowImages.PriceRows rows = priceRows(subject, seen);
        if (rows == null) {
            return null;
        }
        double[][] cells = attribution.cells();
        double[][] prices = Arrays.copyOf(cells, rows.prices());
        boolean traded = subject.history().volume().length > 0;
        double[][] volume =
                traded ? Arrays.copyOfRange(cells, cells.length - rows.volume(), cells.length) : new double[0][];
        return new Bands(name, prices, rows.low(), rows.high(), volume);
    }

    /** Contributions of features over the days, those that contribute most first; none where days are not made of features. */
    List<HeatRow> features() {
        double[][] cells = attribution.cells();
        List<String> names = seen.inputs().columns();
        if (kind() != Kind.DAYS || cells[0].length != names.size() || names.size() < 2) {
            return List.of();
        }
        List<HeatRow> rows = new ArrayList<>();
        for (int f = 0; f < names.size(); f++) {
            int feature = f;
            double[] values =
                    Arrays.stream(cells).mapToDouble(day -> day[feature]).toArray();
            rows.add(new HeatRow(names.get(f), values));
        }
        rows.sort((a, b) -> Double.compare(size(b), size(a)));
        return rows;
    }

    private static double size(HeatRow row) {
        return Arrays.stream(row.values()).map(Math::abs).sum();
    }
}
