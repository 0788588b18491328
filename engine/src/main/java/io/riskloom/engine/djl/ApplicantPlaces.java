package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Stage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The applicants of a book. Of several networks the mean logit is told and explained. */
final class ApplicantPlaces implements Places {
    private final String name;
    private final CreditModel model;
    private final CreditBook book;
    private final WeightStages weights;

    /**
     * @param name    of the model, for notices
     * @param weights stay open
     */
    ApplicantPlaces(String name, CreditModel model, CreditBook book, WeightStages weights) {
        this.name = name;
        this.model = model;
        this.book = book;
        this.weights = weights;
    }

    @Override
    public String model() {
        return name;
    }

    private CreditEncoder encoder() {
        return model.encoder();
    }

    @Override
    public Shape sample() {
        return new Shape(encoder().width());
    }

    @Override
    public int first() {
        return 0;
    }

    @Override
    public int last() {
        return book.size() - 1;
    }

    @Override
    public int apart() {
        return 1;
    }

    /** @throws NoticeException {@code inside.error.row} (number from 1, rows) where there is none; or as the encoder */
    @Override
    public float[] input(int place) throws NoticeException {
        if (place < 0 || place >= book.size()) {
            throw new NoticeException(Notice.of("inside.error.row", place + 1, book.size()));
        }
        return encoder().encode(book, new int[] {place})[0];
    }

    @Override
    public float[] inputs(int... asked) throws NoticeException {
        return CreditCases.flat(encoder().encode(book, asked));
    }

    @Override
    public LocalDate date(int place) {
        return null;
    }

    @Override
    public List<LocalDate> dates(int place) {
        return List.of();
    }

    @Override
    public Inputs inputs(int place, float[] numbers) throws NoticeException {
        float[] row = input(place);
        double[][] cells = new double[1][row.length];
        Arrays.setAll(cells[0], i -> row[i]);
        double[] answer = {answer(numbers)};
        List<String> names = encoder().names();
        Optional<Pixels> pixels = pixels();
        if (pixels.isEmpty()) {
            return new Inputs(place, List.of(), new double[0], cells, names, answer);
        }
        int side = pixels.get().side();
        int[] inputs = pixels.get().inputs();
        double[][] picture = new double[side][side];
        for (int p = 0; p < inputs.length; p++) {
            picture[p / side][p % side] = inputs[p] < 0 ? 0 : row[inputs[p]];
        }
        List<String> at = Arrays.stream(inputs)
                .mapToObj(input -> input < 0 ? "" : names.get(input))
                .toList();
        return new Inputs(place, List.of(), new double[0], cells, names, answer, picture, at);
    }

    /** The picture that the network, or one of an ensemble, sees; empty where none sees any. */
    private Optional<Pixels> pixels() {
        return weights.trained().steps().stream()
                .flatMap(step -> step.part().stream())
                .filter(Pixels.class::isInstance)
                .map(Pixels.class::cast)
                .findFirst();
    }

    @Override
    public float[] baseline() {
        return model.average().clone();
    }

    @Override
    public Fold fold() {
        RowFold row = RowFold.of(encoder().columns());
        return pixels().<Fold>map(pixels -> PixelFold.of(row, pixels.inputs())).orElse(row);
    }

    @Override
    public LagFold lags() {
        return model.history() == null ? LagFold.ofDays(0, List.of()) : LagFold.ofMonths(model.history(), encoder());
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
        return 0;
    }

    @Override
    public double told(double number) {
        return number;
    }

    /** The mean logit, calibrated. */
    @Override
    public double answer(float[] numbers) {
        return model.calibrator().probability(new double[] {model.raw(numbers[0])})[0];
    }
}
