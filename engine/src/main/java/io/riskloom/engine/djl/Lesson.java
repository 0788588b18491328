package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Learnt;
import java.util.List;
import java.util.Optional;

/** What a network is given of dated series, stage by stage. */
interface Lesson {

    /** With all that was fitted on the training days. */
    Digest fitted();

    /** Windows beside what is learnt, chosen by or calibrated with; empty where there is no such stage. */
    List<Samples.Part> parts(Learnt.Stage stage);

    /** As the run gives it. */
    default Samples samples(Learnt.Stage stage) throws NoticeException {
        return Samples.of(parts(stage));
    }

    /** See {@link io.riskloom.engine.model.Recipe#learnt}. */
    default Optional<Learnt.Given> given(Learnt.Stage stage, Runnable check) {
        List<Samples.Part> parts = parts(stage);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(begun(stage).add(parts, check).given());
    }

    /** What is fitted belongs to the training. */
    default Digest begun(Learnt.Stage stage) {
        return stage == Learnt.Stage.TRAINING ? fitted() : new Digest();
    }
}
