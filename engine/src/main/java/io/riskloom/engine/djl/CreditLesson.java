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
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What the networks of a credit model are given to learn. A {@link #doubled} lesson has each network twice: first all without
 * generated applicants, then all with them.
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
        return of(data, spec, () -> false);
    }

    /**
     * @throws NoticeException what {@link CreditCases#of} throws
     * @throws java.util.concurrent.CancellationException where it is stopped
     */
    static CreditLesson of(Imported data, CreditSpec spec, BooleanSupplier stopped) throws NoticeException {
        CreditCases cases = CreditCases.of(data, spec, stopped);
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

    /** The same networks once more, which learn these rows too. */
    CreditLesson doubled(List<float[][]> generated) {
        return new CreditLesson(
                spec, cases, layout, twice(members, members), twice(parts, parts), twice(made, generated));
    }

    private static <T> List<T> twice(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    boolean isDoubled() {
        return made.getFirst().length == 0 && made.getLast().length > 0;
    }

    /** Some of the networks. */
    CreditLesson part(int from, int to) {
        return new CreditLesson(
                spec, cases, layout, members.subList(from, to), parts.subList(from, to), made.subList(from, to));
    }

    /** With first weights from the seed, the same for both networks of a pair. */
    CreditNetworks networks() {
        int pairs = isDoubled() ? members.size() / 2 : members.size();
        List<Network> all = new ArrayList<>();
        for (int from = 0; from < members.size(); from += pairs) {
            Torch.seed(Torch.mix(spec.seed(), 0));
            all.addAll(CreditNetworks.of(members.subList(from, from + pairs), layout)
                    .all());
        }
        return CreditNetworks.of(all);
    }

    /** One for each network. */
    List<Supervised> teachers(CreditNetworks networks) throws NoticeException {
        List<Supervised> teachers = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            CreditParts.Part part = parts.get(m);
            Supervised.Loss loss = Losses.binary(spec.classWeights(), taught(m));
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

    /** Share of bad in what a network learns. */
    private double taught(int network) {
        double share = cases.badShare();
        int extra = made.get(network).length;
        return share + (1 - share) * extra / (parts.get(network).learns().length + extra);
    }

    /**
     * ln(bad / good) of the training rows less that of what the networks have learnt, generated rows counted and both classes
     * alike where they were weighed so; the mean over the networks.
     */
    double offset() {
        double learnt = 0;
        for (int m = 0; m < members.size(); m++) {
            learnt += spec.classWeights().equals("none") ? logOdds(taught(m)) / members.size() : 0;
        }
        return isPlain() ? 0 : logOdds(cases.badShare()) - learnt;
    }

    private boolean isPlain() {
        return spec.classWeights().equals("none") && made.stream().allMatch(rows -> rows.length == 0);
    }

    private static double logOdds(double share) {
        return Math.log(share / (1 - share));
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
