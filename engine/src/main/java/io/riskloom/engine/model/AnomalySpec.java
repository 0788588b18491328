package io.riskloom.engine.model;

import io.riskloom.engine.quality.Reading;

/**
 * How unlike the others an applicant is, learnt without labels: an encoder and a generator that put applicants together again
 * from few numbers, against a discriminator of real and generated ones. The score is the reconstruction's error together with the
 * distance of what the discriminator sees in both (Schlegl et al. 2019). A target, where the file has one, judges the scores
 * and is never learnt.
 *
 * @param target column of the label, empty to recognise one
 */
public record AnomalySpec(
        @Hyper(choices = {"gan"}) String model,
        String data,
        String series,
        Reading reading,
        String target,
        @Hyper(min = 0, max = 1e9, value = 7) long seed,
        @Hyper(min = 1, max = 256, value = 8) int latent,
        @Hyper(min = 2, max = 1024, value = 64) int units,

        @Hyper(min = 0, max = 1000, value = 10, advanced = true)
        double reconstruction,

        @Hyper(min = 0, max = 1, value = 0.9) double weight,
        @Hyper(min = 0.001, max = 0.5, value = 0.05) double alarmShare,
        @Hyper(min = 1e-6, max = 1, value = 1e-3) double learningRate,

        @Hyper(min = 1e-6, max = 1, value = 1e-3, advanced = true)
        double discriminatorRate,

        @Hyper(min = 0, max = 1000, value = 1, advanced = true)
        double clipNorm,

        @Hyper(min = 2, max = 4096, value = 64) int batch,
        @Hyper(min = 1, max = 1000, value = 40) int epochs,
        @Hyper(min = 1, max = 1000, value = 10) int patience,

        @Hyper(min = 0.05, max = 0.4, value = 0.2, advanced = true)
        double validationShare,

        @Hyper(min = 0.05, max = 0.5, value = 0.3) double testShare,
        @Hyper(choices = {"adam", "adamw", "sgd"}) String optimiser,

        @Hyper(min = 0, max = 0.999, value = 0.5, advanced = true)
        double momentum,

        @Hyper(choices = {"cosine", "constant", "plateau", "one-cycle"})
        String schedule,

        @Hyper(min = 0, max = 0.9, value = 0.05, advanced = true)
        double warmup,

        @Hyper(min = 0, max = 1, value = 1e-4, advanced = true)
        double weightDecay,

        @Hyper(choices = {"holdout"}) String scheme,
        @Hyper(min = 1, max = 20, value = 1) int repeats)
        implements RunSpec {
    public AnomalySpec {
        Specs.validate(
                AnomalySpec.class,
                model,
                seed,
                latent,
                units,
                reconstruction,
                weight,
                alarmShare,
                learningRate,
                discriminatorRate,
                clipNorm,
                batch,
                epochs,
                patience,
                validationShare,
                testShare,
                optimiser,
                momentum,
                schedule,
                warmup,
                weightDecay,
                scheme,
                repeats);
    }

    @Override
    public String task() {
        return "anomaly";
    }

    @Override
    public int folds() {
        return 1;
    }

    @Override
    public int fold() {
        return 0;
    }
}
