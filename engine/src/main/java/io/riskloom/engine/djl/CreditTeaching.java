package io.riskloom.engine.djl;

import io.riskloom.engine.data.NoticeException;
import java.util.List;

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

    @Override
    public void close() {
        if (several == null) {
            alone.close();
        } else {
            several.close();
        }
    }
}
