package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.TrainedModel;
import java.io.IOException;
import java.util.function.Supplier;

/** Fills a network from its run's folder, and frees it where that fails. */
final class Opening {
    private Opening() {}

    static <T extends TrainedModel> T of(Network network, RunFolder run, Supplier<T> model)
            throws NoticeException, IOException {
        boolean opened = false;
        try {
            WeightsFile.read(run.weights(), network.state(), network.manager());
            opened = true;
            return model.get();
        } finally {
            if (!opened) {
                network.close();
            }
        }
    }
}
