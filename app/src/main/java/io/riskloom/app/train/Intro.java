package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.result.RunWords;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.WindowImages;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;

/**
 * What a run does, in a sentence or two of the language as it is now.
 *
 * @param unit what a row of the series spans
 */
record Intro(BarUnit unit, Texts texts) {

    static Notice of(RunSpec spec, BarUnit unit, Texts texts) {
        return new Intro(unit, texts).of(spec);
    }

    private Notice of(RunSpec spec) {
        String bars = unit.many(texts);
        return switch (spec) {
            case ForecastSpec s ->
                Notice.of(
                        "train.intro.forecast",
                        s.seesImages() ? picture(s.window(), s.imageSize(), s.encoding()) : days(s.window()),
                        answer(s));
            case ClassifySpec s ->
                Notice.of(
                        "train.intro.classify",
                        s.seesImages() ? picture(s.window(), s.imageSize(), s.encoding()) : days(s.window()),
                        texts.get("train.intro.classes." + s.directions(), s.horizon(), bars));
            case AnomalySpec s -> Notice.of("train.intro.anomaly");
            case CreditSpec s -> Notice.of("train.intro.credit", networks(s));
            case GenerateSpec s when unit == BarUnit.DAY -> Notice.of("train.intro.generate", s.window());
            case GenerateSpec s -> Notice.of("train.intro.generate.bars", s.window(), bars);
        };
    }

    private String networks(CreditSpec spec) {
        String one = texts.get("train.intro.credit." + spec.model());
        int members = spec.model().equals("ensemble") ? 1 : spec.members();
        return members == 1 ? one : texts.get("train.intro.credit.members", one, members);
    }

    private String days(int window) {
        return texts.get("train.intro.days", window, unit.many(texts));
    }

    private String picture(int window, int size, String encoding) {
        int[] sides = WindowImages.sides(window, size, encoding);
        return texts.get(
                "train.intro.picture",
                window,
                unit.many(texts),
                RunWords.choice(texts, "encoding", encoding),
                sides[0],
                sides[1]);
    }

    private String answer(ForecastSpec s) {
        String bars = unit.many(texts);
        return switch (s.target()) {
            case "volatility" -> texts.get("train.intro.volatility", s.volatilityDays(), s.horizon(), bars);
            case "return" -> texts.get("train.intro.return", s.horizon(), bars);
            default -> texts.get(s.recursive() ? "train.intro.recursive" : "train.intro.path", s.horizon(), bars);
        };
    }
}
