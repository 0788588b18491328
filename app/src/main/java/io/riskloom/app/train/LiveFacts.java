package io.riskloom.app.train;

import io.riskloom.app.result.FactLight;
import io.riskloom.app.result.PlaybackReader;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.Run;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The stylised facts of a generator's last epoch while it trains, with the alarm where it has collapsed. Once it has ended the facts
 * stay until another run is looked at.
 */
final class LiveFacts {

    private final Texts texts;
    private final PlaybackReader reader;
    private final ReadOnlyObjectWrapper<List<FactLight>> lights = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper alarm = new ReadOnlyStringWrapper("");
    private boolean running;
    private String watched; // id of the generator that trained last while the page showed it; null for none

    LiveFacts(Session session, Texts texts, FollowedRun run) {
        this.texts = texts;
        this.reader = PlaybackReader.ofTheLast(session);
        run.progress().subscribe(progress -> ask(run));
        reader.playback().subscribe(this::tell);
        texts.locale().subscribe(locale -> tell(reader.playback().get()));
    }

    /** Empty where the run is no generator that trains or has just trained, or has no epoch yet. */
    ReadOnlyObjectProperty<List<FactLight>> lights() {
        return lights.getReadOnlyProperty();
    }

    /** Of which epoch the lights are, and how many of them are green. */
    ReadOnlyStringProperty heading() {
        return heading.getReadOnlyProperty();
    }

    /** Empty where the epoch's windows are as varied as they should be. */
    ReadOnlyStringProperty alarm() {
        return alarm.getReadOnlyProperty();
    }

    /** Once an epoch. */
    private void ask(FollowedRun followed) {
        Run run = followed.run().get();
        running = run != null && run.spec() instanceof GenerateSpec && run.outcome() instanceof Outcome.Running;
        if (running) {
            watched = run.id();
        }
        if (run != null && run.id().equals(watched) && !followed.epochs().isEmpty()) {
            reader.read(run, followed.epochs().getLast().epoch());
        } else {
            watched = null;
            reader.read(null, 0);
        }
        if (!running) {
            alarm.set("");
        }
    }

    private void tell(Playback playback) {
        if (playback == null || playback.frames().isEmpty()) {
            lights.set(List.of());
            heading.set("");
            alarm.set("");
            return;
        }
        Playback.Frame last = playback.frames().getLast();
        List<FactLight> now = FactLight.of(playback.scale().facts(), last.values(), texts);
        lights.set(now);
        long green = now.stream().filter(FactLight::inside).count();
        heading.set(texts.get("train.facts", last.epoch(), green, now.size()));
        alarm.set(
                running && last.collapsed()
                        ? texts.get("train.facts.collapse", last.epoch(), Formats.percent(last.diversity(), 0))
                        : "");
    }
}
