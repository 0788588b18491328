package io.riskloom.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.session.Samples;
import io.riskloom.app.train.SplitPlan.Block;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.app.train.SplitPlan.Part;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitPlanTest {

    @TempDir
    Path folder;

    private List<Path> samples;

    @BeforeEach
    void unpack() throws Exception {
        samples = Samples.unpack(folder);
    }

    @Test
    void everyDayIsInExactlyOnePart() throws Exception {
        for (String task : List.of("forecast", "classify", "generate")) {
            for (String scheme : List.of("holdout", "expanding", "sliding")) {
                SplitPlan plan = plan(Specs.with(spec(task, 0), "scheme", scheme), 0);
                for (Line line : plan.lines()) {
                    int next = 0;
                    for (Block block : line.blocks()) {
                        assertEquals(next, block.first(), task);
                        next += block.count();
                    }
                    assertEquals(5_105, next, task);
                }
                assertEquals(5_105, plan.total());
            }
        }
    }

    @Test
    void aForecastIsCutByDateWithTheHorizonBetweenTheSpans() throws Exception {
        SplitPlan plan = plan(spec("forecast", 0), 0);
        assertFalse(plan.inFolds());
        assertEquals(1, plan.runs());
        List<Part> parts = plan.lines().getFirst().parts();
        assertEquals(
                List.of(
                        Use.WARM_UP,
                        Use.TRAINING,
                        Use.PURGED,
                        Use.VALIDATION,
                        Use.PURGED,
                        Use.CALIBRATION,
                        Use.PURGED,
                        Use.TEST,
                        Use.PURGED),
                uses(parts));
        // 5,105 − 60 − 20 = 5,025 origins: 20% and 15% of them (cut in two halves), the rest less purges
        assertEquals(List.of(60, 3_226, 20, 367, 20, 367, 20, 1_005, 20), counts(parts));
        assertEquals("2000-01-03", parts.getFirst().from());
        assertEquals("2020-04-17", parts.getLast().to());
        assertEquals(3_226, plan.count(Use.TRAINING));
    }

    @Test
    void expandingFoldsTestTheLastDaysOneAfterTheOther() throws Exception {
        SplitPlan plan = plan(walkForward("expanding"), 0);
        assertEquals(2, plan.runs());
        assertEquals(-1, plan.chosen());
        List<Part> first = plan.lines().get(0).parts();
        assertEquals(
                List.of(
                        Use.WARM_UP,
                        Use.TRAINING,
                        Use.PURGED,
                        Use.EMBARGO,
                        Use.VALIDATION,
                        Use.PURGED,
                        Use.EMBARGO,
                        Use.CALIBRATION,
                        Use.PURGED,
                        Use.EMBARGO,
                        Use.TEST,
                        Use.PURGED,
                        Use.UNUSED),
                uses(first));
        // test: 1,005 origins in two, 503 + 502; validation: 15% of the 3,995 origins before the first test and its gap
        assertEquals(List.of(60, 3_371, 20, 5, 287, 20, 5, 287, 20, 5, 503, 20, 502), counts(first));
        // and 15% of 4,498 before the second, cut in halves of 325 with 25 between them
        assertEquals(
                List.of(60, 3_798, 20, 5, 325, 20, 5, 325, 20, 5, 502, 20),
                counts(plan.lines().get(1).parts()));
        assertEquals(3_798, plan.count(Use.TRAINING)); // of the largest fold
    }

    @Test
    void slidingFoldsLeaveOutTheOldestDays() throws Exception {
        SplitPlan plan = plan(walkForward("sliding"), 0);
        List<Part> second = plan.lines().get(1).parts();
        assertEquals(
                List.of(Use.UNUSED, Use.WARM_UP, Use.TRAINING), uses(second).subList(0, 3));
        assertEquals(List.of(427, 60, 3_371), counts(second).subList(0, 3));
        assertEquals(0, plan.lines().get(0).blocks().getFirst().first());
        assertEquals(Use.WARM_UP, plan.lines().get(0).parts().getFirst().use());
    }

    @Test
    void aSingleFoldIsChosenAmongAll() throws Exception {
        SplitPlan plan = plan(Specs.with(walkForward("expanding"), "fold", 1), 0);
        assertEquals(2, plan.lines().size());
        assertEquals(0, plan.chosen());
        assertEquals(1, plan.runs());
        assertEquals(3_371, plan.count(Use.TRAINING));
    }

    @Test
    void seedsMultiplyTheRuns() throws Exception {
        assertEquals(
                6, plan(Specs.with(walkForward("expanding"), "repeats", 3), 0).runs());
        assertEquals(3, plan(Specs.with(spec("forecast", 0), "repeats", 3), 0).runs());
    }

    @Test
    void aGanChoosesItsEpochOnAValidationSpan() throws Exception {
        assertEquals(
                List.of(Use.WARM_UP, Use.TRAINING, Use.VALIDATION, Use.TEST),
                uses(plan(spec("generate", 0), 0).lines().getFirst().parts()));
    }

    @Test
    void applicantsAreCutWithTheSameShareOfBadOnes() throws Exception {
        SplitPlan plan = plan(spec("credit", 3), 3);
        assertEquals(
                List.of(
                        new Part(Use.TRAINING, 500, "", "", 150),
                        new Part(Use.VALIDATION, 200, "", "", 60),
                        new Part(Use.TEST, 300, "", "", 90)),
                plan.lines().getFirst().parts());
        assertEquals(
                List.of(Use.TRAINING, Use.VALIDATION, Use.TEST),
                blocks(plan.lines().getFirst()));
    }

    @Test
    void everyApplicantIsTestedInOneFoldWithTheSameShareOfBadOnes() throws Exception {
        SplitPlan plan = plan(Specs.with(spec("credit", 3), "scheme", "kfold"), 3);
        assertEquals(5, plan.lines().size());
        int tested = 0;
        for (Line line : plan.lines()) {
            assertEquals(
                    List.of(
                            new Part(Use.TRAINING, 640, "", "", 192),
                            new Part(Use.VALIDATION, 160, "", "", 48),
                            new Part(Use.TEST, 200, "", "", 60)),
                    line.parts());
            Block test = line.blocks().stream()
                    .filter(block -> block.part().use() == Use.TEST)
                    .findFirst()
                    .orElseThrow();
            assertEquals(tested, test.first());
            tested += test.count();
        }
        assertEquals(plan.total(), tested);
        assertEquals(
                List.of(Use.TEST, Use.VALIDATION, Use.TRAINING),
                blocks(plan.lines().get(0)));
        assertEquals(
                List.of(Use.TRAINING, Use.VALIDATION, Use.TEST, Use.TRAINING),
                blocks(plan.lines().get(1)));
        assertEquals(0.3, plan.lines().get(1).part(Use.TEST).badRate());
    }

    @Test
    void groupsWithoutAColumnAreRefused() throws Exception {
        CreditSpec spec = Specs.with((CreditSpec) spec("credit", 3), "scheme", "grouped");
        NoticeException refusal = assertThrows(NoticeException.class, () -> plan(spec, 3));
        assertEquals("run.error.groupsUnnamed", refusal.notice().key());
    }

    @Test
    void theCutIsMadeAnewOnlyWhereItsSettingsChanged() throws Exception {
        SplitMemory memory = new SplitMemory();
        Imported table = CsvReader.read(samples.get(3));
        RunSpec folds = Specs.with(spec("credit", 3), "scheme", "kfold");
        SplitPlan first = memory.of(folds, table);
        assertSame(first, memory.of(Specs.with(folds, "epochs", 9), table));
        assertNotSame(first, memory.of(Specs.with(folds, "seed", 9), table));
        assertEquals(3, memory.of(Specs.with(folds, "folds", 3), table).lines().size());
        assertNotSame(first, memory.of(folds, CsvReader.read(samples.get(3))));
    }

    @Test
    void aShortSeriesIsRefused() throws Exception {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, "p.csv"), "window", 120);
        Imported monthly = CsvReader.read(samples.get(2));
        NoticeException refusal = assertThrows(NoticeException.class, () -> SplitPlan.of(spec, monthly));
        assertEquals("data.error.tooShort", refusal.notice().key());
    }

    /** Two folds, five days of embargo. */
    private RunSpec walkForward(String scheme) {
        RunSpec spec = Specs.with(spec("forecast", 0), "scheme", scheme);
        return Specs.with(Specs.with(spec, "folds", 2), "embargo", 5);
    }

    private RunSpec spec(String task, int sample) {
        return Specs.defaults(task, samples.get(sample).toString());
    }

    private SplitPlan plan(RunSpec spec, int sample) throws Exception {
        return SplitPlan.of(spec, CsvReader.read(samples.get(sample)));
    }

    private static List<Use> uses(List<Part> parts) {
        return parts.stream().map(Part::use).toList();
    }

    private static List<Integer> counts(List<Part> parts) {
        return parts.stream().map(Part::count).toList();
    }

    private static List<Use> blocks(Line line) {
        return line.blocks().stream().map(block -> block.part().use()).toList();
    }
}
