package io.riskloom.engine.model;

import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A way to train one kind of model. A recipe writes the model into the run's folder ({@code weights.safetensors},
 * {@code model.json} with all that is needed to use it: scaler, encoder, band widths; {@code checkpoint.safetensors} from
 * the start on, replaced atomically), so that {@link #load} and {@link #train} after a kill find it, and a finished run's
 * outcome ({@link Outcome#FILE}); where the task has a future, what the run was given ({@link Learnt}); where a network that can
 * be looked into keeps an earlier epoch, also the weights after the last step ({@code last.safetensors}). A model of an earlier
 * training stays usable until the first epoch is saved.
 */
public interface Recipe<S extends RunSpec> {

    /** Where a run stands, in its own folder while it is not finished. */
    String CHECKPOINT = "checkpoint.safetensors";

    /** The spec's {@code model}, such as {@code lstm}. */
    String name();

    Class<S> specType();

    /**
     * Trains and evaluates. Goes on from {@code folder}'s checkpoint where there is one.
     *
     * @param folder  the run's own folder, exists
     * @param monitor asked before every step
     * @return finished or cancelled
     * @throws NoticeException where the data does not suit the spec, before anything is trained
     */
    Outcome train(S spec, Imported data, Path folder, RunMonitor monitor) throws NoticeException, java.io.IOException;

    /** Opens a trained model. */
    TrainedModel load(S spec, Path folder) throws NoticeException, java.io.IOException;

    /**
     * What {@link #train} would be given for one stage: equal to what a run has left in its {@link Learnt#FILE}, for data
     * that differ only in what that stage must not know.
     *
     * @param check is run again and again meanwhile and may break off by an exception of its own
     * @return empty where the task has no such thing as a future, or the run no such stage
     */
    default Optional<Learnt.Given> learnt(S spec, Imported data, Learnt.Stage stage, Runnable check)
            throws NoticeException {
        return Optional.empty();
    }
}
