package io.riskloom.app.train;

import io.riskloom.app.result.BarUnit;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.NetworkSizes;
import io.riskloom.engine.model.RunSpec;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The network that a specification describes, layer by layer, counted without building it.
 *
 * @param rows     from input to output
 * @param estimate whether the input's width is only known once the data is encoded
 */
record LayerPlan(List<Row> rows, boolean estimate) {

    /**
     * @param layer        its name and what it is made of
     * @param shape        of what it gives for one sample
     * @param parameters   numbers that training changes
     * @param multiplyAdds products that one sample takes on the way forward; biases, norms and rectifiers not counted
     * @param field        days, or pixels a side, of the input that one of its numbers depends on; 0 where it has no place
     *                     in time or picture
     * @param kept         numbers of one sample that the way forward leaves for the way back
     */
    record Row(Notice layer, List<Long> shape, long parameters, long multiplyAdds, long field, long kept) {

        Row {
            shape = List.copyOf(shape);
        }

        /** Such as {@code 60 × 64}. */
        String output() {
            return shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
        }

        /** Numbers that it gives for one sample. */
        long size() {
            return shape.stream().reduce(1L, (a, b) -> a * b);
        }

        /** The same layer of several networks that take their steps one after the other: what one leaves is gone by then. */
        Row times(int networks) {
            return new Row(layer, shape, networks * parameters, networks * multiplyAdds, field, kept);
        }
    }

    LayerPlan {
        rows = List.copyOf(rows);
    }

    /**
     * Empty for networks over applicants, which {@link CreditLayers} and {@link AnomalyLayers} count.
     *
     * @param features numbers a bar that a network over days sees
     * @param unit     what a bar spans
     */
    static LayerPlan of(RunSpec spec, int features, BarUnit unit) {
        return switch (spec) {
            case ForecastSpec s -> window(NetworkSizes.of(s, features), unit);
            case ClassifySpec s -> window(NetworkSizes.of(s, features), unit);
            case GenerateSpec s -> GanLayers.of(s);
            case AnomalySpec s -> new LayerPlan(List.of(), true);
            case CreditSpec s -> new LayerPlan(List.of(), true);
        };
    }

    private static LayerPlan window(NetworkSizes sizes, BarUnit unit) {
        return sizes.pictures() ? PictureLayers.of(sizes) : WindowLayers.of(sizes, unit);
    }

    long parameters() {
        return rows.stream().mapToLong(Row::parameters).sum();
    }

    long multiplyAdds() {
        return rows.stream().mapToLong(Row::multiplyAdds).sum();
    }

    /** Whether a layer sees only a part of the input. */
    boolean hasFields() {
        return rows.stream().anyMatch(row -> row.field() > 0);
    }
}
