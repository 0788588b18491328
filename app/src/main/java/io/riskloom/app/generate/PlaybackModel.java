package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.FactLight;
import io.riskloom.app.result.PlaybackReader;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.Run;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A generator's training played back: one epoch at a time, what its paths looked like then. */
final class PlaybackModel {

    /** What the chart of all epochs shows. */
    enum Course {
        SCORE,
        DIVERSITY,
        GRADIENTS
    }

    private final Texts texts;
    private final ChosenRun chosen;
    private final PlaybackReader reader;
    private final IntegerProperty frame = new SimpleIntegerProperty(-1);
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ObjectProperty<Course> course = new SimpleObjectProperty<>(Course.SCORE);
    private final ReadOnlyObjectWrapper<LineChart> fan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LineChart> quantiles = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LineChart> memory = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LineChart> epochs = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<FactLight>> lights = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper alarm = new ReadOnlyStringWrapper("");
    private PlaybackCharts charts;

    PlaybackModel(Session session, Texts texts, ChosenRun chosen) {
        this.texts = texts;
        this.chosen = chosen;
        this.reader = PlaybackReader.ofAll(session);
        reader.playback().subscribe(this::open);
        chosen.run()
                .subscribe(
                        run -> reader.read(run, run == null ? 0 : run.epochs().size()));
        frame.subscribe(now -> draw());
        course.subscribe(now -> draw());
        texts.locale().subscribe(now -> open(reader.playback().get()));
    }

    /** Whether the run has kept frames. */
    BooleanBinding there() {
        return frame.greaterThanOrEqualTo(0);
    }

    /** Index of the frame on show, from 0; −1 where there is none. */
    IntegerProperty frame() {
        return frame;
    }

    /** Whether frame follows frame. */
    BooleanProperty playing() {
        return playing;
    }

    ObjectProperty<Course> course() {
        return course;
    }

    /** Bands, median and some paths of the epoch, as multiples of the start. */
    ReadOnlyObjectProperty<LineChart> fan() {
        return fan.getReadOnlyProperty();
    }

    /** Quantiles of daily returns against those of the validation span. */
    ReadOnlyObjectProperty<LineChart> quantiles() {
        return quantiles.getReadOnlyProperty();
    }

    /** Autocorrelation of absolute returns beside that of the validation span. */
    ReadOnlyObjectProperty<LineChart> memory() {
        return memory.getReadOnlyProperty();
    }

    /** The figures of {@link #course()} over all epochs. */
    ReadOnlyObjectProperty<LineChart> epochs() {
        return epochs.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<FactLight>> lights() {
        return lights.getReadOnlyProperty();
    }

    /** Which epoch is on show and how near it has come. */
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** Said of an epoch whose windows are hardly different from each other; else empty. */
    ReadOnlyStringProperty alarm() {
        return alarm.getReadOnlyProperty();
    }

    int frames() {
        return frames(reader.playback().get());
    }

    private static int frames(Playback playback) {
        return playback == null ? 0 : playback.frames().size();
    }

    /** Plays from the frame on show, or from the first where that is the last; a second call pauses. */
    void playOrPause() {
        if (!playing.get() && frame.get() == frames() - 1) {
            frame.set(Math.min(0, frames() - 1));
        }
        playing.set(!playing.get() && frames() > 1);
    }

    /** The next frame while it plays; at the last one it stops. */
    void advance() {
        if (playing.get()) {
            move(1);
            playing.set(frame.get() < frames() - 1);
        }
    }

    /** So many frames forwards or backwards. */
    void move(int by) {
        if (frames() > 0) {
            frame.set(Math.clamp(frame.get() + by, 0, frames() - 1));
        }
    }

    /** The epoch whose weights the run keeps. */
    void showKept() {
        playing.set(false);
        kept(reader.playback().get()).ifPresent(frame::set);
    }

    private Optional<Integer> kept(Playback playback) {
        return playback == null ? Optional.empty() : playback.kept(best()).map(playback.frames()::indexOf);
    }

    /** The epoch that a finished run has kept; 0 for others. */
    private int best() {
        return chosen.evaluation()
                .map(Evaluation::details)
                .filter(Details.OfGenerate.class::isInstance)
                .map(details -> ((Details.OfGenerate) details).sight())
                .map(PathSight::epoch)
                .orElse(0);
    }

    private void open(Playback playback) {
        Run run = chosen.run().get();
        if (frames(playback) == 0 || run == null) {
            playing.set(false);
            charts = null;
            frame.set(-1);
        } else {
            boolean first = charts == null;
            charts = new PlaybackCharts(
                    playback, run.epochs(), ((GenerateSpec) run.spec()).ripeFrom(), best(), Units.of(chosen), texts);
            if (first) {
                frame.set(kept(playback).orElse(frames(playback) - 1));
            }
        }
        draw();
    }

    private void draw() {
        boolean shown = charts != null && frame.get() >= 0;
        fan.set(shown ? charts.fan(frame.get()) : null);
        quantiles.set(shown ? charts.quantiles(frame.get()) : null);
        memory.set(shown ? charts.memory(frame.get()) : null);
        epochs.set(shown ? charts.epochs(course.get(), frame.get()) : null);
        if (shown) {
            Playback playback = reader.playback().get();
            Playback.Frame now = playback.frames().get(frame.get());
            lights.set(FactLight.of(playback.scale().facts(), now.values(), texts));
            words.set(words(playback, now));
            alarm.set(
                    now.collapsed()
                            ? texts.get("generate.playback.collapse", Formats.percent(now.diversity(), 0))
                            : "");
        } else {
            lights.set(List.of());
            words.set("");
            alarm.set("");
        }
    }

    private String words(Playback playback, Playback.Frame now) {
        boolean kept = playback.kept(best()).filter(now::equals).isPresent();
        return texts.get(
                kept ? "generate.playback.epoch.kept" : "generate.playback.epoch",
                now.epoch(),
                playback.frames().getLast().epoch(),
                Formats.number(now.score(), 3),
                Formats.percent(now.diversity(), 0));
    }
}
