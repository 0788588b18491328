package io.riskloom.app.result;

import io.riskloom.app.session.Session;
import io.riskloom.app.task.LastAsked;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Playback;
import io.riskloom.engine.model.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Reads how a generator came to be from its run's folder, in the background. */
public final class PlaybackReader {

    private final Session session;
    private final LastAsked<Asked, Playback> reading;
    private final ReadOnlyObjectWrapper<Playback> playback = new ReadOnlyObjectWrapper<>();
    private Asked asked; // null for nothing

    /** How the file is read. */
    private interface Way {
        Optional<Playback> read(Path folder) throws IOException;
    }

    /** A question of its own each time, as the file grows. */
    private record Asked(String run, Path folder, int epochs) {}

    private PlaybackReader(Session session, Way way) {
        this.session = session;
        this.reading = new LastAsked<>(session.tasks(), asked -> read(asked, way));
        reading.latest().subscribe(answer -> {
            answer.problem().ifPresent(session::report);
            playback.set(answer.answer());
        });
    }

    /** Of all epochs. */
    public static PlaybackReader ofAll(Session session) {
        return new PlaybackReader(session, Playback::read);
    }

    /** Of the last epoch alone, which stays quick however many there are. */
    public static PlaybackReader ofTheLast(Session session) {
        return new PlaybackReader(session, Playback::latest);
    }

    /** Null where the run has none: no generator, one of an earlier version, or none yet. */
    public ReadOnlyObjectProperty<Playback> playback() {
        return playback.getReadOnlyProperty();
    }

    /**
     * Reads the file, unless that was asked of the same run and epochs before.
     *
     * @param run    null for none
     * @param epochs that it has made
     */
    public void read(Run run, int epochs) {
        boolean known = run != null && run.spec() instanceof GenerateSpec;
        Asked next = known ? new Asked(run.id(), Path.of(session.model(run).folder()), epochs) : null;
        if (Objects.equals(next, asked)) {
            return;
        }
        if (next == null || asked == null || !asked.run().equals(next.run())) {
            reading.clear(); // nothing of another run stays on show
        }
        asked = next;
        if (next != null) {
            reading.ask(next);
        }
    }

    private static Playback read(Asked asked, Way way) throws NoticeException {
        try {
            return way.read(asked.folder()).orElse(null);
        } catch (IOException e) {
            throw new NoticeException(Notice.of("common.error.io", String.valueOf(e.getMessage())), e);
        }
    }
}
