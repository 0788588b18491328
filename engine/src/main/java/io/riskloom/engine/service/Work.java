package io.riskloom.engine.service;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.util.Map;

/** What an engine does for its requests. Called from one thread only, always the same. */
interface Work {

    Imported read(Path data, Reading reading) throws Exception;

    /**
     * A credit file whose applicants are to be scored: it needs no target.
     *
     * @param numeric for each column that the model knows whether it holds numbers
     */
    default Imported readForScoring(Path data, Reading reading, Map<String, Boolean> numeric) throws Exception {
        return read(data, reading);
    }

    /** The data of a run as it was read for its training. */
    default Imported readForTraining(RunSpec spec) throws Exception {
        return read(Path.of(spec.data()), spec.reading());
    }

    Outcome train(TrainRequest request, RunMonitor monitor) throws Exception;

    TrainedModel load(Requests.ModelRef model) throws Exception;

    double[][][] convolve(Requests.ConvolveRequest request) throws Exception;

    EngineArithmetic.Pooled pool(Requests.PoolRequest request) throws Exception;

    double[] dense(Requests.DenseRequest request) throws Exception;

    DeviceInfo device() throws Exception;

    CheckReport check() throws Exception;
}
