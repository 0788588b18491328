package io.riskloom.app.train;

import io.riskloom.app.result.Figure;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;

/** The key figures of a plan in words, each with what it is made of. */
record PlanFigures(Plan plan, RunSpec spec, Texts texts) {

    private static final double MINUTE = 60;

    Figure parameters() {
        LayerPlan layers = plan.layers();
        return new Figure(
                texts.get("train.plan.parameters"),
                about(layers.estimate(), Formats.number(layers.parameters(), 0)),
                plan.time().steps() == 1
                        ? texts.get("train.plan.rows.one", Formats.number(plan.rows(), 0))
                        : texts.get(
                                "train.plan.rows",
                                Formats.number(plan.rows(), 0),
                                Formats.number(plan.time().steps(), 0)));
    }

    String parametersTip() {
        return texts.get("train.plan.parameters.tip", Batch.of(spec));
    }

    Figure memory() {
        MemoryPlan memory = plan.memory();
        return new Figure(
                texts.get("train.plan.memory"),
                about(true, megabytes(memory.total())),
                texts.get("train.plan.memory.network", megabytes(memory.network())));
    }

    String memoryTip() {
        MemoryPlan memory = plan.memory();
        return texts.get(
                "train.plan.memory.tip",
                megabytes(memory.network()),
                megabytes(memory.data()),
                megabytes(memory.engine()));
    }

    Figure epoch() {
        return new Figure(
                texts.get("train.plan.epoch"),
                lasting(plan.time().epochSeconds()),
                texts.of(plan.time().source()));
    }

    Figure time() {
        return new Figure(
                texts.get("train.plan.time", spec.epochs()),
                lasting(plan.time().epochSeconds() * spec.epochs()),
                note());
    }

    /** {@code under a second}, {@code about 4.2 s}, {@code about 1:12}. */
    private String lasting(double seconds) {
        if (seconds < 1) {
            return texts.get("train.plan.instant");
        }
        return about(
                true,
                seconds < MINUTE
                        ? texts.get("train.plan.seconds", Formats.number(seconds, seconds < 9.95 ? 1 : 0))
                        : Formats.duration(seconds));
    }

    private String note() {
        int runs = plan.split().runs();
        if (runs > 1) {
            return texts.get("train.plan.time.runs", runs);
        }
        if (spec instanceof GenerateSpec generator && generator.refit().equals("yes")) {
            return texts.get("train.plan.time.refit");
        }
        return spec.patience() < spec.epochs()
                ? texts.get("train.plan.time.atMost", spec.patience())
                : texts.get("train.plan.time.judging");
    }

    String timeTip() {
        return texts.get("train.plan.time.tip");
    }

    private String about(boolean estimate, String words) {
        return estimate ? texts.get("train.plan.about", words) : words;
    }

    private String megabytes(long bytes) {
        return texts.get("train.plan.mb", Formats.number(bytes / 1e6, 0));
    }
}
