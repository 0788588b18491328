package io.riskloom.app.train;

import java.util.List;
import java.util.stream.Stream;

/** What settings are about, in the order in which a form asks for them; within each the most used first. */
enum FormSection {
    /** What is forecast. */
    TARGET("target", "strategy", "directions", "horizon", "volatilityDays", "deadBand"),
    /** What the network sees. */
    SIGHT(
            "table",
            "codes",
            "pixels",
            "window",
            "encoding",
            "imageSize",
            "inputs",
            "tickers",
            "stride",
            "together",
            "transform",
            "conditional",
            "contexts",
            "jitter"),
    NETWORK(
            "members",
            "units",
            "units2",
            "width",
            "layers",
            "bidirectional",
            "filters",
            "kernel",
            "blocks",
            "latent",
            "noises",
            "channels",
            "dropout",
            "skip",
            "embedding",
            "stages",
            "criticUnits",
            "statistics"),
    LEARNING(
            "adversarialLoss",
            "epochs",
            "patience",
            "batch",
            "learningRate",
            "discriminatorRate",
            "criticRate",
            "criticSteps",
            "reconstruction",
            "loss",
            "stopOn",
            "optimiser",
            "schedule",
            "classWeights",
            "calibration",
            "oversample",
            "oversampleShare",
            "seed",
            "penalty",
            "supervised",
            "pretraining",
            "halfLife",
            "average",
            "weightDecay",
            "momentum",
            "warmup",
            "clipNorm",
            "noise",
            "pixelDropout",
            "l1",
            "l2"),
    BANDS("bands", "passes"),
    /** The plain model that stands beside it. */
    SCORECARD("bins", "points", "baseScore", "baseOdds"),
    /** How it is judged. */
    VALIDATION(
            "weight",
            "alarmShare",
            "scheme",
            "folds",
            "testShare",
            "validationShare",
            "refit",
            "repeats",
            "fold",
            "embargo",
            "costs");

    private final List<String> names;

    FormSection(String... names) {
        this.names = List.of(names);
    }

    /** Names of its settings over all tasks. */
    List<String> names() {
        return names;
    }

    /** Fields of a form that belong here, in this order. */
    List<FormField> of(Form form, boolean advanced) {
        return names.stream()
                .flatMap(name ->
                        form.fields().stream().filter(field -> field.name().equals(name)))
                .filter(field -> field.parameter().advanced() == advanced)
                .toList();
    }

    /** Key of its caption. */
    String key() {
        return "train.section." + name();
    }

    static Stream<FormSection> all() {
        return Stream.of(values());
    }
}
