package io.riskloom.app.train;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.RunSpec;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The plan of the next run, made in the background: the folds of a large table take a second. While one is being made the
 * last settings asked for wait, those before them are skipped.
 */
final class Planning {

    private final Tasks tasks;
    private final SplitMemory splits = new SplitMemory();
    private final ReadOnlyObjectWrapper<Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> obstacle = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper(true);
    private Question last;
    private boolean atWork;

    private record Question(Planner planner, RunSpec spec) {}

    Planning(Tasks tasks) {
        this.tasks = tasks;
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
        return settled.getReadOnlyProperty();
    }

    void ask(Planner planner, RunSpec spec) {
        last = new Question(planner, spec);
        settled.set(false);
        if (!atWork) {
            work(last);
        }
    }

    /** There is nothing to plan. */
    void clear() {
        last = null;
        plan.set(null);
        obstacle.set(Optional.empty());
        settled.set(true);
    }

    private void work(Question question) {
        atWork = true;
        CompletableFuture.supplyAsync(() -> answer(question), tasks::background)
                .whenComplete((answer, error) -> tasks.ui(() -> {
                    atWork = false;
                    answered(question, answer, error);
                }));
    }

    private Plan answer(Question question) {
        try {
            return question.planner().plan(question.spec(), splits);
        } catch (NoticeException e) {
            throw new CompletionException(e);
        }
    }

    private void answered(Question question, Plan answer, Throwable error) {
        if (last == question) {
            plan.set(answer);
            obstacle.set(Optional.ofNullable(error).map(Tasks::reason));
            settled.set(true);
        } else if (last != null) {
            work(last);
        }
    }
}
