package io.riskloom.engine.run;

import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Validation;
import java.util.ArrayList;
import java.util.List;

/** The runs that a specification stands for: every fold with the first seed, every fold with the next, and so on. */
public final class StudyPlan {

    private static final int LARGEST_SEED = 1_000_000_000;

    private StudyPlan() {}

    /**
     * One run of a study. Its specification trains it alone as well, with the same result.
     *
     * @param number from 1
     * @param spec   of one fold and one seed
     */
    public record Member(int number, RunSpec spec) {

        /** From 1; 0 where there are no folds. */
        public int fold() {
            return spec.inFolds() ? spec.fold() : 0;
        }
    }

    /** One member for each of {@link Validation#runs()}; a single one for a specification of one run. */
    public static List<Member> members(RunSpec spec) {
        List<Member> members = new ArrayList<>();
        boolean all = spec.inFolds() && spec.fold() == 0;
        for (int repeat = 0; repeat < spec.repeats(); repeat++) {
            RunSpec seeded = Specs.with(spec, "seed", (spec.seed() + repeat) % (LARGEST_SEED + 1));
            RunSpec single = Specs.with(seeded, "repeats", 1);
            for (int fold = 1; fold <= (all ? spec.folds() : 1); fold++) {
                RunSpec member = all ? Specs.with(single, "fold", fold) : single;
                members.add(new Member(members.size() + 1, member));
            }
        }
        return List.copyOf(members);
    }
}
