package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.stats.CostMatrix;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the charts of the chosen run's test applicants. What no cut-off changes is computed once a run, what only costs change
 * once for them.
 */
final class Exhibits {

    private final CreditViewModel model;
    private final Texts texts;
    private CreditScores of;
    private CostMatrix at;
    private Locale said;
    private Sheet comparison;
    private final Map<Answers, Profit> profits = new IdentityHashMap<>();

    Exhibits(CreditViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Empty without scores. */
    Optional<Look> look(List<String> hidden) {
        CreditScores scores = model.scores().get();
        if (scores == null || model.at().get() == null) {
            return Optional.empty();
        }
        return model.chosen()
                .evaluation()
                .map(evaluation -> new Look(
                        scores,
                        model.at().get(),
                        evaluation,
                        texts.get("common.model."
                                + model.chosen().run().get().spec().model()),
                        hidden,
                        model.costs().matrix().get(),
                        model.costs().unit().get(),
                        model.stored().orElse(Double.NaN),
                        texts));
    }

    /** What a plot shows; of applicants of one class alone nothing but how their scores spread. */
    Exhibit of(Plot plot, Look look) {
        if (!look.scores().ranks() && plot != Plot.DISTRIBUTION) {
            return new Exhibit(null, texts.get("credit.oneClass"), Sheet.NONE);
        }
        return switch (plot) {
            case ROC -> new Exhibit(RankingExhibits.roc(look, true), "", comparison(look));
            case CAP -> CapExhibit.of(look);
            case PR -> RankingExhibits.pr(look);
            case KS -> SpreadExhibits.ks(look);
            case CALIBRATION -> ProbabilityExhibits.calibration(look);
            case BRIER -> ProbabilityExhibits.brier(look);
            case HOSMER_LEMESHOW -> HosmerLemeshowExhibit.of(look);
            case LIFT -> LiftExhibit.of(look);
            case DISTRIBUTION -> SpreadExhibits.distribution(look);
            case PROFIT -> ProfitExhibit.of(look, profits(look));
            case STABILITY -> StabilityExhibit.of(look, look.scores().periods());
        };
    }

    /** Of applicants of both classes. */
    LineChart profit(Look look) {
        return ProfitExhibit.chart(look, profits(look));
    }

    /** Every model's scores, with what the network is ahead of each plain one. */
    Sheet comparison(Look look) {
        renew(look);
        if (comparison == null) {
            comparison = new Comparison(look).sheet();
        }
        return comparison;
    }

    private Map<Answers, Profit> profits(Look look) {
        renew(look);
        for (Answers answers : look.scores().answers()) {
            profits.computeIfAbsent(answers, a -> Profit.of(look.costs(), a));
        }
        return profits;
    }

    private void renew(Look look) {
        if (of != look.scores() || !look.costs().equals(at)) {
            profits.clear();
            at = look.costs();
        }
        if (of != look.scores()) {
            comparison = null;
            of = look.scores();
        }
        if (said != texts.locale().get()) {
            comparison = null;
            said = texts.locale().get();
        }
    }
}
