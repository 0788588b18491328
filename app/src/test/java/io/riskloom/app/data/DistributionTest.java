package io.riskloom.app.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final Texts TEXTS = new Texts(Texts.ENGLISH);

    private static ChartModel chart(CreditBook book, CreditColumn column) {
        return Distribution.chart(Distribution.count(book, column), book, column, TEXTS);
    }

    @Test
    void eachGroupsSharesSumToAHundredOverTheCellsThatAreThere() {
        CreditColumn column = new CreditColumn.Numeric("n", new double[] {1, 1, 2, 3, Double.NaN, 3});
        HistogramChart chart = (HistogramChart) chart(book(column, true, false, true, false, true, false), column);
        assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5}, chart.edges());
        // good: 1, 3, 3; bad: 1, 2 and a missing cell
        assertArrayEquals(
                new double[] {100.0 / 3, 0, 200.0 / 3}, chart.groups().get(0).heights(), 1e-9);
        assertArrayEquals(new double[] {50, 50, 0}, chart.groups().get(1).heights(), 1e-9);
        assertEquals("1 missing", Distribution.remark(column, TEXTS));
    }

    @Test
    void barsAreTheBadRateOfEachLevelTheWorstFirst() {
        CreditColumn column =
                new CreditColumn.Categorical("home", List.of("own", "rent"), new int[] {0, 0, 1, 1, -1, 0});
        BarChart chart = (BarChart) chart(book(column, false, true, true, true, false, false), column);
        assertEquals(
                List.of("rent (2)", "own (3)", "missing (1)"),
                chart.bars().stream().map(BarChart.Bar::name).toList());
        assertArrayEquals(
                new double[] {100, 100.0 / 3, 0},
                chart.bars().stream().mapToDouble(BarChart.Bar::value).toArray(),
                1e-9);
    }

    @Test
    void onlyTheMostFrequentOfManyLevelsAreShownAndThatIsSaid() {
        int levels = 30;
        int[] codes = IntStream.range(0, levels)
                .flatMap(i -> IntStream.generate(() -> i).limit(i + 1))
                .toArray();
        CreditColumn column = new CreditColumn.Categorical(
                "job", IntStream.range(0, levels).mapToObj(i -> "j" + i).toList(), codes);
        BarChart chart = (BarChart) chart(book(column, new boolean[codes.length]), column);
        assertEquals(Distribution.LEVELS, chart.bars().size());
        assertEquals(
                0,
                chart.bars().stream().filter(bar -> bar.name().equals("j5 (6)")).count());
        assertEquals(
                1,
                chart.bars().stream().filter(bar -> bar.name().equals("j6 (7)")).count());
        assertEquals("The 24 most frequent of 30 levels", Distribution.remark(column, TEXTS));
    }

    @Test
    void binsFollowFreedmanAndDiaconis() {
        // 1, 2, …, 1000: IQR 751 − 251 = 500, width 2·500/10 = 100, ⌈999/100⌉ = 10 bins
        double[] edges = Distribution.edges(
                IntStream.rangeClosed(1, 1000).asDoubleStream().toArray());
        assertEquals(11, edges.length);
        assertEquals(1, edges[0]);
        assertEquals(1000, edges[10]);
    }

    @Test
    void fewWholeNumbersGetABinEachAndAnEmptyColumnNone() {
        assertArrayEquals(new double[] {-0.5, 0.5, 1.5, 2.5}, Distribution.edges(new double[] {2, 0, 0, 2}));
        assertArrayEquals(new double[] {0, 1}, Distribution.edges(new double[] {Double.NaN}));
        assertArrayEquals(new double[] {-0.25, 0.75}, Distribution.edges(new double[] {0.25, 0.25}));
    }

    private static CreditBook book(CreditColumn column, boolean... bad) {
        return new CreditBook(
                "b", List.of(column), "class", "good", "bad", bad, List.of(), new Source("b.csv", "00", bad.length));
    }
}
