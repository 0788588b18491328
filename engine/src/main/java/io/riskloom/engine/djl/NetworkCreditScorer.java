package io.riskloom.engine.djl;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.inside.Inside;
import io.riskloom.engine.inside.Inspectable;
import io.riskloom.engine.judge.Calibrator;
import io.riskloom.engine.judge.Platt;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.CreditTarget;
import java.util.Arrays;

/** Trained networks over an applicant's columns. */
final class NetworkCreditScorer implements CreditScorer, Inspectable {
    private final CreditSpec spec;
    private final CreditNetworks networks;
    private final CreditModel model;
    private final WeightStages weights;
    private final LastInside<CreditBook> inside = new LastInside<>();

    /** @param weights of these stages; closed with this */
    NetworkCreditScorer(CreditSpec spec, CreditNetworks networks, CreditModel model, WeightStages weights) {
        this.spec = spec;
        this.networks = networks;
        this.model = model;
        this.weights = weights;
    }

    static Torch.Load load(CreditSpec spec) {
        return spec.model().equals("resnet50") ? Torch.Load.LARGE : Torch.Load.SMALL;
    }

    @Override
    public double[] probabilityBad(CreditBook book) throws NoticeException {
        return probability(logOdds(model.encoder().encode(book)));
    }

    @Override
    public CreditEncoder encoder() {
        return model.encoder();
    }

    @Override
    public double[] logOdds(float[][] inputs) {
        Torch.enter(load(spec));
        return Arrays.stream(networks.logits(inputs))
                .map(logit -> model.calibrator().logOdds(model.raw(logit)))
                .toArray();
    }

    @Override
    public double[] probability(double[] logOdds) {
        return switch (model.calibrator()) {
            case Platt line -> Arrays.stream(logOdds).map(Losses::sigmoid).toArray();
            case Calibrator steps -> steps.probability(logOdds);
        };
    }

    @Override
    public double[][] integratedGradients(float[][] inputs, float[] baseline, int steps) {
        Torch.enter(load(spec));
        double[][] gradients = networks.integratedGradients(inputs, baseline, steps);
        double slope = model.calibrator().logOdds(1) - model.calibrator().logOdds(0);
        for (double[] row : gradients) {
            Arrays.setAll(row, i -> slope * row[i]);
        }
        return gradients;
    }

    @Override
    public float[] average() {
        return model.average().clone();
    }

    @Override
    public CreditTarget target() {
        return model.target() == null ? CreditTarget.UNKNOWN : model.target();
    }

    @Override
    public String trainedOn() {
        return model.trainedOn();
    }

    @Override
    public Inside inside(CreditBook book) throws NoticeException {
        return inside.of(
                book, () -> new NetworkInside(new ApplicantPlaces(spec.model(), model, book, weights), load(spec)));
    }

    @Override
    public Inside inside(PriceHistory history) throws NoticeException {
        throw new NoticeException(Notice.of("inside.error.applicants", spec.model()));
    }

    @Override
    public void close() {
        inside.close();
        weights.close();
        networks.close();
    }
}
