package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.credit.ApplicantPoints.Line;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Scorecard.Bin;
import io.riskloom.engine.model.Scorecard.Characteristic;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardModelTest {

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final Scorecard card = CreditDesk.scorecard();
    private final ScorecardModel model = new ScorecardModel(card, texts);
    private final Characteristic amount = card.characteristics().getFirst();

    @Test
    void informationValuesHaveTheWordsOfTheTrade() {
        assertEquals("none", ScorecardModel.strength(0.0199));
        assertEquals("weak", ScorecardModel.strength(0.02));
        assertEquals("medium", ScorecardModel.strength(0.1));
        assertEquals("strong", ScorecardModel.strength(0.3));
        assertEquals("suspicious", ScorecardModel.strength(0.5));
    }

    @Test
    void aCharacteristicIsSaidWithItsCoefficient() {
        assertEquals(List.of("amount", "0.420", "strong", "0.90 ± 0.20"), model.line(amount));
        assertEquals("left out", model.line(card.characteristics().get(2)).get(3));
        texts.locale().set(Texts.CHINESE);
        assertEquals("未入模", model.line(card.characteristics().get(2)).get(3));
    }

    @Test
    void aBinIsSaidInWordsWithItsRates() {
        assertEquals(
                List.of("below 2500", "15", "46.9%", "20.0%", "+0.600", "14.0"),
                model.line(amount, amount.bins().get(0))); // 15 of 32 applicants, 3 of them bad
        assertEquals("2500 or more", model.line(amount, amount.bins().get(1)).getFirst());
        assertEquals("missing", model.line(amount, amount.bins().get(2)).getFirst());
        assertEquals("code −9", words(new Bin("special", -9, -9, List.of(), 1, 1, 0, 0)));
        assertEquals("1.5 to below 2", words(new Bin("range", 1.5, 2, List.of(), 1, 1, 0, 0)));
        assertEquals("own, free", words(new Bin("levels", 0, 0, List.of("own", "free"), 1, 1, 0, 0)));
        texts.locale().set(Texts.CHINESE);
        assertEquals("own、free", words(new Bin("levels", 0, 0, List.of("own", "free"), 1, 1, 0, 0)));
    }

    private String words(Bin bin) {
        return BinWords.of(bin, texts);
    }

    @Test
    void evidenceAgainstAnApplicantIsRed() {
        BarChart chart = model.evidence(amount);
        assertEquals(Tone.GOOD, chart.bars().get(0).tone());
        assertEquals(Tone.BAD, chart.bars().get(1).tone());
        assertEquals(-0.9, chart.bars().get(1).value());
    }

    @Test
    void anApplicantsPointsAreTheConstantAndThoseOfHisBins() {
        RunTable.Table table = new RunTable.Table(
                List.of(
                        new CreditColumn.Numeric("amount", new double[] {2499, 2500, Double.NaN}),
                        new CreditColumn.Categorical("purpose", List.of("car", "boat"), new int[] {0, 1, -1})),
                List.of(),
                new int[] {2, 3, 4});
        ApplicantPoints first = ApplicantPoints.of(card, table, 0);
        assertEquals(540 + 14 - 6, first.score());
        assertEquals(
                List.of("amount", "purpose"),
                first.lines().stream().map(Line::column).toList());
        ApplicantPoints second = ApplicantPoints.of(card, table, 1);
        assertEquals(540 - 21, second.score(), "no bin holds a boat");
        assertTrue(second.lines().get(1).bin().isEmpty());
        assertEquals(540 - 5, ApplicantPoints.of(card, table, 2).score());
    }

    @Test
    void theOddsDoubleEveryTwentyPoints() {
        assertEquals(50, ApplicantPoints.odds(card, 600), 1e-12);
        assertEquals(25, ApplicantPoints.odds(card, 580), 1e-12);
        assertEquals(200, ApplicantPoints.odds(card, 640), 1e-12);
    }

    @Test
    void theFileHoldsALineABin() throws Exception {
        StringWriter out = new StringWriter();
        model.csv(out);
        List<String> lines = out.toString().lines().toList();
        assertEquals(7, lines.size());
        assertTrue(
                lines.getFirst().endsWith(",points,constant,base_score,base_odds,points_to_double"), lines.getFirst());
        assertEquals("amount,0.42,0.9,range,,2500,,12,3,0.2,0.6,14,540,600,50,20", lines.get(1));
        assertEquals("purpose,0.05,0.5,levels,,,car,5,7,0.5833333333333334,-0.3,-6,540,600,50,20", lines.get(5));
    }

    @Test
    void theStatementSaysWhatPointsMean() {
        assertTrue(model.statement().startsWith("600 points stand for odds of 50 good to 1 bad, and every 20 points"));
        assertTrue(model.statement().contains("starts with 540.0 points"));
        Scorecard without = new Scorecard(20, 600, 50, 0, List.of());
        assertFalse(new ScorecardModel(without, texts).statement().contains("starts with"));
    }
}
