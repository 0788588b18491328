package io.riskloom.engine.djl;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.CreditScorer;
import java.util.stream.IntStream;

/** A trained network over an applicant's columns. */
final class MlpCreditScorer implements CreditScorer {
    private final Network network;
    private final CreditModel model;

    MlpCreditScorer(Network network, CreditModel model) {
        this.network = network;
        this.model = model;
    }

    @Override
    public double[] probabilityBad(CreditBook book) throws NoticeException {
        Torch.enter(Torch.Load.SMALL);
        return probabilities(network, model.encoder().encode(book), model.offset());
    }

    @Override
    public CreditEncoder encoder() {
        return model.encoder();
    }

    @Override
    public double[] logOdds(float[][] inputs) {
        Torch.enter(Torch.Load.SMALL);
        float[] logits = network.predict(CreditCases.flat(inputs), new Shape(inputs[0].length));
        return IntStream.range(0, logits.length)
                .mapToDouble(i -> logits[i] + model.offset())
                .toArray();
    }

    @Override
    public double[] probability(double[] logOdds) {
        return java.util.Arrays.stream(logOdds).map(Losses::sigmoid).toArray();
    }

    @Override
    public double[][] integratedGradients(float[][] inputs, float[] baseline, int steps) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] average() {
        return new float[model.encoder().width()];
    }

    /** @param offset added to each logit */
    static double[] probabilities(Network network, float[][] inputs, double offset) {
        if (inputs.length == 0) {
            return new double[0];
        }
        float[] logits = network.predict(CreditCases.flat(inputs), new Shape(inputs[0].length));
        return IntStream.range(0, logits.length)
                .mapToDouble(i -> Losses.sigmoid(logits[i] + offset))
                .toArray();
    }

    @Override
    public void close() {
        network.close();
    }
}
