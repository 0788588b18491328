package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The networks of one run with the weights of each stage, opened when they are first asked for. The first weights are drawn
 * again on the device in use: a run that was trained on another one began with others.
 */
final class WeightStages implements AutoCloseable {

    /** Makes the run's networks. */
    interface Making {
        /** With weights from the native random numbers, as the recipe draws them. */
        List<Network> networks();

        /**
         * As they were before the first step of the training.
         *
         * @throws NoticeException where what that hangs on is not there any more
         */
        List<Network> first() throws NoticeException, IOException;
    }

    private final List<Network> kept;
    private final Making making;
    private final Path last;
    private final Map<Stage, Flow> opened = new EnumMap<>(Stage.class);

    /**
     * @param kept those that the run answers with; stay open
     * @param last    file of the weights after the last step, which need not be there
     */
    WeightStages(List<Network> kept, Making making, Path last) {
        this.kept = List.copyOf(kept);
        this.making = making;
        this.last = last;
    }

    Flow trained() {
        return opened.computeIfAbsent(Stage.TRAINED, stage -> Flow.of(kept));
    }

    List<Stage> offered() {
        return Files.exists(last)
                ? List.of(Stage.INITIAL, Stage.TRAINED, Stage.LAST)
                : List.of(Stage.INITIAL, Stage.TRAINED);
    }

    /** @throws NoticeException {@code inside.error.stage} for weights that are not kept, or as {@link Making#first} */
    Flow flow(Stage stage) throws NoticeException {
        if (stage == null) {
            throw new NoticeException(Notice.of("inside.error.stage"));
        }
        if (stage == Stage.TRAINED) {
            return trained();
        }
        Flow flow = opened.get(stage);
        if (flow == null) {
            flow = stage == Stage.INITIAL ? first() : last();
            opened.put(stage, flow);
        }
        return flow;
    }

    private Flow first() throws NoticeException {
        try {
            return filled(making.first(), networks -> {});
        } catch (IOException e) {
            throw new NoticeException(Notice.of("inside.error.stage"), e);
        }
    }

    private Flow last() throws NoticeException {
        if (!Files.exists(last)) {
            throw new NoticeException(Notice.of("inside.error.stage"));
        }
        return WeightStages.<NoticeException>filled(making.networks(), this::read);
    }

    private void read(List<Network> networks) throws NoticeException {
        try {
            WeightsFile.read(
                    last, CreditNetworks.weights(networks), networks.getFirst().manager());
        } catch (IOException e) {
            throw new NoticeException(Notice.of("inside.error.stage"), e);
        }
    }

    /** All weights drawn from a seed, see {@link RandomControl#redraw}; the caller closes them. */
    Flow anew(long seed) {
        return filled(making.networks(), networks -> {
            for (int m = 0; m < networks.size(); m++) {
                RandomControl.redraw(networks.get(m), Torch.mix(seed, m));
            }
        });
    }

    /** Gives networks their weights. */
    private interface Filling<E extends Exception> {
        void fill(List<Network> networks) throws E;
    }

    /** Networks that cannot be filled, or taken apart, are closed. */
    private static <E extends Exception> Flow filled(List<Network> networks, Filling<E> filling) throws E {
        boolean done = false;
        try {
            filling.fill(networks);
            Flow flow = Flow.of(networks);
            done = true;
            return flow;
        } finally {
            if (!done) {
                networks.forEach(Network::close);
            }
        }
    }

    /** Frees all but the trained ones. */
    @Override
    public void close() {
        opened.remove(Stage.TRAINED);
        opened.values().forEach(Flow::close);
    }
}
