package io.riskloom.app.result;

import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.RunSpec;

/** What the two losses of an epoch are, as the last words of texts' keys. */
public final class LossNames {

    private LossNames() {}

    /** Of the training loss. */
    public static String first(RunSpec spec) {
        return spec instanceof GenerateSpec ? "generator" : "train";
    }

    /** Of the validation loss, in whose place a GAN gives that of its judge. */
    public static String second(RunSpec spec) {
        return !(spec instanceof GenerateSpec s)
                ? "validation"
                : s.adversarialLoss().equals("original") ? "discriminator" : "critic";
    }
}
