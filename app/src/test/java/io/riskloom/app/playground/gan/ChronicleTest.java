package io.riskloom.app.playground.gan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.playground.gan.Chronicle.Entry;
import io.riskloom.app.session.Session;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronicleTest {

    @TempDir
    Path folder;

    private static List<Long> steps(List<Entry> entries) {
        return entries.stream().map(Entry::step).toList();
    }

    @Test
    void theLineOfABranchBeginsWithItsForebears() {
        try (Session session = new GanFixture().session(folder)) {
            GanViewModel model = new GanViewModel(session);
            model.shown();
            model.step(10);
            model.step(10);
            model.step(10);
            model.rewind(new Kept(0, 20));
            model.step(5);
            ArenaFrame frame = model.frame().get();
            assertEquals(List.of(0L, 10L, 20L, 25L), steps(model.chronicle().line(frame.branches(), 1)));
            assertEquals(List.of(0L, 10L, 20L, 30L), steps(model.chronicle().line(frame.branches(), 0)));
            assertEquals(List.of(25L), steps(model.chronicle().own(1)));
            Moments moments = new Moments(frame);
            assertEquals(Optional.of(new Kept(0, 20)), moments.before());
            assertEquals(Optional.empty(), moments.after());
            assertEquals(Optional.of(new Kept(0, 20)), moments.beside(-1));
            assertEquals(Optional.of(new Kept(0, 0)), moments.start());
        }
    }

    @Test
    void ofALongBranchTheFirstAndTheLastMomentStay() {
        try (Session session = new GanFixture().session(folder)) {
            GanViewModel model = new GanViewModel(session);
            model.shown();
            for (int i = 0; i < 1600; i++) {
                model.step(1);
            }
            List<Entry> own = model.chronicle().own(0);
            assertTrue(own.size() <= 1500, own.size() + " moments");
            assertEquals(0, own.getFirst().step());
            assertEquals(1600, own.getLast().step());
            assertEquals(1.0 / 1600, own.getLast().measures().discriminatorLoss());
        }
    }
}
