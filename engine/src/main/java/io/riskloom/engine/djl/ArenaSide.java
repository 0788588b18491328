package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.riskloom.engine.lesson.ArenaSettings.Steps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of the two networks of a duel and what moves its weights. */
final class ArenaSide implements AutoCloseable {
    private final ArenaForm form;
    private final Network network;
    private final Steps steps;
    private final Optimiser optimiser;
    private long updates;
    private long made;

    /** With first weights that follow from the seed. */
    static ArenaSide begun(ArenaForm form, Steps steps, long seed) {
        Torch.seed(seed);
        Network network = form.network();
        return new ArenaSide(form, network, steps, optimiser(network, steps));
    }

    private ArenaSide(ArenaForm form, Network network, Steps steps, Optimiser optimiser) {
        this.form = form;
        this.network = network;
        this.steps = steps;
        this.optimiser = optimiser;
    }

    private static Optimiser optimiser(Network network, Steps steps) {
        return switch (steps.optimiser()) {
            case "sgd" -> new Sgd(network, steps.momentum(), 0, Optimiser.Limits.NONE);
            case "adam" -> new Adam(network, steps.momentum(), 0, false, Optimiser.Limits.NONE);
            case "rmsprop" -> new Rmsprop(network, steps.momentum());
            default -> throw new IllegalArgumentException("no optimiser " + steps.optimiser());
        };
    }

    ArenaForm form() {
        return form;
    }

    Steps steps() {
        return steps;
    }

    Network network() {
        return network;
    }

    /** Updates since its first weights, by whatever optimisers. */
    long made() {
        return made;
    }

    /** One update; see {@link Optimiser#step}. */
    double step(NDArray loss) {
        double norm = optimiser.step(loss, steps.rate());
        if (Double.isFinite(norm)) {
            updates++;
            made++;
        }
        return norm;
    }

    /**
     * The same weights in another form that they fit into, moved in another way; the optimiser's memory goes along where it is
     * of the same kind.
     */
    ArenaSide turned(ArenaForm other, Steps moved, long seed) {
        ArenaSide next = begun(other, moved, seed);
        try {
            hand(next);
            return next;
        } catch (RuntimeException | Error e) {
            next.close(); // native memory, which no collector frees
            throw e;
        }
    }

    private void hand(ArenaSide next) {
        if (next.form.spectral() == form.spectral()) {
            copy(network.state().values(), next.network.state().values());
        } else {
            copy(network.trainable().values(), next.network.trainable().values());
            next.directions();
        }
        if (steps.optimiser().equals(next.steps.optimiser())) {
            copy(optimiser.state().values(), next.optimiser.state().values());
            next.optimiser.resumeAt(updates);
            next.updates = updates;
        }
        next.made = made;
    }

    /** Spectral directions found anew, for weights that came from elsewhere. */
    private void directions() {
        if (form.spectral()) {
            network.block().getChildren().values().stream()
                    .filter(Spectral.class::isInstance)
                    .forEach(layer -> ((Spectral) layer).begin(network.manager()));
        }
    }

    private static void copy(Collection<NDArray> from, Collection<NDArray> to) {
        List<NDArray> values = new ArrayList<>(from);
        int i = 0;
        for (NDArray target : to) {
            Weights.set(target, values.get(i++));
        }
    }

    /**
     * Weights, spectral directions and the optimiser's memory.
     *
     * @param updates that the optimiser made
     * @param made    since the first weights
     */
    record State(ArenaForm form, Steps steps, Map<String, float[]> numbers, long updates, long made) {
        long bytes() {
            return numbers.values().stream()
                    .mapToLong(part -> (long) Float.BYTES * part.length)
                    .sum();
        }
    }

    State state() {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        arrays().forEach((name, array) -> numbers.put(name, array.toFloatArray()));
        return new State(form, steps, numbers, updates, made);
    }

    static ArenaSide restored(State state) {
        ArenaSide side = begun(state.form(), state.steps(), 0);
        try (NDManager scratch = side.network.manager().newSubManager()) {
            side.arrays()
                    .forEach((name, array) ->
                            Weights.set(array, scratch.create(state.numbers().get(name), array.getShape())));
            side.optimiser.resumeAt(state.updates());
        } catch (RuntimeException | Error e) {
            side.close(); // native memory, which no collector frees
            throw e;
        }
        side.updates = state.updates();
        side.made = state.made();
        return side;
    }

    private Map<String, NDArray> arrays() {
        Map<String, NDArray> arrays = new LinkedHashMap<>(network.state());
        optimiser.state().forEach((name, array) -> arrays.put("optimiser." + name, array));
        return arrays;
    }

    @Override
    public void close() {
        optimiser.close();
        network.close();
    }
}
