package io.riskloom.app.generate;

import io.riskloom.app.session.Session;
import io.riskloom.app.task.LastAsked;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.stats.NearestWindows;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which of the days that were learnt a path repeats most closely; searched for in the background. */
final class NearestModel {

    /** Days of a window where the run does not say how many its own distances are about. */
    private static final int DAYS = 20;

    static final Notice CHOOSE = Notice.of("generate.nearest.none");
    static final Notice NOT_KEPT = Notice.of("generate.copies.none");

    private record Question(PathSight sight, double[] path, int number) {}

    private final LastAsked<Question, NearestDays> asked;
    private final ReadOnlyObjectWrapper<Notice> missing = new ReadOnlyObjectWrapper<>(CHOOSE);
    // of one background task at a time
    private volatile PathSight indexed;
    private volatile NearestWindows windows;

    NearestModel(Session session) {
        this.asked = new LastAsked<Question, NearestDays>(session.tasks(), this::find).telling(session::report);
        asked.latest().subscribe(now -> {
            if (now.question() != null && now.answer() == null) {
                missing.set(Notice.of("generate.nearest.failed"));
            }
        });
    }

    /**
     * @param path   daily log returns
     * @param number of the path as people count
     */
    void look(PathSight sight, double[] path, int number) {
        int days = days(sight);
        if (path.length < days) {
            clear(Notice.of("generate.nearest.shortPath", days));
        } else if (sight.training().length < 2 * days) {
            clear(Notice.of("generate.nearest.shortPast", 2 * days));
        } else {
            missing.set(Notice.of("generate.nearest.searching"));
            asked.ask(new Question(sight, path, number));
        }
    }

    /** @param why there are no days now */
    void clear(Notice why) {
        missing.set(why);
        asked.clear();
    }

    /** Why there are no days where there are none. */
    ReadOnlyObjectProperty<Notice> missing() {
        return missing.getReadOnlyProperty();
    }

    /** The answer; its {@code answer()} is null before the first question and where path or history is too short. */
    ReadOnlyObjectProperty<? extends LastAsked.Answer<?, NearestDays>> latest() {
        return asked.latest();
    }

    private static int days(PathSight sight) {
        return sight.copying() != null && sight.copying().days() > 0
                ? sight.copying().days()
                : DAYS;
    }

    private NearestDays find(Question question) {
        if (indexed != question.sight()) {
            windows = new NearestWindows(question.sight().training(), days(question.sight()));
            indexed = question.sight();
        }
        return NearestDays.of(windows, question.sight(), question.path(), question.number())
                .orElse(null);
    }
}
