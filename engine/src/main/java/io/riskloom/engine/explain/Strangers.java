package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.explain.Strangeness.Part;
import io.riskloom.engine.feature.CreditDecoder;
import io.riskloom.engine.model.AnomalyDetector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says which columns make applicants unusual, and what the network expected there. */
public final class Strangers {

    private Strangers() {}

    /**
     * @param rows of the book; one that lacks columns of the model counts their cells as missing
     * @throws NoticeException what the encoder has against the book
     */
    public static List<Strangeness> of(AnomalyDetector detector, CreditBook book, int[] rows) throws NoticeException {
        float[][] inputs = detector.encoder().encodeKnown(book, rows);
        float[][] again = detector.again(inputs);
        double[] scores = detector.scores(inputs);
        Inputs columns = Inputs.of(detector.encoder());
        CreditDecoder decoder = new CreditDecoder(detector.encoder());
        Map<String, CreditColumn> known = new HashMap<>();
        book.features().forEach(column -> known.put(column.name(), column));
        List<Strangeness> all = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double[] errors = columns.sums(distance(inputs[i], again[i]));
            double sum = 0;
            for (double error : errors) {
                sum += error;
            }
            List<String> expected = decoder.texts(again[i]);
            List<Part> parts = new ArrayList<>();
            for (int c : Reasons.strongest(errors)) {
                String name = columns.columns().get(c);
                String value = known.containsKey(name) ? Reasons.text(known.get(name), rows[i]) : "";
                parts.add(new Part(name, value, sum == 0 ? 0 : errors[c] / sum, expected.get(c)));
            }
            all.add(new Strangeness(rows[i], scores[i], parts));
        }
        return all;
    }

    /** |x − x̂| of each input. */
    private static double[] distance(float[] inputs, float[] again) {
        double[] distance = new double[inputs.length];
        for (int j = 0; j < distance.length; j++) {
            distance[j] = Math.abs((double) inputs[j] - again[j]);
        }
        return distance;
    }
}
