package io.riskloom.app.generate;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Has the engine generate paths from today, then simulates as many beside them; the window waits for neither. */
final class RiskDrawing {

    /** Paths times days that are simulated at once. */
    private static final int MOST_DAYS = 2_000_000;

    private static final int LEAST_LENGTH = 60;

    private final Session session;
    private final ChosenRun chosen;
    private final RiskPosition position;
    private final Consumer<Notice> refused;
    private final ReadOnlyObjectWrapper<Notice> stage = new ReadOnlyObjectWrapper<>();
    private TaskItem item;

    /** @param refused why there are no scenarios, {@code generate.risk.stopped} where they were given up */
    RiskDrawing(Session session, ChosenRun chosen, RiskPosition position, Consumer<Notice> refused) {
        this.session = session;
        this.chosen = chosen;
        this.position = position;
        this.refused = refused;
    }

    /** What is being done; null while nothing is. */
    ReadOnlyObjectProperty<Notice> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Days of a scenario: the horizon, 60 at least, so that shorter ones need no others. */
    int length() {
        return Math.max(LEAST_LENGTH, position.days().get());
    }

    /** Most numbers at once, of all columns that the run's generator makes. */
    int most() {
        return Math.min(MOST_DAYS * columns(), Drawing.MOST_NUMBERS);
    }

    /** Most scenarios of this length at once. */
    int mostPaths() {
        return most() / columns() / length();
    }

    /** Whether the engine is asked for no more than it gives at once. */
    boolean fits() {
        return position.paths().get() <= mostPaths();
    }

    private int columns() {
        return Drawing.columns(chosen);
    }

    /** @param drawn gets the scenarios, on the JavaFX thread */
    void draw(Run run, Details.OfGenerate details, Consumer<RiskDesk> drawn) {
        Notice title = Notice.of("generate.risk.task.paths");
        stage.set(title);
        long seed = position.seed().get();
        Requests.GenerateRequest request = new Requests.GenerateRequest(
                session.model(run), position.paths().get(), length(), seed, PathRequest.Start.TODAY);
        item = session.ask(
                title,
                engine -> engine.generate(request),
                paths -> beside(run, details, paths, seed, drawn),
                this::ended);
    }

    private void beside(Run run, Details.OfGenerate details, PathSet paths, long seed, Consumer<RiskDesk> drawn) {
        Notice title = Notice.of("generate.risk.task.rivals");
        stage.set(title);
        item = session.tasks()
                .run(
                        title,
                        work -> RiskDesk.of(run, details, paths, seed),
                        ready -> {
                            stage.set(null);
                            drawn.accept(ready);
                        },
                        this::ended);
    }

    private void ended(Notice reason) {
        stage.set(null);
        refused.accept(reason.equals(Tasks.CANCELLED) ? Notice.of("generate.risk.stopped") : reason);
    }

    /** Gives up what is under way. */
    void cancel() {
        if (stage.get() != null) {
            item.cancel();
        }
    }
}
