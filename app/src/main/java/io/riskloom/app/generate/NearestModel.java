package io.riskloom.app.generate;

import io.riskloom.app.task.LastAsked;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.NearestWindows;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Which of the days that were learnt a path repeats most closely; searched for in the background. */
final class NearestModel {

    /** Days of a window where the run does not say how many its own distances are about. */
    private static final int DAYS = 20;

    private record Question(PathSight sight, double[] path, int number) {}

    private final LastAsked<Question, NearestDays> asked;
    // of one background task at a time
    private volatile PathSight indexed;
    private volatile NearestWindows windows;

    NearestModel(Tasks tasks) {
        this.asked = new LastAsked<>(tasks, this::find);
    }

    /**
     * @param path   daily log returns
     * @param number of the path as people count
     */
    void look(PathSight sight, double[] path, int number) {
        asked.ask(new Question(sight, path, number));
    }

    void clear() {
        asked.clear();
    }

    /** The answer; its {@code answer()} is null before the first question and where path or history is too short. */
    ReadOnlyObjectProperty<? extends LastAsked.Answer<?, NearestDays>> latest() {
        return asked.latest();
    }

    private NearestDays find(Question question) {
        double[] training = question.sight().training();
        int days = question.sight().copying() != null && question.sight().copying().days() > 0
                ? question.sight().copying().days()
                : DAYS;
        if (question.path().length < days || training.length < 2 * days) {
            return null;
        }
        if (indexed != question.sight()) {
            windows = new NearestWindows(training, days);
            indexed = question.sight();
        }
        return NearestDays.of(windows, question.sight(), question.path(), question.number());
    }
}
