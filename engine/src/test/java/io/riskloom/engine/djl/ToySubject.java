package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One network before one input, which is at every place. Its last number is explained and shown. */
final class ToySubject implements Subject, AutoCloseable {
    private final Flow flow;
    private final Shape sample;
    private final float[] input;
    private float[] typical;
    private Fold fold;
    private LagFold lags = LagFold.ofDays(0, List.of());
    private Supplier<Network> another;
    private final int outputs;
    private final RandomFlows random = new RandomFlows(this);

    ToySubject(Network network, float[] input) {
        this.flow = Flow.of(network);
        this.sample = network.sample();
        this.input = input.clone();
        this.typical = new float[input.length];
        this.outputs = network.predict(input, sample).length;
        if (sample.dimension() == 3) {
            this.fold = new PictureFold((int) sample.get(1), (int) sample.get(2));
        } else {
            List<String> features = IntStream.range(0, (int) sample.get(sample.dimension() - 1))
                    .mapToObj(f -> "f" + f)
                    .toList();
            boolean days = sample.dimension() == 2;
            this.fold = days ? new DaysFold((int) sample.get(0), features) : RowFold.of(features);
            this.lags = LagFold.ofDays(days ? (int) sample.get(0) : 0, features);
        }
    }

    void typical(float... numbers) {
        typical = numbers.clone();
    }

    void fold(Fold other) {
        fold = other;
    }

    /** What {@link #anew} fills. */
    void another(Supplier<Network> network) {
        another = network;
    }

    Attributions attributions() {
        return new Attributions(this, random);
    }

    FaithfulnessTrial trial() {
        return new FaithfulnessTrial(this, random);
    }

    @Override
    public String model() {
        return "toy";
    }

    @Override
    public Shape sample() {
        return sample;
    }

    @Override
    public float[] input(int place) {
        return input.clone();
    }

    @Override
    public List<LocalDate> dates(int place) {
        return List.of();
    }

    @Override
    public float[] baseline() {
        return typical.clone();
    }

    @Override
    public Fold fold() {
        return fold;
    }

    @Override
    public LagFold lags() {
        return lags;
    }

    @Override
    public Flow flow(Stage stage) throws NoticeException {
        return flow;
    }

    @Override
    public Flow anew(long seed) {
        Network network = another.get();
        RandomControl.redraw(network, seed);
        return Flow.of(network);
    }

    @Override
    public int output() {
        return outputs - 1;
    }

    @Override
    public double told(double number) {
        return number;
    }

    @Override
    public double answer(float[] numbers) {
        return numbers[numbers.length - 1];
    }

    @Override
    public void close() {
        random.close();
        flow.close();
    }
}
