package io.riskloom.engine.run;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.djl.Torch;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Recipe;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A training without a parent, on toy data of its task: the specification and the run's folder as arguments. Ends with 0
 * where it has finished.
 */
public final class ToyTraining {
    private ToyTraining() {}

    public static void main(String[] args) throws Exception {
        Torch.choose("cpu");
        Path folder = Files.createDirectories(Path.of(args[1]));
        RunSpec spec = Specs.parse(args[0]);
        Recipe<RunSpec> recipe = Recipes.of(spec);
        Imported data = spec.task().equals("credit") ? ToyData.applicants(300, false) : ToyData.swings(160);
        Outcome outcome = recipe.train(spec, data, folder, RunMonitor.SILENT);
        System.exit(outcome instanceof Outcome.Finished ? 0 : 1);
    }
}
