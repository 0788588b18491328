package io.riskloom.engine.explain;

import io.riskloom.engine.feature.CreditEncoder;
import java.util.List;
import java.util.stream.IntStream;

/** What most training applicants have in a column, as far as the model's own encoding tells. */
final class Typical {

    private Typical() {}

    /**
     * The median of a column of numbers, the commonest level of a category; empty where most cells are missing.
     *
     * @param average mean of the training rows' inputs: of a level's input, its share
     */
    static List<String> of(CreditEncoder encoder, float[] average) {
        Inputs columns = Inputs.of(encoder);
        List<CreditEncoder.Input> inputs = encoder.inputs();
        return IntStream.range(0, columns.size())
                .mapToObj(c -> {
                    int from = columns.from()[c];
                    int to = columns.from()[c + 1];
                    CreditEncoder.Field field = encoder.fields().get(c);
                    return field.numeric()
                            ? number(field, inputs, average, from, to)
                            : commonest(inputs, average, from, to);
                })
                .toList();
    }

    private static String number(
            CreditEncoder.Field field, List<CreditEncoder.Input> inputs, float[] average, int from, int to) {
        boolean mostlyMissing = IntStream.range(from, to)
                .anyMatch(i -> inputs.get(i).kind() == CreditEncoder.Kind.MISSING && average[i] > 0.5);
        return mostlyMissing ? "" : Reasons.text(median(field));
    }

    /** Knots are evenly spaced quantiles; runs of earlier versions have none and fill gaps with the median. */
    private static double median(CreditEncoder.Field field) {
        List<Double> knots = field.knots();
        int n = knots.size();
        return n == 0 ? field.fill() : (knots.get((n - 1) / 2) + knots.get(n / 2)) / 2;
    }

    private static String commonest(List<CreditEncoder.Input> inputs, float[] average, int from, int to) {
        int most = from;
        for (int i = from; i < to; i++) {
            most = average[i] > average[most] ? i : most;
        }
        return from == to ? "" : inputs.get(most).level();
    }
}
