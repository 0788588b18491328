package io.riskloom.engine.djl;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.AnomalyDetector;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** Trained networks that put applicants together again. */
final class NetworkAnomalyDetector implements AnomalyDetector {
    private final AnomalyNetworks networks;
    private final AnomalyModel model;

    NetworkAnomalyDetector(AnomalyNetworks networks, AnomalyModel model) {
        this.networks = networks;
        this.model = model;
    }

    @Override
    public double[] scores(CreditBook book) throws NoticeException {
        Torch.enter(Torch.Load.SMALL);
        return scores(networks, model, model.encoder().encode(book));
    }

    @Override
    public double[] scores(float[][] inputs) {
        Torch.enter(Torch.Load.SMALL);
        return scores(networks, model, inputs);
    }

    @Override
    public float[][] again(float[][] inputs) {
        Torch.enter(Torch.Load.SMALL);
        return networks.answer(inputs).rows();
    }

    static double[] scores(AnomalyNetworks networks, AnomalyModel model, float[][] inputs) {
        AnomalyNetworks.Answer answer = networks.answer(inputs);
        double[] error = errors(inputs, answer.rows());
        double[] scores = new double[inputs.length];
        Arrays.setAll(scores, i -> model.score(error[i], answer.distance()[i]));
        return scores;
    }

    /** Mean |x − x̂| over a row's inputs. */
    static double[] errors(float[][] inputs, float[][] made) {
        double[] errors = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < inputs[i].length; j++) {
                errors[i] += Math.abs((double) inputs[i][j] - made[i][j]) / inputs[i].length;
            }
        }
        return errors;
    }

    @Override
    public CreditEncoder encoder() {
        return model.encoder();
    }

    @Override
    public void cancelWhen(BooleanSupplier asked) {
        networks.again().cancelWhen(asked);
    }

    @Override
    public void close() {
        networks.close();
    }
}
