package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AdamW (Loshchilov &amp; Hutter 2019) with its state in our own hands, so that a run can go on where it stopped: w ←
 * w·(1 − η·λ) − η·m̂ / (√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ) and ε outside the root's correction, as
 * PyTorch has it. Before that all gradients together are scaled so that their Euclidean norm is at most {@code
 * clipNorm} (0 leaves them).
 */
final class AdamW {
    private static final double EPSILON = 1e-8;

    private final Map<String, NDArray> weights;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();
    private final double decay;
    private final float beta1;
    private final float beta2;
    private final double clipNorm;
    private long steps;

    AdamW(Network network, double decay, double beta1, double beta2, double clipNorm) {
        this.weights = network.trainable();
        this.decay = decay;
        this.beta1 = (float) beta1;
        this.beta2 = (float) beta2;
        this.clipNorm = clipNorm;
        weights.forEach((name, weight) -> {
            first.put(name, network.manager().zeros(weight.getShape()));
            second.put(name, network.manager().zeros(weight.getShape()));
        });
    }

    /**
     * One step along the gradients that the last backward pass left, which are then zeroed. Gradients that are not
     * finite change nothing.
     *
     * @param scratch takes the temporary arrays
     * @return norm of all gradients before clipping
     */
    double step(double rate, NDManager scratch) {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        NDList norms = new NDList();
        weights.forEach((name, weight) -> {
            NDArray gradient = weight.getGradient();
            gradient.attach(scratch);
            gradients.put(name, gradient);
            norms.add(gradient.norm());
        });
        double norm = NDArrays.stack(norms).norm().getFloat();
        if (!Double.isFinite(norm)) {
            return norm;
        }
        steps++;
        double scale = clipNorm > 0 && norm > clipNorm ? clipNorm / norm : 1;
        double correction1 = 1 - Math.pow(beta1, steps);
        double correction2 = Math.sqrt(1 - Math.pow(beta2, steps));
        weights.forEach((name, weight) -> JniUtils.adamUpdate(
                (PtNDArray) weight,
                (PtNDArray) gradients.get(name),
                (PtNDArray) first.get(name),
                (PtNDArray) second.get(name),
                (float) rate,
                (float) (rate * correction2 / correction1),
                (float) decay,
                (float) scale,
                -1f,
                beta1,
                beta2,
                (float) (EPSILON * correction2),
                true));
        zeroGradients();
        return norm;
    }

    /** Forgets gradients that a backward pass left here on its way to another network. */
    void zeroGradients() {
        for (NDArray weight : weights.values()) {
            JniUtils.zeroGrad((PtNDArray) weight);
        }
    }

    long steps() {
        return steps;
    }

    /** First and second moments as {@code m.NAME} and {@code v.NAME}; the arrays themselves, not copies. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        first.forEach((name, array) -> state.put("m." + name, array));
        second.forEach((name, array) -> state.put("v." + name, array));
        return state;
    }

    /** Puts the number of steps back; {@link #state()} is filled by the caller. */
    void resumeAt(long done) {
        steps = done;
    }
}
