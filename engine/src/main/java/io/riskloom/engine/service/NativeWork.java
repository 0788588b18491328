package io.riskloom.engine.service;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.djl.SelfCheck;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.run.Recipes;
import io.riskloom.engine.run.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The real work, by the native library. */
final class NativeWork implements Work {

    @Override
    public Imported read(Path data, Reading reading) throws Exception {
        return DataFile.read(data, reading);
    }

    @Override
    public Imported readForScoring(Path data, Reading reading, Map<String, Boolean> numeric) throws Exception {
        return DataFile.readForScoring(data, reading, numeric);
    }

    @Override
    public Imported readForTraining(RunSpec spec) throws Exception {
        return Training.read(spec);
    }

    @Override
    public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
        Path folder = Path.of(request.folder());
        Files.createDirectories(folder);
        return Training.train(request.spec(), folder, request.device(), monitor);
    }

    @Override
    public TrainedModel load(Requests.ModelRef model) throws Exception {
        return Recipes.of(model.spec()).load(model.spec(), Path.of(model.folder()));
    }

    @Override
    public double[][][] convolve(Requests.ConvolveRequest r) throws Exception {
        return EngineArithmetic.convolve(
                r.input(),
                r.kernels(),
                r.biases(),
                new EngineArithmetic.Sliding(r.stride(), r.padding(), r.dilation(), r.groups(), r.padMode()),
                r.activation());
    }

    @Override
    public EngineArithmetic.Pooled pool(Requests.PoolRequest r) throws Exception {
        return EngineArithmetic.pool(r.input(), r.shape(), r.kind());
    }

    @Override
    public double[] dense(Requests.DenseRequest r) throws Exception {
        return EngineArithmetic.dense(r.input(), r.weights(), r.biases());
    }

    @Override
    public DeviceInfo device() {
        return new DeviceInfo(
                Torch.deviceName(),
                Runtime.getRuntime().availableProcessors(),
                Torch.threads(),
                Torch.version(),
                Torch.gpuCount(),
                0);
    }

    @Override
    public CheckReport check() {
        return new CheckReport(SelfCheck.run().stream()
                .map(item -> new CheckReport.Item(item.name(), item.passed(), item.detail()))
                .toList());
    }
}
