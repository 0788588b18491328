package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Learnt;
import io.riskloom.engine.quality.DataFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A forecaster's networks as its recipe makes them. With a linear layer beside it the first weights hang on the training windows:
 * they are cut from the run's file again and must be those that it wrote down.
 *
 * @param sample shape of one input
 * @param folder of the run
 */
record ForecastStart(ForecastSpec spec, Shape sample, Path folder) implements WeightStages.Making {

    @Override
    public List<Network> networks() {
        return List.of(ForecastNetwork.of(spec, sample));
    }

    /** @throws NoticeException {@code inside.error.firstWeights} (file) where the file is not as it was */
    @Override
    public List<Network> first() throws NoticeException, IOException {
        Torch.seed(Torch.mix(spec.seed(), 0));
        List<Network> networks = networks();
        if (!(networks.getFirst().block() instanceof Skip)) {
            return networks;
        }
        boolean started = false;
        try {
            ForecastNetwork.start(spec, networks.getFirst(), training());
            started = true;
            return networks;
        } finally {
            if (!started) {
                networks.forEach(Network::close);
            }
        }
    }

    private Samples training() throws NoticeException {
        Path file = Path.of(spec.data());
        try {
            ForecastLesson lesson = ForecastLesson.of(spec, DataFile.read(file, spec.reading()));
            Learnt.Given found = lesson.given(Learnt.Stage.TRAINING, () -> {}).orElseThrow();
            if (found.equals(Learnt.read(folder).training())) {
                return lesson.samples(Learnt.Stage.TRAINING);
            }
        } catch (IOException e) {
            throw new NoticeException(Notice.of("inside.error.firstWeights", file.getFileName()), e);
        }
        throw new NoticeException(Notice.of("inside.error.firstWeights", file.getFileName()));
    }
}
