package io.riskloom.app.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {

    private final Texts texts = new Texts(Texts.ENGLISH);

    private static Evaluation evaluation(Map<String, Double> own, ChallengerScore... plain) {
        Details none = new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]);
        return new Evaluation(own, Map.of(), List.of(plain), Notice.of("common.error.busy", "x"), 0, List.of(), none);
    }

    private static ChallengerScore plain(String name, String metric, double value) {
        return new ChallengerScore(name, Map.of(metric, value, Metric.QLIKE, 0.25));
    }

    private Ranking of(String task, Evaluation evaluation) {
        return Ranking.of(Specs.defaults(task, "prices.csv"), evaluation, texts);
    }

    private static List<String> names(Ranking ranking) {
        return ranking.entries().stream().map(Ranking.Entry::name).toList();
    }

    @Test
    void theModelStandsInItsPlaceAmongThePlainOnes() {
        Ranking ranking = of(
                "forecast",
                evaluation(
                        Map.of(Metric.REL_MAE, 0.95),
                        plain("lastValue", Metric.REL_MAE, 1),
                        plain("har", Metric.REL_MAE, 0.9),
                        plain("garch", Metric.REL_MAE, 0.97),
                        plain("ewma", Metric.REL_MAE, Double.NaN)));
        assertEquals(Metric.REL_MAE, ranking.metric());
        assertEquals(
                List.of(texts.get("challenger.har"), "LSTM 2×64", texts.get("challenger.garch"), "Last value"),
                names(ranking));
        assertEquals(2, ranking.place());
        assertEquals("0.900", ranking.entries().getFirst().words(ranking.metric()));
        assertTrue(ranking.entries().getFirst().note().contains("0.25"));
    }

    @Test
    void ofEqualsThePlainOneIsFirst() {
        Ranking ranking =
                of("forecast", evaluation(Map.of(Metric.REL_MAE, 1.0), plain("lastValue", Metric.REL_MAE, 1)));
        assertEquals(2, ranking.place());
    }

    @Test
    void directionsAreRankedByLogLossOrWhereItIsNotThereByTheMainMetric() {
        assertEquals(
                Metric.LOG_LOSS,
                of(
                                "classify",
                                evaluation(
                                        Map.of(Metric.LOG_LOSS, 0.68, Metric.AUC, 0.6),
                                        plain("majority", Metric.LOG_LOSS, 0.69)))
                        .metric());
        Ranking old = of("classify", evaluation(Map.of(Metric.AUC, 0.6), plain("majority", Metric.AUC, 0.5)));
        assertEquals(Metric.AUC, old.metric());
        assertEquals(1, old.place());
    }

    @Test
    void withoutPlainModelsThereIsNoRanking() {
        Ranking none = of("forecast", evaluation(Map.of(Metric.REL_MAE, 1.0)));
        assertTrue(none.entries().isEmpty());
        assertEquals(0, none.place());
    }
}
