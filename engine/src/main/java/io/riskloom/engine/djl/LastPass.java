package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.inside.LayerMaps;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a network made of one input, in native memory: going through a layer's channels, or from layer to layer, works
 * nothing out anew. A layer is copied once, when it is first asked for.
 */
final class LastPass implements AutoCloseable {
    private final Flow flow;
    private final NDManager manager;
    private final NDList answers;
    private int copied = -1;
    private float[] copy;

    LastPass(Flow flow, float[] input) {
        this.flow = flow;
        this.manager = flow.manager().newSubManager();
        Shape sample = flow.networks().getFirst().sample();
        boolean passed = false;
        try {
            answers = flow.run(manager.create(input, Network.batchOf(1, sample)));
            passed = true;
        } finally {
            if (!passed) {
                manager.close();
            }
        }
    }

    /** The network's answer. */
    float[] numbers() {
        return answers.getLast().toFloatArray();
    }

    private NDArray at(int step) {
        return answers.get(step);
    }

    private Axes axes(int step) {
        return flow.steps().get(step).axes();
    }

    int rows(int step) {
        return axes(step).rows(at(step).getShape());
    }

    int columns(int step) {
        return axes(step).columns(at(step).getShape());
    }

    int channels(int step) {
        return axes(step).channels(at(step).getShape());
    }

    /** A step's maps, one channel after the other, row by row. */
    private float[] maps(int step) {
        if (copied != step) {
            copy = axes(step).byChannel(at(step).toFloatArray(), at(step).getShape());
            copied = step;
        }
        return copy;
    }

    /** Maps of some channels of a step, one after the other. */
    float[] maps(int step, int... channels) {
        float[] all = maps(step);
        int cells = rows(step) * columns(step);
        float[] some = new float[channels.length * cells];
        for (int i = 0; i < channels.length; i++) {
            System.arraycopy(all, channels[i] * cells, some, i * cells, cells);
        }
        return some;
    }

    /** Of every channel of a step. */
    List<LayerMaps.Figures> figures(int step) {
        float[] all = maps(step);
        int cells = rows(step) * columns(step);
        List<LayerMaps.Figures> figures = new ArrayList<>(all.length / cells);
        for (int from = 0; from < all.length; from += cells) {
            double sum = 0;
            float least = all[from];
            float largest = all[from];
            for (int i = from; i < from + cells; i++) {
                sum += all[i];
                least = Math.min(least, all[i]);
                largest = Math.max(largest, all[i]);
            }
            figures.add(new LayerMaps.Figures((float) (sum / cells), least, largest));
        }
        return figures;
    }

    @Override
    public void close() {
        manager.close();
    }
}
