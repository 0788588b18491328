package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.train.LayerPlan.Row;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts against sums done by hand. */
class CreditLayersTest {

    /** Three months of status (three whole numbers) and of bills, an age with gaps, a home of two levels: 13 inputs. */
    private static CreditEncoder encoder(boolean codes) {
        int rows = 40;
        Random random = new Random(1);
        List<CreditColumn> columns = new java.util.ArrayList<>();
        for (int month = 1; month <= 3; month++) {
            columns.add(new CreditColumn.Numeric(
                    "status" + month,
                    IntStream.range(0, rows).mapToDouble(i -> i % 3).toArray()));
        }
        for (int month = 1; month <= 3; month++) {
            columns.add(new CreditColumn.Numeric(
                    "bill" + month, random.doubles(rows, 0, 1000).toArray()));
        }
        columns.add(new CreditColumn.Numeric(
                "age",
                IntStream.range(0, rows)
                        .mapToDouble(i -> i == 5 ? Double.NaN : 20.5 + i)
                        .toArray()));
        columns.add(new CreditColumn.Categorical(
                "home",
                List.of("own", "rent"),
                IntStream.range(0, rows).map(i -> i % 2).toArray()));
        CreditBook book =
                new CreditBook("x", columns, "", "", "", new boolean[0], List.of(), new Source("x.csv", "", rows));
        return CreditEncoder.fit(book, IntStream.range(0, rows).toArray(), codes);
    }

    private static LayerPlan plan(boolean codes, Object... settings) {
        CreditSpec spec = Specs.defaults(CreditSpec.class, "x.csv");
        for (int i = 0; i < settings.length; i += 2) {
            spec = Specs.with(spec, Map.of((String) settings[i], settings[i + 1]));
        }
        return CreditLayers.of(spec, encoder(codes));
    }

    private static List<Long> parameters(LayerPlan plan) {
        return plan.rows().stream().map(Row::parameters).toList();
    }

    private static List<String> shapes(LayerPlan plan) {
        return plan.rows().stream().map(Row::output).toList();
    }

    @Test
    void anMlpEmbedsCategoriesInOneTable() {
        LayerPlan plan = plan(false, "members", 1);
        // 6 months of numbers, age and its mark: 8; home becomes 4 numbers
        assertEquals(List.of("10", "12", "12", "64", "64", "32", "32", "1"), shapes(plan));
        assertEquals(List.of(0L, 2 * 4L, 0L, 13 * 64L, 0L, 65 * 32L, 0L, 33L), parameters(plan));
        assertEquals(2 * 4 + 12 * 64 + 64 * 32 + 32, plan.multiplyAdds());
        assertTrue(plan.estimate());
    }

    @Test
    void codesOfNumbersAreCategoriesToo() {
        LayerPlan plan = plan(true, "members", 1, "dropout", 0);
        // 8 numbers and marks, 4 categories of 9 codes and 2 levels
        assertEquals(List.of("19", "24", "64", "32", "1"), shapes(plan));
        assertEquals(11 * 4L, plan.rows().get(1).parameters());
        assertEquals(11 * 4 * 4L, plan.rows().get(1).multiplyAdds());
    }

    @Test
    void membersAreCountedTogetherAndShownOnce() {
        LayerPlan one = plan(false, "members", 1);
        LayerPlan five = plan(false);
        assertEquals("train.layer.members", five.rows().getFirst().layer().key());
        assertEquals(List.of("5"), five.rows().getFirst().layer().args());
        assertEquals(5 * one.parameters(), five.parameters());
        assertEquals(5 * one.multiplyAdds(), five.multiplyAdds());
        assertEquals(shapes(one), shapes(five));
        assertEquals(
                one.rows().stream().map(Row::kept).toList(),
                five.rows().stream().map(Row::kept).toList(),
                "one learns at a time");
    }

    @Test
    void aNarrowResNetKeepsPlaces() {
        LayerPlan plan = plan(false, "model", "resnet", "members", 1, "width", 4, "stages", 2, "dropout", 0);
        assertEquals(List.of("10", "3 × 4 × 4", "4 × 4 × 4", "4 × 4 × 4", "8 × 2 × 2", "32", "1"), shapes(plan));
        // 9·3·4 + 2·4; 2(9·4·4 + 2·4); 9·4·8 + 9·8·8 + 4·8 + 3·2·8; 32 + 1
        assertEquals(List.of(0L, 0L, 116L, 304L, 288L + 576 + 32 + 48, 0L, 33L), parameters(plan));
        assertEquals(16 * 108 + 16 * 288 + 4 * (288 + 576 + 32) + 32, plan.multiplyAdds());
    }

    @Test
    void picturesAreEnlargedAsTheModelWants() {
        assertEquals("3 × 8 × 8", plan(false, "model", "cnn").rows().get(1).output(), "three poolings leave one pixel");
        assertEquals(
                "3 × 16 × 16", plan(false, "model", "resnet50").rows().get(1).output());
        assertEquals(
                "3 × 20 × 20",
                plan(false, "model", "resnet", "pixels", 20).rows().get(1).output());
        assertEquals(
                "3 × 4 × 4",
                plan(false, "model", "resnet", "pixels", 2).rows().get(1).output(),
                "none is lost");
        assertEquals(23_508_032 + 2_049, plan(false, "model", "resnet50").parameters());
        // three channels in: 9·3·16 + 16, then 9·16·32 + 32 and 9·32·32 + 32, one pixel of 32 maps into 64 units
        LayerPlan cnn = plan(false, "model", "cnn", "members", 1);
        assertEquals(448 + 4_640 + 9_248 + 33 * 64 + 65, cnn.parameters());
    }

    @Test
    void aGruReadsThreeMonthsAndJoinsWhatStandsStill() {
        LayerPlan plan = plan(true, "model", "gru", "members", 1, "units", 5, "units2", 6, "dropout", 0);
        // a month: status and bill, 3 codes as 4 numbers; joined: 2·5 states, age, its mark, home as 4
        assertEquals(List.of("19", "3 × 6", "3 × 5", "16", "6", "1"), shapes(plan));
        assertEquals(List.of(0L, 3 * 4L, 3 * (6 * 5 + 5 * 5 + 2 * 5L), 2 * 4L, 17 * 6L, 7L), parameters(plan));
        LayerPlan lstm = plan(true, "model", "lstm", "members", 1, "units", 5);
        assertEquals(4 * (6 * 5 + 5 * 5 + 2 * 5L), lstm.rows().get(2).parameters());
    }

    @Test
    void anEnsembleHasEachKindOnce() {
        LayerPlan plan = plan(false, "model", "ensemble");
        assertEquals(
                List.of("train.layer.members", "train.layer.applicant", "train.layer.applicant"),
                plan.rows().stream()
                        .map(row -> row.layer().key())
                        .filter(key -> key.equals("train.layer.members") || key.equals("train.layer.applicant"))
                        .toList());
        long sum = plan(false).parameters()
                + plan(false, "model", "resnet", "members", 1).parameters()
                + plan(false, "model", "gru", "members", 1).parameters();
        assertEquals(sum, plan.parameters());
    }
}
