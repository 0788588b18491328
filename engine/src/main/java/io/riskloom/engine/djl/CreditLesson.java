package io.riskloom.engine.djl;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.CreditMembers;
import io.riskloom.engine.model.CreditSight;
import io.riskloom.engine.model.CreditSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the networks of a credit model are given to learn.
 *
 * @param members settings of each network
 * @param parts   rows of each network
 * @param made    encoded bad applicants, generated for each network from the rows that it learns, that come to them
 */
record CreditLesson(
        CreditSpec spec,
        CreditCases cases,
        CreditLayout layout,
        List<CreditSpec> members,
        List<CreditParts.Part> parts,
        List<float[][]> made) {
    private static final float[][] NONE = {};

    /** @throws NoticeException what {@link CreditCases#of} throws */
    static CreditLesson of(Imported data, CreditSpec spec) throws NoticeException {
        CreditCases cases = CreditCases.of(data, spec);
        CreditSight sight = cases.sight();
        List<CreditSpec> members = CreditMembers.of(spec, !sight.history().empty());
        boolean months = members.stream().anyMatch(CreditSpec::seesHistory);
        return new CreditLesson(
                spec,
                cases,
                new CreditLayout(sight.encoder(), sight.picture().orElse(null), months ? sight.history() : null),
                members,
                CreditParts.of(spec, cases, members.size()),
                Collections.nCopies(members.size(), NONE));
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
                    cases.samples(part.learns(), made.get(m)),
                    cases.samples(part.keeps(), NONE),
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
        float[][] inputs = cases.inputs(cases.learnt());
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
