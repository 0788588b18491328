package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;

/** What a run does, in one sentence of the language as it is now. */
final class Intro {

    private Intro() {}

    /** @param unit what a row of the series spans */
    static Notice of(RunSpec spec, BarUnit unit, Texts texts) {
        boolean daily = unit == BarUnit.DAY;
        return switch (spec) {
            case ForecastSpec s when daily -> Notice.of("train.intro.forecast", s.window(), s.horizon());
            case ForecastSpec s -> Notice.of("train.intro.forecast.bars", s.window(), s.horizon(), unit.many(texts));
            case ClassifySpec s
            when daily -> Notice.of("train.intro.classify", s.window(), s.imageSize(), s.horizon(), name(s, texts));
            case ClassifySpec s ->
                Notice.of(
                        "train.intro.classify.bars",
                        s.window(),
                        s.imageSize(),
                        s.horizon(),
                        unit.many(texts),
                        name(s, texts));
            case CreditSpec s -> Notice.of("train.intro.credit");
            case GenerateSpec s when daily -> Notice.of("train.intro.generate", s.window());
            case GenerateSpec s -> Notice.of("train.intro.generate.bars", s.window(), unit.many(texts));
        };
    }

    private static String name(RunSpec spec, Texts texts) {
        return texts.get("common.model." + spec.model());
    }
}
