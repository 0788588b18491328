package io.riskloom.engine.run;

import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A training without a parent, on toy prices: the specification and the run's folder as arguments, one line on standard
 * output when the steps begin. Ends with 0 where it has finished.
 */
public final class ToyTraining {
    private ToyTraining() {}

    public static void main(String[] args) throws Exception {
        Torch.choose("cpu");
        Path folder = Files.createDirectories(Path.of(args[1]));
        RunSpec spec = Specs.parse(args[0]);
        Recipe<RunSpec> recipe = Recipes.of(spec);
        Outcome outcome = recipe.train(spec, ToyData.swings(160), folder, new RunMonitor() {
            private boolean told;

            @Override
            public void onEpoch(EpochReport report) {}

            @Override
            public boolean cancelled() {
                if (!told) {
                    told = true;
                    System.out.println("training");
                }
                return false;
            }
        });
        System.exit(outcome instanceof Outcome.Finished ? 0 : 1);
    }
}
