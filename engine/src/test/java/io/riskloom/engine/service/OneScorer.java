package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Reads files as the engine does; every model is the same scorer, which waits before its first answer if it is held. */
final class OneScorer implements Work {

    private final NativeWork reader = new NativeWork();
    private final CreditScorer scorer;
    final CountDownLatch asked = new CountDownLatch(1);
    volatile CountDownLatch held = new CountDownLatch(0);
    volatile String trainedOn = "";
    volatile int calls;

    OneScorer(CreditScorer scorer) {
        this.scorer = scorer;
    }

    private final class Held implements CreditScorer {
        @Override
        public double[] logOdds(float[][] inputs) {
            calls++;
            asked.countDown();
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return scorer.logOdds(inputs);
        }

        @Override
        public double[][] integratedGradients(float[][] inputs, float[] baseline, int steps) {
            logOdds(inputs);
            return scorer.integratedGradients(inputs, baseline, steps);
        }

        @Override
        public double[] probabilityBad(CreditBook book) throws NoticeException {
            return scorer.probabilityBad(book);
        }

        @Override
        public CreditEncoder encoder() {
            return scorer.encoder();
        }

        @Override
        public double[] probability(double[] logOdds) {
            return scorer.probability(logOdds);
        }

        @Override
        public float[] average() {
            return scorer.average();
        }

        @Override
        public String trainedOn() {
            return trainedOn;
        }

        @Override
        public void close() {}
    }

    @Override
    public TrainedModel load(Requests.ModelRef model) {
        return new Held();
    }

    @Override
    public Imported read(Path data, Reading reading) throws Exception {
        return reader.read(data, reading);
    }

    @Override
    public Imported readForScoring(Path data, Reading reading, Map<String, Boolean> numeric) throws Exception {
        return reader.readForScoring(data, reading, numeric);
    }

    @Override
    public Imported readForTraining(RunSpec spec) throws Exception {
        return reader.readForTraining(spec);
    }

    @Override
    public Outcome train(TrainRequest request, RunMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[][][] convolve(Requests.ConvolveRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EngineArithmetic.Pooled pool(Requests.PoolRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public double[] dense(Requests.DenseRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DeviceInfo device() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CheckReport check() {
        throw new UnsupportedOperationException();
    }
}
