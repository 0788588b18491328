package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Attribution;
import io.riskloom.engine.inside.Stage;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * What of an input bore the answer: {@link ActivationMaps} of a layer, and {@link IntegratedGradients} from the mean of what was
 * learnt. Explained is {@link Subject#output}.
 */
final class Attributions {
    static final String GRAD_CAM = "gradcam";
    static final String GRAD_CAM_PLUS = "gradcam++";
    static final String GRADIENTS = "gradients";

    /** Points of integrated gradients at once, at most. */
    private static final int ROWS = 16;

    private final Subject subject;
    private final RandomFlows random;
    private final ActivationMaps maps;

    Attributions(Subject subject, RandomFlows random) {
        this.subject = subject;
        this.random = random;
        this.maps = new ActivationMaps(subject);
    }

    /**
     * @throws NoticeException          as {@link ActivationMaps#of}
     * @throws IllegalArgumentException for an unknown method
     * @throws CancellationException    between some points of integrated gradients where it is stopped
     */
    Attribution of(int place, String method, String layer, Stage stage, boolean randomised, BooleanSupplier stopped)
            throws NoticeException {
        float[] input = subject.input(place);
        Flow flow = randomised ? random.of(0) : subject.flow(stage);
        Found found = found(flow, input, method, layer, stopped);
        return new Attribution(
                method,
                found.layer(),
                stage,
                randomised,
                found.told().cells(),
                found.logit(),
                found.baseline(),
                found.gap(),
                found.told().byColumn(),
                found.told().names(),
                found.told().picture());
    }

    /** An attribution by some network of the subject's layers, see {@link Attribution}. */
    record Found(String layer, Fold.Told told, double logit, double baseline, double gap) {}

    Found found(Flow flow, float[] input, String method, String layer, BooleanSupplier stopped) throws NoticeException {
        return switch (method) {
            case GRADIENTS -> gradients(flow, input, stopped);
            case GRAD_CAM, GRAD_CAM_PLUS -> maps.of(flow, input, method, layer);
            default -> throw new IllegalArgumentException("no attribution " + method);
        };
    }

    /** Integrated gradients of each number of an input, as told. */
    double[] shares(Flow flow, float[] input, BooleanSupplier stopped) throws NoticeException {
        return told(integrated(flow, input, stopped));
    }

    private double[] told(IntegratedGradients found) {
        double unit = unit();
        return Arrays.stream(found.shares()).map(share -> unit * share).toArray();
    }

    private Found gradients(Flow flow, float[] input, BooleanSupplier stopped) throws NoticeException {
        IntegratedGradients found = integrated(flow, input, stopped);
        return new Found(
                "",
                subject.fold().shares(told(found)),
                subject.told(found.end()),
                subject.told(found.start()),
                Math.abs(unit()) * found.gap());
    }

    private double unit() {
        return subject.told(1) - subject.told(0);
    }

    private IntegratedGradients integrated(Flow flow, float[] input, BooleanSupplier stopped) throws NoticeException {
        UnaryOperator<NDArray> number = x -> {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            return subject.explained(flow.answer(x));
        };
        return IntegratedGradients.of(
                flow.manager(), number, subject.sample(), flow.rows(ROWS), subject.baseline(), input);
    }
}
