package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import io.riskloom.engine.lesson.StackFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One stack of a race in training by gradient descent with momentum: v ← μ·v + η·g, w ← w − v. */
final class Racer implements AutoCloseable {

    private static final float MOMENTUM = 0.9f;

    private final RaceStack stack;
    private final Map<String, NDArray> velocity;
    private final IValue weights;
    private final float rate;
    private final List<Double> losses = new ArrayList<>();
    private int told;
    private double[] gradients = {};
    private double[] spreads = {};
    private boolean broken;

    Racer(RaceStack stack, double rate) {
        this.stack = stack;
        this.rate = (float) rate;
        this.velocity = Optimisers.zeros("v.", stack.network());
        this.weights = Ops.list(stack.network().trainable().values());
    }

    RaceStack stack() {
        return stack;
    }

    /** Measures a batch as a step does, without learning from it: batch norm's running statistics stay as they are, too. */
    void look(float[] inputs, float[] targets) {
        Network network = stack.network();
        try (NDManager before = network.manager().newSubManager()) {
            Map<String, NDArray> statistics = new HashMap<>(network.state());
            statistics.keySet().removeAll(network.trainable().keySet());
            statistics.replaceAll((name, array) -> duplicate(array, before));
            pass(inputs, targets, true, false);
            Map<String, NDArray> state = network.state();
            statistics.forEach((name, array) -> Weights.set(state.get(name), array));
        }
        losses.clear();
    }

    private static NDArray duplicate(NDArray array, NDManager manager) {
        NDArray copy = array.duplicate();
        copy.attach(manager);
        return copy;
    }

    /** @param measured whether gradients and spreads of this step are kept */
    void step(float[] inputs, float[] targets, boolean measured) {
        if (!broken) {
            pass(inputs, targets, measured, true);
        }
    }

    private void pass(float[] inputs, float[] targets, boolean measured, boolean learning) {
        Network network = stack.network();
        try (NDManager step = network.manager().newSubManager()) {
            NDArray x = step.create(inputs, Network.batchOf(targets.length, RaceStack.INPUT));
            NDArray y = step.create(targets).reshape(-1, 1);
            List<NDArray> answers = new ArrayList<>();
            if (measured) {
                watch(answers);
            }
            NDArray loss = Torch.recorded(() -> Losses.binary(network.forward(x, true), y));
            stack.blocks().forEach(RaceBlock::watchNoMore);
            double value = loss.getFloat();
            losses.add(value);
            NDList found = Ops.gradients(loss, weights);
            if (measured) {
                gradients = norms(found);
                spreads = answers.stream().mapToDouble(Racer::spread).toArray();
            }
            broken = !Double.isFinite(value);
            if (learning && !broken) {
                move(found);
            }
        }
    }

    private void watch(List<NDArray> answers) {
        for (RaceBlock block : stack.blocks()) {
            block.watch((stage, values) -> {
                if (stage.equals("act1") || stage.equals("output")) {
                    answers.add(values);
                }
            });
        }
    }

    private void move(NDList found) {
        int i = 0;
        for (Map.Entry<String, NDArray> weight : stack.network().trainable().entrySet()) {
            NDArray state = velocity.get("v." + weight.getKey());
            NDList given = new NDList(weight.getValue(), found.get(i++), state);
            NDList moved = new NDList(weight.getValue());
            weight.getValue().getNDArrayInternal().sgdUpdate(given, moved, rate, 0, 1, -1, MOMENTUM, false);
        }
    }

    private double[] norms(NDList found) {
        List<Double> norms = new ArrayList<>();
        int i = 0;
        for (String name : stack.network().trainable().keySet()) {
            NDArray gradient = found.get(i++);
            if (name.matches("block\\d+\\.conv[12]\\.weight")) {
                double squares = 0;
                for (float g : gradient.toFloatArray()) {
                    squares += (double) g * g;
                }
                norms.add(Math.sqrt(squares));
            }
        }
        return norms.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double spread(NDArray answers) {
        float[] values = answers.toFloatArray();
        double mean = 0;
        for (float v : values) {
            mean += v;
        }
        mean /= values.length;
        double squares = 0;
        for (float v : values) {
            squares += (v - mean) * (v - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    /** Probabilities of "wild", one an input; NaN once it is broken. */
    double[] answers(float[] inputs) {
        float[] logits = stack.network().predict(inputs, RaceStack.INPUT);
        double[] answers = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            answers[i] = Losses.sigmoid(logits[i]);
        }
        return answers;
    }

    /**
     * What has come since it was told last.
     *
     * @param heard whether somebody waits for it: losses that nobody hears are told again
     */
    StackFigures figures(double accuracy, boolean heard) {
        double[] since = losses.stream().mapToDouble(Double::doubleValue).toArray();
        StackFigures figures = new StackFigures(told, since, accuracy, gradients, spreads, stack.parameters(), broken);
        if (heard) {
            told += since.length;
            losses.clear();
        }
        return figures;
    }

    @Override
    public void close() {
        weights.close();
        velocity.values().forEach(NDArray::close);
        stack.network().close();
    }
}
