package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Learnt;
import java.util.EnumMap;
import java.util.Map;

/** Hands a lesson's samples to a training, and writes down the digests of these very arrays. */
final class Ledger {
    private final Lesson lesson;
    private final Map<Learnt.Stage, Learnt.Given> given = new EnumMap<>(Learnt.Stage.class);

    Ledger(Lesson lesson) {
        this.lesson = lesson;
    }

    Samples training() throws NoticeException {
        return handed(Learnt.Stage.TRAINING);
    }

    Samples choice() throws NoticeException {
        return handed(Learnt.Stage.CHOICE);
    }

    private Samples handed(Learnt.Stage stage) throws NoticeException {
        Samples samples = lesson.samples(stage);
        given.put(stage, lesson.begun(stage).add(samples).given());
        return samples;
    }

    /** What was handed out, and what bands are calibrated with, which is asked window by window. */
    Learnt learnt() {
        return new Learnt(
                given.get(Learnt.Stage.TRAINING),
                given.get(Learnt.Stage.CHOICE),
                lesson.given(Learnt.Stage.CALIBRATION, () -> {}).orElse(null));
    }
}
