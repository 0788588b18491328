package io.riskloom.app.generate;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.TaskItem;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the reader asks of the generator, and the asking; the window waits for nothing. */
final class Drawing {

    static final int MOST_PATHS = 1_000_000;
    static final int LONGEST = 100_000;

    /** What the engine answers at once, of all columns. */
    static final int MOST_NUMBERS = 5_000_000;

    /** Paths times days: what the charts still draw without a pause. */
    private static final int MOST_DAYS = 1_000_000;

    private final Session session;
    private final Texts texts;
    private final ChosenRun chosen;
    private final IntegerProperty paths = new SimpleIntegerProperty(200);
    private final IntegerProperty length = new SimpleIntegerProperty(60);
    private final LongProperty seed = new SimpleLongProperty(1);
    private final ObjectProperty<PathRequest.Start> start = new SimpleObjectProperty<>(PathRequest.Start.ANY_DAY);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private TaskItem asked;

    Drawing(Session session, Texts texts, ChosenRun chosen) {
        this.session = session;
        this.texts = texts;
        this.chosen = chosen;
    }

    /** How many paths to draw, 1 … {@link #MOST_PATHS}. */
    IntegerProperty paths() {
        return paths;
    }

    /** Days of each, 1 … {@link #LONGEST}. */
    IntegerProperty length() {
        return length;
    }

    LongProperty seed() {
        return seed;
    }

    /** Where the paths on show begin, and those to be drawn next. */
    ObjectProperty<PathRequest.Start> start() {
        return start;
    }

    /** While the model draws paths. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether another start gives other paths: where they follow from a history or from bars. */
    BooleanBinding starts() {
        return Bindings.createBooleanBinding(
                () -> spec().filter(spec -> spec.conditioned() || spec.bars()).isPresent(), chosen.run());
    }

    /** Said when the length in the field exceeds what a network draws at once that draws windows; else empty. */
    StringBinding seams() {
        return Bindings.createStringBinding(
                () -> spec().filter(GenerateSpec::joins)
                        .filter(spec -> length.get() > spec.window())
                        .map(spec -> texts.get(
                                spec.bars() ? "generate.seams.joinedBars" : "generate.seams.joinedBlocks",
                                Units.of(chosen).count(spec.window(), texts),
                                (length.get() + spec.window() - 1) / spec.window()))
                        .orElse(""),
                chosen.run(),
                length,
                texts.locale());
    }

    /** Said when more is asked for than the charts can draw; else empty. */
    StringBinding tooMuch() {
        return Bindings.createStringBinding(
                () -> fits()
                        ? ""
                        : texts.get("generate.tooMuch", Formats.number(most(), 0), Formats.number(mostPaths(), 0)),
                chosen.run(),
                paths,
                length,
                texts.locale());
    }

    private boolean fits() {
        return paths.get() <= mostPaths();
    }

    private int most() {
        return Math.min(MOST_DAYS * columns(chosen), MOST_NUMBERS);
    }

    private int mostPaths() {
        return most() / columns(chosen) / length.get();
    }

    /** Columns that the run's generator makes: returns, and other series or the open, high, low, close and volume of bars. */
    static int columns(ChosenRun chosen) {
        return chosen.evaluation()
                .flatMap(GenerateViewModel::details)
                .map(details -> 1 + details.sample().others().size())
                .orElse(1);
    }

    /**
     * Asks for paths; does nothing where there is no run, where one is being answered, and where it is too much.
     *
     * @param refused also where the question was given up
     */
    void ask(BiConsumer<Run, PathSet> answered, Runnable refused) {
        Run run = chosen.run().get();
        if (run == null || busy.get() || !fits()) {
            return;
        }
        busy.set(true);
        Requests.GenerateRequest request =
                new Requests.GenerateRequest(session.model(run), paths.get(), length.get(), seed.get(), start.get());
        asked = session.ask(
                Notice.of("generate.task"),
                engine -> engine.generate(request),
                answer -> {
                    busy.set(false);
                    answered.accept(run, answer);
                },
                reason -> {
                    busy.set(false);
                    session.report(reason);
                    refused.run();
                });
    }

    /** Gives the question up. */
    void cancel() {
        if (busy.get() && asked != null) {
            asked.cancel();
        }
    }

    private Optional<GenerateSpec> spec() {
        return Optional.ofNullable(chosen.run().get())
                .map(Run::spec)
                .filter(GenerateSpec.class::isInstance)
                .map(GenerateSpec.class::cast);
    }
}
