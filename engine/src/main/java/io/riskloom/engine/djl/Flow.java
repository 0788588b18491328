package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A network taken apart: each operation once, in an order in which it can be worked out, with what it reads. It answers as {@link
 * Network#forward} does in inference mode, and can be watched, stopped and begun at any place, also within the branch of a
 * residual block. Several networks stand side by side, and their mean is the answer.
 */
final class Flow implements AutoCloseable {

    /** What a step makes of the answers that it reads. */
    @FunctionalInterface
    interface Operation {
        NDArray of(NDList inputs);
    }

    /** Sees each answer as it comes and says what flows on. */
    @FunctionalInterface
    interface Tap {
        /** @param input the first of what the layer was given */
        NDArray after(String layer, NDArray input, NDArray answer);
    }

    /**
     * @param layer   structural name, see {@link io.riskloom.engine.inside.NetworkGraph.Node}
     * @param part    the block that works it out; a {@link RecurrentLayer} is one layer of it; empty for sums and the like
     * @param weights that training changes
     * @param from    steps whose answers it reads
     */
    record Step(
            String layer,
            String group,
            String kind,
            Axes axes,
            Optional<Block> part,
            Optional<RecurrentLayer> recurrent,
            List<NDArray> weights,
            Operation operation,
            int... from) {}

    /** Of all answers that lie in memory at once. */
    private static final long MOST_NUMBERS = 16L << 20;

    private final List<Network> networks;
    private final List<Step> steps;
    private final Map<String, Integer> places = new HashMap<>();
    private long numbers; // 0 until they are counted

    private Flow(List<Network> networks, List<Step> steps) {
        this.networks = List.copyOf(networks);
        this.steps = List.copyOf(steps);
        for (int i = 0; i < steps.size(); i++) {
            if (places.put(steps.get(i).layer(), i) != null) {
                throw new IllegalStateException(
                        "two layers are called " + steps.get(i).layer());
            }
        }
    }

    static Flow of(Network network) {
        return of(List.of(network));
    }

    /** Of networks that read the same inputs. */
    static Flow of(List<Network> networks) {
        return new Flow(networks, Unfolding.of(networks));
    }

    /** The first is the input, the last the answer. */
    List<Step> steps() {
        return steps;
    }

    int last() {
        return steps.size() - 1;
    }

    NDManager manager() {
        return networks.getFirst().manager();
    }

    List<Network> networks() {
        return networks;
    }

    /** @throws NoticeException {@code inside.error.layer} (layer) where none is called so */
    int index(String layer) throws NoticeException {
        Integer place = places.get(layer);
        if (place == null) {
            throw new NoticeException(Notice.of("inside.error.layer", layer));
        }
        return place;
    }

    /** So many inputs at once that all answers to them take little memory, from 1 to {@code most}. */
    int rows(int most) {
        if (numbers == 0) {
            try (NDManager scratch = manager().newSubManager()) {
                NDArray one =
                        scratch.zeros(Network.batchOf(1, networks.getFirst().sample()));
                numbers = run(one).stream().mapToLong(NDArray::size).sum();
            }
        }
        return Math.toIntExact(Math.clamp(MOST_NUMBERS / numbers, 1, most));
    }

    /** What the networks answer to a batch, in its manager. */
    NDArray answer(NDArray x) {
        return answer(x, (layer, input, answer) -> answer);
    }

    /** As {@link #answer(NDArray)}, while each layer's answer passes the tap. */
    NDArray answer(NDArray x, Tap tap) {
        return run(x, tap, all()).getLast();
    }

    /** All answers to a batch, one a step. */
    NDList run(NDArray x) {
        return new NDList(run(x, (layer, input, answer) -> answer, all()));
    }

    /** One step's answers to a batch; what does not lead there is not worked out. */
    NDArray answer(NDArray x, int step) {
        return run(x, (layer, input, answer) -> answer, leadingTo(step)).get(step);
    }

    private List<NDArray> run(NDArray x, Tap tap, boolean... wanted) {
        NDArray[] answers = new NDArray[steps.size()];
        answers[0] = tap.after(steps.getFirst().layer(), x, x);
        for (int i = 1; i < answers.length; i++) {
            if (wanted[i]) {
                NDList inputs = inputs(i, answers);
                answers[i] = tap.after(
                        steps.get(i).layer(),
                        inputs.head(),
                        steps.get(i).operation().of(inputs));
            }
        }
        return Arrays.asList(answers);
    }

    private NDList inputs(int step, NDArray... answers) {
        NDList inputs = new NDList();
        for (int from : steps.get(step).from()) {
            inputs.add(answers[from]);
        }
        return inputs;
    }

    private boolean[] all() {
        boolean[] all = new boolean[steps.size()];
        Arrays.fill(all, true);
        return all;
    }

    private boolean[] leadingTo(int step) {
        boolean[] wanted = new boolean[steps.size()];
        wanted[step] = true;
        for (int i = step; i > 0; i--) {
            if (wanted[i]) {
                for (int from : steps.get(i).from()) {
                    wanted[from] = true;
                }
            }
        }
        return wanted;
    }

    /**
     * The networks' answer where one step's answer is another: only what hangs on it is worked out anew.
     *
     * @param answers of {@link #run}
     */
    NDArray after(NDList answers, int step, NDArray other) {
        NDArray[] now = answers.toArray(new NDArray[0]);
        boolean[] changed = new boolean[now.length];
        now[step] = other;
        changed[step] = true;
        for (int i = step + 1; i < now.length; i++) {
            for (int from : steps.get(i).from()) {
                changed[i] |= changed[from];
            }
            if (changed[i]) {
                now[i] = steps.get(i).operation().of(inputs(i, now));
            }
        }
        return now[last()];
    }

    /**
     * The gradient of Σ number(answer) with respect to one step's answer, of its shape and in its manager.
     *
     * @param answers of {@link #run}
     * @param number  what of the answer is looked at, such as one of its columns
     */
    NDArray slope(NDList answers, int step, UnaryOperator<NDArray> number) {
        NDArray leaf = answers.get(step).stopGradient();
        leaf.attach(answers.get(step).getManager());
        leaf.setRequiresGradient(true);
        NDArray slope = Torch.recorded(() -> Ops.slope(number.apply(after(answers, step, leaf)), leaf));
        slope.attach(leaf.getManager());
        return slope;
    }

    /** Frees the networks. */
    @Override
    public void close() {
        networks.forEach(Network::close);
    }
}
