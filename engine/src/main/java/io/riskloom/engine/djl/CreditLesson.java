package io.riskloom.engine.djl;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.model.CreditSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What the networks of a credit model are given to learn.
 *
 * @param members settings of each network
 * @param parts   rows of each network
 */
record CreditLesson(
        CreditSpec spec,
        CreditCases cases,
        CreditLayout layout,
        List<CreditSpec> members,
        List<CreditParts.Part> parts) {
    private static final int PICTURE = 6;
    private static final float[][] NONE = {};

    /**
     * Encoder and picture are fitted on the rows that networks learn: the training rows, and the validation rows where these
     * are divided among several.
     *
     * @throws NoticeException {@code run.error.noHistory} (file) where the network reads months and the table has none, or
     *     what {@link CreditCases#of} throws
     */
    static CreditLesson of(Imported data, CreditSpec spec) throws NoticeException {
        CreditCases cases = CreditCases.of(data, spec);
        boolean several = spec.model().equals("ensemble") || spec.members() > 1;
        int[] fitted = several ? cases.learnt() : cases.split().train();
        CreditEncoder encoder =
                CreditEncoder.fit(cases.book(), fitted, spec.codes().equals("yes"));
        CreditHistory history = CreditHistory.of(encoder);
        if (spec.seesHistory() && history.empty()) {
            throw new NoticeException(Notice.of("run.error.noHistory", RunFolder.name(data.source())));
        }
        List<CreditSpec> members = CreditMembers.of(spec, !history.empty());
        RowPicture picture = members.stream().anyMatch(CreditSpec::seesImages)
                ? RowPicture.fit(
                        encoder.encode(cases.book(), fitted), encoder.names(), Torch.mix(spec.seed(), PICTURE))
                : null;
        boolean months = members.stream().anyMatch(CreditSpec::seesHistory);
        CreditLayout layout = new CreditLayout(encoder, picture, months ? history : null);
        return new CreditLesson(spec, cases, layout, members, CreditParts.of(spec, cases, members.size()));
    }

    CreditEncoder encoder() {
        return layout.encoder();
    }

    /** One for each network. */
    List<Supervised> teachers(CreditNetworks networks) throws NoticeException {
        List<Supervised> teachers = new ArrayList<>();
        Supervised.Loss loss = Losses.binary(spec.classWeights(), cases.badShare());
        for (int m = 0; m < members.size(); m++) {
            CreditParts.Part part = parts.get(m);
            teachers.add(Supervised.of(
                    members.get(m),
                    networks.all().get(m),
                    cases.samples(encoder(), part.learns(), NONE),
                    cases.samples(encoder(), part.keeps(), NONE),
                    new Supervised.Goal(loss, Measure.named(spec.stopOn())),
                    members.get(m).batch()));
        }
        return teachers;
    }

    /** ln(bad / good) where learning weighed both classes alike, else 0. */
    double offset() {
        double share = cases.badShare();
        return spec.classWeights().equals("none") ? 0 : Math.log(share / (1 - share));
    }

    /** Mean of the inputs of the rows that were learnt. */
    float[] average() throws NoticeException {
        double[] sums = new double[encoder().width()];
        float[][] inputs = encoder().encode(cases.book(), cases.learnt());
        for (float[] row : inputs) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
            }
        }
        float[] average = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            average[i] = (float) (sums[i] / inputs.length);
        }
        return average;
    }
}
