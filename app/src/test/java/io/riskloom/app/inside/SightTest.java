package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final List<LocalDate> DATES = IntStream.range(0, 8)
            .mapToObj(i -> LocalDate.parse("2024-03-01").plusDays(i))
            .toList();

    private final Texts texts = new Texts(Texts.ENGLISH);

    private static RunSpec classify(String model, String encoding) {
        ClassifySpec spec = Specs.defaults(ClassifySpec.class, "prices.csv");
        return Specs.with(Specs.with(spec, "model", model), "encoding", encoding);
    }

    private static Node node(List<Integer> shape, ReceptiveField field) {
        return new Node("conv", "", "conv", shape, 3, 1, 1, 1, 0, 0, field);
    }

    private static Inputs window(double[][] cells, List<String> columns) {
        return new Inputs(7, DATES, new double[8], cells, columns, new double[] {0.5});
    }

    @Test
    void aCellOfAPictureDependsOnASquareAndOnTheDaysOfBothItsSides() {
        Inputs inputs = window(new double[16][16], List.of());
        Sight sight = Sight.of(classify("resnet18", "gadf"), inputs);
        Node node = node(List.of(4, 8, 8), ReceptiveField.INPUT.through(3, 2, 1, 1));
        assertEquals(new Sight.Field(3, 6, 11, 14), sight.field(node, 2, 6));
        assertEquals(new Sight.Field(0, 2, 0, 2), sight.field(node, 0, 0), "cut at the edge");
        // pixel p of 16 over 8 days lies at day 7p/15: 3 → 1.4, 5 → 2.3; 11 → 5.1, 13 → 6.1
        assertEquals(
                "depends on 2024-03-02 – 2024-03-03 (rows) × 2024-03-06 – 2024-03-07 (columns)",
                FieldWords.of(texts, sight, inputs, node, new Trace("conv", 2, 6)));
    }

    @Test
    void aColumnOfAChartOfBarsBelongsToOneDay() {
        Inputs inputs = window(new double[20][24], List.of());
        Sight sight = Sight.of(classify("cnn", "bars"), inputs);
        assertEquals(Sight.Kind.BARS, sight.kind());
        assertArrayEquals(new int[] {2, 4}, sight.days(6, 13, 8));
        Node node = node(List.of(4, 20, 24), ReceptiveField.INPUT.through(3, 1, 1, 1));
        assertEquals("depends on 2024-03-03", FieldWords.of(texts, sight, inputs, node, new Trace("conv", 5, 7)));
    }

    @Test
    void featuresRunOverDaysFromLeftToRight() {
        double[][] cells = new double[8][2];
        cells[5][1] = -3;
        Inputs inputs = window(cells, List.of("return", "range"));
        Sight sight = Sight.of(classify("tcn", "gadf"), inputs);
        assertEquals(2, sight.rows());
        assertEquals(8, sight.columns());
        assertEquals(-3, sight.cells()[1][5], 0);
        assertEquals(3, sight.high(), 0);
        Node node = node(List.of(8, 16), ReceptiveField.INPUT.through(3, 1, 2, 1)); // two days before the first
        assertEquals(new Sight.Field(0, 2, 3, 6), sight.field(node, 0, 5));
        assertEquals(
                "depends on 2024-03-04 – 2024-03-06",
                FieldWords.of(texts, sight, inputs, node, new Trace("conv", 0, 5)));
    }

    @Test
    void aCellWithoutAPlaceDependsOnAll() {
        Inputs inputs = window(new double[16][16], List.of());
        Sight sight = Sight.of(classify("resnet18", "gadf"), inputs);
        Node node = node(List.of(2), null);
        assertEquals(new Sight.Field(0, 16, 0, 16), sight.field(node, 0, 0));
        assertEquals("depends on the whole input", FieldWords.of(texts, sight, inputs, node, new Trace("conv", 0, 0)));
    }

    @Test
    void thePixelsOfAnApplicantHaveNames() {
        List<String> pixels = new ArrayList<>(List.of("age", "income", "", "debt"));
        Inputs inputs = new Inputs(
                3,
                List.of(),
                new double[0],
                new double[][] {{1, 2, 3}},
                List.of("age", "income", "debt"),
                new double[] {0.2},
                new double[][] {{1, 2}, {0, 3}},
                pixels);
        RunSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "credit.csv"), "model", "cnn");
        Sight sight = Sight.of(spec, inputs);
        assertEquals(Sight.Kind.PIXELS, sight.kind());
        Node node = node(List.of(4, 2, 2), ReceptiveField.INPUT.through(2, 1, 0, 1));
        assertEquals(
                "depends on age, income, debt", FieldWords.of(texts, sight, inputs, node, new Trace("conv", 0, 0)));
    }
}
