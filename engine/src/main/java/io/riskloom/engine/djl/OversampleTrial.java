package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.Text;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.Roc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Whether generated applicants have helped: of a doubled lesson, the networks that have learnt them are kept only where they
 * rank the real applicants that each keeps out better (AUC) than the same networks without them.
 */
final class OversampleTrial {
    private OversampleTrial() {}

    /**
     * The networks that answer from now on.
     *
     * @param from         the first of them
     * @param augmentation null where nothing was generated
     */
    record Kept(int from, CreditLesson lesson, CreditNetworks networks, Details.Augmentation augmentation) {

        /** What was generated and whether it helped, or why nothing was; empty where nothing was asked for. */
        Optional<Notice> note() {
            return augmentation == null
                    ? Oversampling.obstacle(lesson)
                    : Optional.of(Notice.of(
                            augmentation.used() ? "run.note.oversampleUsed" : "run.note.oversampleUnused",
                            augmentation.made(),
                            Text.number(augmentation.aucWithout(), 3),
                            Text.number(augmentation.aucWith(), 3),
                            Text.number(augmentation.nearest(), 2),
                            Text.number(augmentation.real(), 2),
                            Text.percent(augmentation.copies()),
                            Text.number(augmentation.low(), 3),
                            Text.number(augmentation.high(), 3)));
        }
    }

    /** Of a trained lesson; the networks stay open. */
    static Kept kept(CreditLesson lesson, CreditNetworks networks) throws NoticeException {
        if (!lesson.isDoubled()) {
            return new Kept(0, lesson, networks, null);
        }
        int half = lesson.members().size() / 2;
        Kept without = half(lesson, networks, 0, half);
        Kept with = half(lesson, networks, half, 2 * half);
        KeptOut outWithout = KeptOut.of(without.lesson(), without.networks());
        KeptOut outWith = KeptOut.of(with.lesson(), with.networks());
        boolean[] bad = lesson.cases().labels(outWith.rows()); // both keep out the same rows
        Roc.Difference difference = Roc.delongPaired(outWith.logits(), outWithout.logits(), bad);
        Kept kept = difference.difference() > 0 ? with : without;
        return new Kept(
                kept.from(),
                kept.lesson(),
                kept.networks(),
                augmentation(with.lesson(), Roc.auc(outWithout.logits(), bad), difference));
    }

    private static Kept half(CreditLesson lesson, CreditNetworks networks, int from, int to) {
        return new Kept(
                from, lesson.part(from, to), CreditNetworks.of(networks.all().subList(from, to)), null);
    }

    private static Details.Augmentation augmentation(CreditLesson with, double aucWithout, Roc.Difference difference)
            throws NoticeException {
        List<ClosestRecord> all = new ArrayList<>();
        int count = 0;
        for (int m = 0; m < with.parts().size(); m++) {
            CreditParts.Part part = with.parts().get(m);
            float[][] made = with.made().get(m);
            count += made.length;
            int[] heldOut = Oversampling.bad(with, part.keeps());
            if (heldOut.length > 0) {
                float[][] learnt = with.cases().inputs(Oversampling.bad(with, part.learns()));
                all.add(ClosestRecord.of(learnt, with.cases().inputs(heldOut), made));
            }
        }
        return new Details.Augmentation(
                Math.round((float) count / with.parts().size()),
                aucWithout,
                aucWithout + difference.difference(),
                difference.difference() > 0,
                median(all.stream().flatMapToDouble(each -> Arrays.stream(each.generated()))),
                median(all.stream().flatMapToDouble(each -> Arrays.stream(each.real()))),
                all.stream().mapToDouble(ClosestRecord::copies).average().orElseThrow(),
                difference.low(),
                difference.high());
    }

    private static double median(DoubleStream values) {
        return Quantiles.of(values.toArray(), 0.5);
    }
}
