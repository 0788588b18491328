package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.chart.ChartModel.WaterfallChart;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Explanation.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReasonWordsTest {

    private final Texts texts = new Texts(Texts.ENGLISH);

    @Test
    void aReasonIsSaidWithItsValueTheTypicalOneAndItsSide() {
        Reason duration = new Reason("duration", "48", 0.8, "18");
        Reason checking = new Reason("checking_status", "<0", 0.5, "no checking");
        Reason same = new Reason("housing", "own", -0.2, "own");
        Reason missing = new Reason("income", "", 0.1, "3000");
        assertEquals("duration is 48 (typical: 18): raises the risk", ReasonWords.code(duration, true, texts));
        assertEquals(
                "checking_status is “<0” (typical: “no checking”): raises the risk",
                ReasonWords.code(checking, false, texts));
        assertEquals("housing is “own” (typical: the same): lowers the risk", ReasonWords.code(same, false, texts));
        assertEquals("income is missing: raises the risk", ReasonWords.code(missing, true, texts));
        texts.locale().set(Texts.CHINESE);
        assertEquals("duration 为 48（典型值 18）：提高风险", ReasonWords.code(duration, true, texts));
        assertEquals("income 缺失：提高风险", ReasonWords.code(missing, true, texts));
    }

    private static Explanation explanation(int columns, double gap) {
        List<Reason> reasons = IntStream.range(0, columns)
                .mapToObj(i -> new Reason("c" + i, "1", (i % 2 == 0 ? 1.0 : -1.0) / (i + 1), "2"))
                .toList();
        double sum = reasons.stream().mapToDouble(Reason::contribution).sum();
        return new Explanation(4, 0.3, -1 + sum + gap, -1, "gradients", reasons, gap, 0);
    }

    @Test
    void theStrongestOfEachSideComeFirstAndTriflesStayOut() {
        Explanation few = explanation(5, 0);
        assertEquals(
                List.of("c0", "c2"),
                ReasonWords.strongest(few, true, 2).stream().map(Reason::column).toList());
        assertEquals(
                List.of("c1", "c3"),
                ReasonWords.strongest(few, false, 9).stream()
                        .map(Reason::column)
                        .toList());
        Explanation trifle = new Explanation(
                0, 0.5, 0, 0, "exact", List.of(new Reason("a", "1", 1, ""), new Reason("b", "1", 0.001, "")), 0, 0);
        assertEquals(1, ReasonWords.strongest(trifle, true, 9).size());
    }

    @Test
    void theBarsLeadFromTheBaseToTheApplicantWhateverIsJoined() {
        Explanation many = explanation(20, 0.25);
        WaterfallChart chart = ExplainCharts.reasons(many, 0.27, texts);
        assertEquals(13, chart.steps().size(), "eleven reasons, the others, what is not accounted for");
        assertEquals("9 other columns", chart.steps().get(11).name());
        assertEquals("Not accounted for", chart.steps().get(12).name());
        assertEquals(Tone.MUTED, chart.steps().get(12).tone());
        double end = chart.base()
                + chart.steps().stream().mapToDouble(BarChart.Bar::value).sum();
        assertEquals(many.logOdds(), end, 1e-12);
        assertEquals("Average profile · 27.0%", chart.start());
        assertEquals("Row 5 · 30.0%", chart.end());
        assertEquals(
                "Average profile",
                ExplainCharts.reasons(many, Double.NaN, texts).start());
    }

    @Test
    void theMethodTellsHowFarItCanBeTrusted() {
        assertTrue(ReasonWords.method(explanation(3, -0.02), texts).contains("leave 0.0200 of"));
        Explanation sampled = new Explanation(0, 0.5, 0, 0, "sampled", List.of(), 0, 0.0125);
        assertTrue(ReasonWords.method(sampled, texts).contains("standard error of a contribution is 0.0125"));
        assertTrue(ReasonWords.method(sampled, texts).contains("of the sampled orders only"));
        Explanation exact = new Explanation(0, 0.5, 0, 0, "exact", List.of(), 0, 0);
        assertFalse(ReasonWords.method(exact, texts).contains("error"));
    }

    @Test
    void dependenceIsLinesForNumbersAndBarsForLevels() {
        double[] at = {1, 2};
        Dependence numbers = new Dependence("age", true, at, List.of(), at, at, at, at, Double.NaN);
        assertEquals(
                3,
                ((LineChart) ExplainCharts.dependence(numbers, texts)).lines().size());
        Dependence levels = new Dependence(
                "purpose", false, at, List.of("tv", ""), new double[] {0.3, 0.6}, at, at, at, Double.NaN);
        BarChart bars = (BarChart) ExplainCharts.dependence(levels, texts);
        assertEquals(
                List.of("tv", "missing"),
                bars.bars().stream().map(BarChart.Bar::name).toList());
        assertEquals(0.6, bars.bars().get(1).value());
    }

    @Test
    void columnsThatNobodyCanChangeAreKnownByTheirNames() {
        for (String name :
                List.of("age", "Age_in_years", "personal_status", "foreign_worker", "SEX", "性别", "AgeYears")) {
            assertTrue(Unchangeable.likely(name), name);
        }
        for (String name : List.of("mortgage", "package", "amount", "average_balance", "工作年限")) {
            assertFalse(Unchangeable.likely(name), name);
        }
    }
}
