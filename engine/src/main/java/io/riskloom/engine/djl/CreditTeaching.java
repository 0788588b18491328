package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import io.riskloom.engine.data.NoticeException;
import java.util.List;
import java.util.Map;

/** What the training loop drives for a credit model: one network plainly, several as an {@link Ensemble}. */
final class CreditTeaching implements AutoCloseable {
    private final Supervised alone;
    private final Ensemble several;

    private CreditTeaching(Supervised alone, Ensemble several) {
        this.alone = alone;
        this.several = several;
    }

    static CreditTeaching of(CreditLesson lesson, CreditNetworks networks) throws NoticeException {
        List<Supervised> teachers = lesson.teachers(networks);
        return teachers.size() == 1
                ? new CreditTeaching(teachers.getFirst(), null)
                : new CreditTeaching(null, new Ensemble(teachers, networks.manager()));
    }

    Trainee trainee() {
        return several == null ? alone : several;
    }

    /** Epoch whose weights each network keeps. */
    int[] bestEpochs(int ofAll) {
        return several == null ? new int[] {ofAll} : several.bestEpochs();
    }

    /** Gives each of several networks the weights that it keeps; they may stand in no file any more. */
    void recall(CreditNetworks networks) {
        for (int m = 0; m < networks.all().size(); m++) {
            Map<String, NDArray> own = networks.all().get(m).state();
            several.best(m).forEach((name, kept) -> Weights.set(own.get(name), kept));
        }
    }

    @Override
    public void close() {
        if (several == null) {
            alone.close();
        } else {
            several.close();
        }
    }
}
