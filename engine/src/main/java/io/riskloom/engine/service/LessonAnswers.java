package io.riskloom.engine.service;

import io.riskloom.engine.djl.CellArithmetic;
import io.riskloom.engine.djl.StackRace;
import io.riskloom.engine.lesson.CellStates;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.RaceSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What the playground's lessons keep in training between two questions. Used by the engine's one thread only. */
final class LessonAnswers {

    /** The one that is watched and the one before it, which a reader may go back to. */
    private static final int RACES = 2;

    private final Library library;
    private final Shelf<RaceKey, StackRace> races = new Shelf<>(RACES, StackRace::close);

    LessonAnswers(Library library) {
        this.library = library;
    }

    private record RaceKey(String id, RaceSettings settings, Stamp file) {

        boolean sameBut(RaceKey other) {
            return id.equals(other.id) && settings.equals(other.settings) && !file.equals(other.file);
        }
    }

    /** A race over a file that changed since begins anew. */
    RaceFrame race(Requests.RaceRequest request, BooleanSupplier stopped) throws Exception {
        RaceSettings settings = request.settings();
        RaceKey key = new RaceKey(request.id(), settings, Stamp.of(Path.of(settings.file())));
        Optional<StackRace> known = races.find(key);
        StackRace race = known.isPresent() ? known.get() : begun(key);
        return race.advance(request.steps(), request.block(), request.sample(), stopped);
    }

    /** Only one that could be begun takes another's place. */
    private StackRace begun(RaceKey key) throws Exception {
        RaceSettings settings = key.settings();
        StackRace race =
                new StackRace(settings, library.prices(settings.file(), settings.reading(), settings.series()));
        races.removeIf(key::sameBut);
        races.put(key, race);
        return race;
    }

    CellStates cell(Requests.CellRequest r) throws Exception {
        return CellArithmetic.run(r.kind(), r.w(), r.u(), r.b(), r.inputs(), r.h(), r.c());
    }

    void close() {
        races.removeIf(key -> true);
    }
}
