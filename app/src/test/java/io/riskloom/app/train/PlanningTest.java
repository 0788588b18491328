package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.BarUnit;
import io.riskloom.app.session.Samples;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanningTest {

    @TempDir
    Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Planning planning = new Planning(new Tasks(waiting::add, Runnable::run));
    private Planner planner;
    private RunSpec spec;

    @BeforeEach
    void open() throws Exception {
        Path credit = Samples.unpack(folder).get(3);
        planner = planner(CsvReader.read(credit));
        spec = Specs.defaults("credit", credit.toString());
    }

    private static Planner planner(Imported data) {
        return new Planner(data, BarUnit.DAY, List.of(), 16L << 30);
    }

    private RunSpec units(int units) {
        return Specs.with(spec, "units", units);
    }

    @Test
    void settingsThatFollowEachOtherArePlannedAtTheFirstAndTheLast() throws NoticeException {
        planning.ask(planner, units(8));
        assertEquals(1, waiting.size());
        planning.ask(planner, units(16));
        planning.ask(planner, units(32));
        assertEquals(1, waiting.size());
        assertFalse(planning.settled().get());
        waiting.remove().run();
        assertNull(planning.plan().get()); // nobody wants the first any more
        assertEquals(1, waiting.size());
        waiting.remove().run();
        assertTrue(planning.settled().get());
        assertEquals(
                planner.plan(units(32)).layers().parameters(),
                planning.plan().get().layers().parameters());
        assertEquals(0, waiting.size());
    }

    @Test
    void thePlanBeforeStaysUntilTheNextIsMade() {
        planning.ask(planner, units(8));
        waiting.remove().run();
        Plan first = planning.plan().get();
        planning.ask(planner, units(16));
        assertSame(first, planning.plan().get());
        assertFalse(planning.settled().get());
    }

    @Test
    void aPlanThatIsNotWantedAnyMoreIsDropped() {
        planning.ask(planner, spec);
        planning.clear();
        waiting.remove().run();
        assertNull(planning.plan().get());
        assertEquals(0, waiting.size());
    }

    @Test
    void whatNobodyForesawIsAnObstacle() {
        planning.ask(new Planner(null, BarUnit.DAY, List.of(), 16L << 30), spec);
        waiting.remove().run();
        assertNull(planning.plan().get());
        assertEquals(
                "common.error.unexpected",
                planning.obstacle().get().orElseThrow().key());
        planning.ask(planner, spec);
        waiting.remove().run();
        assertEquals(Optional.empty(), planning.obstacle().get());
    }

    @Test
    void aRefusalIsRememberedAsWell() {
        SplitMemory memory = new SplitMemory();
        RunSpec none = Specs.with(Specs.with(spec, "scheme", "grouped"), "groups", "");
        NoticeException first = assertThrows(NoticeException.class, () -> memory.of(none, planner.data()));
        assertEquals(Notice.of("run.error.groupsUnnamed"), first.notice());
        NoticeException second = assertThrows(NoticeException.class, () -> memory.of(none, planner.data()));
        assertEquals(first.notice(), second.notice());
    }
}
