package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.djl.Arena;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaTrace;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Duels of networks in progress, a few of them. Used by the engine's one thread only. */
final class ArenaAnswers {

    private static final int DUELS = 4;

    private final Library library;
    private final Set<String> gone = new HashSet<>();
    private final Shelf<String, Arena> arenas = new Shelf<>(DUELS, this::discard);

    ArenaAnswers(Library library) {
        this.library = library;
    }

    private void discard(Arena arena) {
        gone.add(arena.id());
        arena.close();
    }

    ArenaFrame advance(Requests.ArenaRequest r, BooleanSupplier stopped) throws Exception {
        return arena(r).advance(r.settings(), r.steps(), r.phase(), stopped);
    }

    ArenaTrace trace(Requests.ArenaRequest r) throws Exception {
        return arena(r).trace(r.settings(), r.phase());
    }

    /** One that made room for others is not begun anew in silence. */
    private Arena arena(Requests.ArenaRequest r) throws Exception {
        if (gone.contains(r.id()) || arenas.find(r.id()).isPresent()) {
            return known(r.id());
        }
        // made before it takes a place: none leaves for one that cannot be
        Arena begun = new Arena(
                r.id(), r.settings(), source -> library.prices(source.file(), source.reading(), source.series()));
        return arenas.get(r.id(), () -> begun);
    }

    ArenaFrame rewind(Requests.ArenaRewind r) throws Exception {
        return known(r.id()).rewind(r.branch(), r.step());
    }

    ArenaLook look(Requests.ArenaLookRequest r) throws Exception {
        return known(r.id()).look(r.noise());
    }

    private Arena known(String id) throws NoticeException {
        return arenas.find(id).orElseThrow(() -> new NoticeException(Notice.of("arena.error.unknown")));
    }

    /** Whether there was one of that name, which may be begun anew then. */
    boolean close(String id) {
        boolean was = arenas.removeIf(id::equals);
        gone.remove(id);
        return was;
    }

    void close() {
        arenas.removeIf(id -> true);
    }
}
