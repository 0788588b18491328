package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.ForecastWindows;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.feature.WindowInputs;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.model.RunSpec;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The days of a series that have a full window behind them. */
final class WindowPlaces implements Places {
    private final RunSpec spec;
    private final PriceHistory history;
    private final WindowInputs windows;
    private final Telling telling;
    private final WeightStages weights;
    private float[] mean;

    /** @param weights stay open */
    WindowPlaces(RunSpec spec, PriceHistory history, WindowInputs windows, Telling telling, WeightStages weights) {
        this.spec = spec;
        this.history = history;
        this.windows = windows;
        this.telling = telling;
        this.weights = weights;
    }

    @Override
    public String model() {
        return spec.model();
    }

    @Override
    public Shape sample() {
        return Network.shapeOf(windows);
    }

    @Override
    public int first() {
        return windows.firstOrigin();
    }

    @Override
    public int last() {
        return windows.lastOrigin();
    }

    @Override
    public int apart() {
        return windows.window();
    }

    @Override
    public float[] input(int place) throws NoticeException {
        RunFolder.checkOrigins(place, place + 1, first(), last() + 1);
        return windows.of(place);
    }

    @Override
    public float[] inputs(int... asked) {
        return Samples.inputs(windows, asked);
    }

    @Override
    public LocalDate date(int place) {
        return history.dates().get(place);
    }

    @Override
    public List<LocalDate> dates(int place) {
        return history.dates().subList(place - windows.window() + 1, place + 1);
    }

    @Override
    public Inputs inputs(int place, float[] numbers) throws NoticeException {
        float[] input = input(place);
        int columns = Math.toIntExact(sample().get(sample().dimension() - 1));
        double[][] cells = new double[input.length / columns][columns];
        for (int i = 0; i < input.length; i++) {
            cells[i / columns][i % columns] = input[i];
        }
        double[] closes = Arrays.copyOfRange(history.close(), place - windows.window() + 1, place + 1);
        return new Inputs(place, dates(place), closes, cells, names(), telling.shown(place, numbers));
    }

    /** Of a day's values; empty for pictures. */
    private List<String> names() {
        return switch (windows) {
            case ForecastWindows days -> days.names();
            case WindowImages pictures -> List.of();
        };
    }

    @Override
    public float[] baseline() {
        if (mean == null) {
            mean = MeanWindow.of(windows, spec);
        }
        return mean.clone();
    }

    @Override
    public Fold fold() {
        int[] shape = windows.shape();
        return switch (windows) {
            case ForecastWindows days -> new DaysFold(shape[0], days.names());
            case WindowImages pictures -> new PictureFold(shape[1], shape[2]);
        };
    }

    @Override
    public LagFold lags() {
        return switch (windows) {
            case ForecastWindows days -> LagFold.ofDays(days.window(), days.names());
            case WindowImages pictures -> LagFold.ofDays(0, List.of());
        };
    }

    @Override
    public List<Stage> stages() {
        return weights.offered();
    }

    @Override
    public Flow flow(Stage stage) throws NoticeException {
        return weights.flow(stage);
    }

    @Override
    public Flow anew(long seed) {
        return weights.anew(seed);
    }

    @Override
    public int output() {
        return telling.output();
    }

    @Override
    public double told(double number) {
        return telling.told(number);
    }

    @Override
    public double answer(float[] numbers) {
        return telling.answer(numbers);
    }
}
