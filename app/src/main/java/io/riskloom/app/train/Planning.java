package io.riskloom.app.train;

import io.riskloom.app.task.LastAsked;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.RunSpec;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The plan of the next run, made in the background: the folds of a large table take a second. While one is being made the
 * last settings asked for wait, those before them are skipped.
 */
final class Planning {

    private final SplitMemory splits = new SplitMemory();
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.NONE);
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> obstacle = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LastAsked<Question, Draft> work;

    private record Question(Planner planner, RunSpec spec) {}

    Planning(Tasks tasks) {
        work = new LastAsked<>(tasks, question -> question.planner().draft(question.spec(), splits));
        work.latest().subscribe(latest -> {
            Draft now = latest.answer() == null ? Draft.NONE : latest.answer();
            draft.set(now);
            plan.set(now.possible().orElse(null));
            obstacle.set(latest.problem().or(now::obstacle));
        });
    }

    /** All that can be told of the run, possible or not; that of the settings before until the next is made. */
    ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Null where there is none; that of the settings before until the next is made. */
    ReadOnlyObjectProperty<Plan> plan() {
        return plan.getReadOnlyProperty();
    }

    /** Why the run cannot be as the settings say. */
    ReadOnlyObjectProperty<Optional<Notice>> obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /** Whether {@link #plan()} and {@link #obstacle()} are those of the settings asked for last. */
    ReadOnlyBooleanProperty settled() {
        return work.settled();
    }

    void ask(Planner planner, RunSpec spec) {
        work.ask(new Question(planner, spec));
    }

    /** There is nothing to plan. */
    void clear() {
        work.clear();
    }
}
