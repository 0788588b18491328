package io.riskloom.app.generate;

import java.util.Locale;

/** What the page shows of a trained generator. */
enum GenerateTab {
    /** Fan of paths, any of them singly, with the real days that it is nearest to. */
    PATHS,
    /** Returns over some days as histogram and as quantiles against quantiles. */
    DISTRIBUTION,
    /** What the returns of earlier days say about later ones. */
    MEMORY,
    /** Stylised facts, distances and scores beside plain simulators. */
    SCORECARD,
    /** Whether paths repeat what was learnt. */
    COPIES,
    /** How the generator came to be, epoch by epoch. */
    TRAINING,
    /** Another generator beside it. */
    COMPARE,
    /** Value at risk and expected shortfall of a position. */
    RISK;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
