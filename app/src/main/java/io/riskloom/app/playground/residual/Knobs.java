package io.riskloom.app.playground.residual;

import io.riskloom.app.session.Dataset;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.lesson.RaceSettings;
import java.util.Optional;

/** What can be set of a race; which prices it learns from is the loaded file's business. */
record Knobs(
        int depth, int width, String activation, String first, boolean batchNorm, double rate, int batch, long seed) {

    static final Knobs START = new Knobs(20, 8, "relu", "torch", false, 0.05, 32, 7);

    Knobs withDepth(int layers) {
        return new Knobs(layers, width, activation, first, batchNorm, rate, batch, seed);
    }

    Knobs withWidth(int channels) {
        return new Knobs(depth, channels, activation, first, batchNorm, rate, batch, seed);
    }

    Knobs withActivation(String name) {
        return new Knobs(depth, width, name, first, batchNorm, rate, batch, seed);
    }

    Knobs withFirst(String name) {
        return new Knobs(depth, width, activation, name, batchNorm, rate, batch, seed);
    }

    Knobs withBatchNorm(boolean on) {
        return new Knobs(depth, width, activation, first, on, rate, batch, seed);
    }

    Knobs withRate(double step) {
        return new Knobs(depth, width, activation, first, batchNorm, step, batch, seed);
    }

    Knobs withBatch(int windows) {
        return new Knobs(depth, width, activation, first, batchNorm, rate, windows, seed);
    }

    Knobs withSeed(long number) {
        return new Knobs(depth, width, activation, first, batchNorm, rate, batch, number);
    }

    /** Empty where no price file is loaded. */
    Optional<RaceSettings> settings(Dataset dataset) {
        if (dataset == null || !(dataset.imported() instanceof Imported.Prices prices)) {
            return Optional.empty();
        }
        return Optional.of(new RaceSettings(
                dataset.file().toString(),
                dataset.reading(),
                prices.series().getFirst().symbol(),
                depth,
                width,
                activation,
                first,
                batchNorm,
                rate,
                batch,
                seed));
    }
}
