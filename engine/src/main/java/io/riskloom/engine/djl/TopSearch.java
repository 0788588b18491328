package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Stage;
import io.riskloom.engine.inside.TopInputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Which places excite a channel most: all where there are at most {@value #PLACES}, else so many at even distances. All channels
 * of a layer are looked at together and kept, so that the next channel costs nothing.
 */
final class TopSearch {
    static final int PLACES = 512;
    private static final int LAYERS = 4;
    private static final int MOST_ROWS = 64;

    private final Places places;
    private final Map<Integer, Excited> found = new LinkedHashMap<>();

    TopSearch(Places places) {
        this.places = places;
    }

    /** @throws NoticeException {@code inside.error.noPlace} (model) where the data have no place; or as {@link Flow#index} */
    TopInputs of(String layer, int channel, int count, BooleanSupplier stopped) throws NoticeException {
        if (places.last() < places.first()) {
            throw new NoticeException(Notice.of("inside.error.noPlace", places.model()));
        }
        Flow flow = places.flow(Stage.TRAINED);
        int step = flow.index(layer);
        Excited all = found.get(step);
        if (all == null) {
            all = look(flow, step, stopped);
            if (found.size() == LAYERS) {
                found.remove(found.keySet().iterator().next());
            }
            found.put(step, all);
        }
        if (channel < 0 || channel >= all.channels()) {
            throw new NoticeException(Notice.of("inside.error.channel", channel, layer, all.channels()));
        }
        int of = places.last() - places.first() + 1;
        return new TopInputs(layer, channel, all.places().length, of, top(all, channel, count));
    }

    private List<TopInputs.Top> top(Excited all, int channel, int count) {
        int[] order = IntStream.range(0, all.places().length)
                .boxed()
                .sorted((a, b) -> Float.compare(value(all, b, channel), value(all, a, channel)))
                .mapToInt(i -> i)
                .toArray();
        List<TopInputs.Top> top = new ArrayList<>();
        for (int i : order) {
            int place = all.places()[i];
            if (top.size() < count
                    && top.stream().noneMatch(other -> Math.abs(other.place() - place) < places.apart())) {
                int cell = all.cell()[i * all.channels() + channel];
                top.add(new TopInputs.Top(
                        place, places.date(place), value(all, i, channel), cell / all.columns(), cell % all.columns()));
            }
        }
        return top;
    }

    private static float value(Excited all, int place, int channel) {
        return all.value()[place * all.channels() + channel];
    }

    private Excited look(Flow flow, int step, BooleanSupplier stopped) throws NoticeException {
        int[] chosen = spread(places.first(), places.last());
        int rows = flow.rows(MOST_ROWS);
        Excited all = null;
        for (int from = 0; from < chosen.length; from += rows) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            int count = Math.min(rows, chosen.length - from);
            float[] inputs = places.inputs(Arrays.copyOfRange(chosen, from, from + count));
            try (NDManager scratch = flow.manager().newSubManager()) {
                NDArray x = scratch.create(inputs, Network.batchOf(count, places.sample()));
                NDArray answer = flow.answer(x, step);
                Axes axes = flow.steps().get(step).axes();
                if (all == null) {
                    int channels = axes.channels(answer.getShape());
                    all = new Excited(
                            channels,
                            axes.columns(answer.getShape()),
                            chosen,
                            new float[channels * chosen.length],
                            new int[channels * chosen.length]);
                }
                largest(axes, answer, all, from * all.channels());
            }
        }
        return all;
    }

    /** At even distances, the last one included. */
    private static int[] spread(int first, int last) {
        int of = last - first + 1;
        int count = Math.min(PLACES, of);
        return IntStream.range(0, count)
                .map(i -> last - (int) ((long) (count - 1 - i) * of / count))
                .toArray();
    }

    private static void largest(Axes axes, NDArray answer, Excited all, int at) {
        Shape shape = answer.getShape();
        NDArray cells =
                switch (axes) {
                    case PICTURE -> answer.reshape(shape.get(0), shape.get(1), -1);
                    case CHANNELS_DAYS -> answer;
                    case DAYS_CHANNELS -> answer.swapAxes(1, 2);
                    case FLAT -> answer.expandDims(2);
                };
        float[] values = cells.max(new int[] {2}).toFloatArray();
        long[] where = cells.argMax(2).toType(DataType.INT64, false).toLongArray();
        for (int i = 0; i < values.length; i++) {
            all.value()[at + i] = values[i];
            all.cell()[at + i] = (int) where[i];
        }
    }
}
