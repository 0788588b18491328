package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Net;
import io.riskloom.engine.lesson.ArenaSettings.Noise;
import io.riskloom.engine.lesson.ArenaSettings.Point;
import io.riskloom.engine.lesson.ArenaSettings.Rule;
import io.riskloom.engine.lesson.ArenaSettings.Steps;
import io.riskloom.engine.lesson.ArenaTrace;
import io.riskloom.engine.lesson.ArenaTrace.Kind;
import io.riskloom.engine.model.Json;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArenaTest {
    private static final ArenaSettings SMALL = ArenaPreset.RING
            .settings()
            .withNets(new Net(1, 8, "leaky"), new Net(1, 8, "tanh"))
            .withBatch(16);

    private static Arena arena(ArenaSettings settings) throws Exception {
        return new Arena("duel", settings, source -> {
            throw new AssertionError("no prices");
        });
    }

    private static ArenaFrame on(Arena arena, ArenaSettings settings, int steps) throws Exception {
        return arena.advance(settings, steps, ArenaPhase.BOTH, () -> false);
    }

    private static String numbers(ArenaFrame frame) {
        return Json.gson().toJson(frame.measures())
                + Json.gson().toJson(frame.plane())
                + Json.gson().toJson(frame.manifold())
                + Json.gson().toJson(frame.coverage());
    }

    private static Steps steps(String optimiser, double momentum) {
        return new Steps(optimiser, 0.01, momentum, 2);
    }

    @Test
    void goingOnFromAKeptMomentRepeatsBitForBit() throws Exception {
        for (String optimiser : Steps.OPTIMISERS) {
            ArenaSettings settings = SMALL.with(new Rule("wasserstein", 1, true))
                    .withSteps(steps(optimiser, 0.5), steps(optimiser, 0.9));
            try (Arena arena = arena(settings)) {
                on(arena, settings, 20);
                String first = numbers(on(arena, settings, 17));
                ArenaFrame back = arena.rewind(0, 20);
                assertEquals(20, back.step());
                assertEquals(first, numbers(on(arena, settings, 17)), optimiser);
                assertNotEquals(first, numbers(on(arena, settings, 1)), optimiser);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameDuelHoweverItIsAsked() throws Exception {
        try (Arena one = arena(SMALL);
                Arena other = arena(SMALL);
                Arena anotherSeed = arena(SMALL.withSeed(2))) {
            String whole = numbers(on(one, SMALL, 12));
            on(other, SMALL, 5);
            on(other, SMALL, 0);
            // norms and losses are means over a call
            on(one, SMALL, 1);
            on(other, SMALL, 7);
            assertEquals(numbers(on(one, SMALL, 3)), numbersOf(other, 4, 3));
            assertNotEquals(whole, numbers(on(anotherSeed, SMALL.withSeed(2), 12)));
        }
    }

    private static String numbersOf(Arena arena, int steps, int last) throws Exception {
        on(arena, SMALL, steps - last);
        return numbers(on(arena, SMALL, last));
    }

    @Test
    void aStepInSlowMotionIsTheSameStep() throws Exception {
        ArenaSettings settings =
                SMALL.with(new Rule("original", 0.5, true)).withSteps(steps("adam", 0.5), steps("adam", 0.5));
        try (Arena fast = arena(settings);
                Arena slow = arena(settings)) {
            on(fast, settings, 3);
            on(slow, settings, 3);
            ArenaTrace trace = slow.trace(settings, ArenaPhase.BOTH);
            assertEquals(numbers(on(fast, settings, 1)), numbers(trace.frame()));
            assertEquals(
                    List.of(Kind.NOISE, Kind.FAKES, Kind.SCORES, Kind.DISCRIMINATOR_LOSS, Kind.DISCRIMINATOR_UPDATE),
                    trace.stages().subList(0, 5).stream()
                            .map(ArenaTrace.Stage::kind)
                            .toList());
            assertEquals(2 * 5 + 2 * 6, trace.stages().size());
            ArenaTrace.Stage loss = trace.stages().get(3);
            assertEquals(trace.stages().get(2).onFake()[3], loss.onFake()[3]);
            assertTrue(loss.penalty() > 0 && loss.penalty() < loss.loss());
            assertTrue(loss.norm() > 0);
            ArenaTrace.Stage moved = trace.stages().get(4);
            assertEquals(32 * 32, moved.scores().length);
            assertArrayEquals(loss.fake()[3], moved.fake()[3]);
            assertNotEquals(loss.onFake()[3], moved.onFake()[3]);
            ArenaTrace.Stage last = trace.stages().getLast();
            assertEquals(Kind.GENERATOR_UPDATE, last.kind());
            assertEquals(2, last.update());
            assertEquals(0, last.real().length);
            assertEquals(16, trace.stages().get(20).arrows().length);
        }
    }

    @Test
    void oneSideAloneLeavesTheOtherAsItIs() throws Exception {
        try (Arena arena = arena(SMALL)) {
            ArenaFrame before = on(arena, SMALL, 5);
            ArenaFrame judged = arena.advance(SMALL, 4, ArenaPhase.DISCRIMINATOR, () -> false);
            assertArrayEquals(before.plane().fake(), judged.plane().fake());
            assertNotEquals(before.plane().scores()[5], judged.plane().scores()[5]);
            ArenaFrame made = arena.advance(SMALL, 4, ArenaPhase.GENERATOR, () -> false);
            assertArrayEquals(judged.plane().scores(), made.plane().scores());
            assertNotEquals(judged.plane().fake()[0][0], made.plane().fake()[0][0]);
            assertEquals(13, made.step());
        }
    }

    /** Along −∂L/∂x the discriminator is pleased more, for every loss. */
    @Test
    void arrowsLeadToWhereTheGeneratorsLossIsLess() throws Exception {
        for (String loss : Rule.LOSSES) {
            ArenaSettings settings = SMALL.with(new Rule(loss, 0, false));
            ArenaMeans means = new ArenaMeans();
            try (ArenaDuel duel = new ArenaDuel(settings, new ArenaPlane(settings.data()))) {
                ArenaTeaching teaching = new ArenaTeaching(duel);
                for (int i = 0; i < 30; i++) {
                    assertTrue(teaching.step(ArenaPhase.BOTH, means));
                }
                ArenaProbe probe = new ArenaProbe(duel);
                float[] fake = probe.made(new float[] {0.3f, -1, 1.2f, 0.4f, -0.5f, 0.1f});
                float[] arrows = probe.arrows(fake);
                for (int row = 0; row < 3; row++) {
                    float[] here = {fake[2 * row], fake[2 * row + 1]};
                    double length = Math.hypot(arrows[2 * row], arrows[2 * row + 1]);
                    float[] there = {
                        (float) (here[0] + 1e-2 * arrows[2 * row] / length),
                        (float) (here[1] + 1e-2 * arrows[2 * row + 1] / length)
                    };
                    double change = probe.generatorLoss(there) - probe.generatorLoss(here);
                    assertEquals(-1e-2 * length, change, 2e-3 * length, loss);
                    assertTrue(probe.told(there)[0] > probe.told(here)[0], loss);
                }
            }
        }
    }

    @Test
    void changesOfSizeBeginThatNetworkAnewAndOthersGoOn() throws Exception {
        try (Arena arena = arena(SMALL)) {
            ArenaFrame first = on(arena, SMALL, 10);
            ArenaSettings wider = SMALL.withNets(SMALL.generator(), new Net(1, 9, "tanh"));
            ArenaFrame judge = on(arena, wider, 0);
            assertEquals(List.of("discriminator"), judge.rebuilt());
            assertArrayEquals(first.plane().fake(), judge.plane().fake());
            ArenaSettings noise = wider.with(new Noise("uniform", 3));
            ArenaFrame made = on(arena, noise, 0);
            assertEquals(List.of("generator"), made.rebuilt());
            assertEquals(0, made.manifold().rows());
            assertArrayEquals(judge.plane().scores(), made.plane().scores());
            ArenaSettings soft = noise.with(new Rule("hinge", 1, true))
                    .with(Data.plane("spiral", 1, 0.03))
                    .withSteps(steps("sgd", 0.5), steps("rmsprop", 0));
            ArenaFrame last = on(arena, soft, 1);
            assertEquals(List.of(), last.rebuilt());
            assertEquals(11, last.step());
        }
    }

    /** Nothing but the rate: to and fro is as if nothing had been touched, normalised layers and momentum included. */
    @Test
    void anotherRateKeepsEverythingElse() throws Exception {
        ArenaSettings settings = SMALL.with(new Rule("hinge", 0, true));
        ArenaSettings faster = settings.withSteps(
                settings.generatorSteps().withRate(0.1),
                settings.discriminatorSteps().withRate(0.1));
        try (Arena touched = arena(settings);
                Arena left = arena(settings)) {
            on(touched, settings, 10);
            on(left, settings, 10);
            on(touched, faster, 0);
            String same = numbers(on(left, settings, 5));
            assertEquals(same, numbers(on(touched, settings, 5)));
            assertNotEquals(numbers(on(left, settings, 1)), numbers(on(touched, faster, 1)));
        }
    }

    @Test
    void anotherActivationKeepsTheWeights() throws Exception {
        ArenaSettings tanh = SMALL.withNets(new Net(1, 8, "tanh"), SMALL.discriminator());
        try (Arena arena = arena(SMALL)) {
            ArenaFrame leaky = on(arena, SMALL, 10);
            ArenaFrame turned = on(arena, tanh, 0);
            assertEquals(List.of(), turned.rebuilt());
            assertNotEquals(leaky.plane().fake()[0][0], turned.plane().fake()[0][0]);
            assertArrayEquals(leaky.plane().fake(), on(arena, SMALL, 0).plane().fake());
        }
    }

    @Test
    void goingBackBringsTheSettingsOfThenAndOtherOnesBranchOff() throws Exception {
        ArenaSettings other =
                SMALL.with(Data.plane("moons", 1, 0.05)).withNets(SMALL.generator(), new Net(2, 6, "relu"));
        try (Arena arena = arena(SMALL)) {
            ArenaFrame then = on(arena, SMALL, 20);
            on(arena, other, 15);
            ArenaFrame back = arena.rewind(0, 20);
            assertEquals(SMALL, back.settings());
            assertEquals(numbers(then), numbers(back));
            ArenaFrame branch = on(arena, SMALL, 5);
            assertEquals(
                    List.of(new ArenaFrame.Branch(0, -1, 0, 35), new ArenaFrame.Branch(1, 0, 20, 25)),
                    branch.branches());
            ArenaFrame end = arena.rewind(0, 35);
            assertEquals(other, end.settings());
            assertEquals(0, end.branch());
        }
    }

    @Test
    void aMomentThatIsNotKeptIsRefused() throws Exception {
        try (Arena arena = arena(SMALL)) {
            on(arena, SMALL, 15);
            NoticeException refused = assertThrows(NoticeException.class, () -> arena.rewind(0, 7));
            assertEquals(Notice.of("arena.error.notKept", 0, 7L), refused.notice());
            assertEquals(15, on(arena, SMALL, 0).step());
        }
    }

    @Test
    void aNoiseIsLookedAt() throws Exception {
        try (Arena arena = arena(SMALL)) {
            ArenaFrame frame = on(arena, SMALL, 10);
            float[] node = frame.manifold().noise()[37];
            ArenaLook look = arena.look(node);
            assertArrayEquals(
                    new double[] {
                        frame.manifold().points()[37][0], frame.manifold().points()[37][1]
                    },
                    look.made(),
                    1e-6);
            assertTrue(look.score() > 0 && look.score() < 1);
            assertEquals(
                    look.distance(),
                    Math.hypot(look.made()[0] - look.nearest()[0], look.made()[1] - look.nearest()[1]));
            assertNull(look.match());
            NoticeException refused = assertThrows(NoticeException.class, () -> arena.look(new float[3]));
            assertEquals(Notice.of("arena.error.noise", 3, 2), refused.notice());
        }
    }

    @Test
    void everyDistributionNoiseAndActivationRuns() throws Exception {
        int i = 0;
        try (Arena arena = arena(SMALL)) {
            for (String kind : Data.KINDS.subList(0, 7)) {
                Data data = kind.equals("drawn")
                        ? Data.drawn(List.of(new Point(0.5, 0.5), new Point(-1, 0.2)))
                        : Data.plane(kind, 9, 0.05);
                String activation = Net.ACTIVATIONS.get(i % 4);
                ArenaSettings settings = SMALL.with(data)
                        .with(new Noise(Noise.KINDS.get(i % 2), 1 + i % 3))
                        .withNets(new Net(1 + i % 3, 6, activation), new Net(2, 7, activation))
                        .with(new Rule(Rule.LOSSES.get(i % 4), i % 2, i % 3 == 0));
                ArenaFrame frame = on(arena, settings, 3);
                assertNull(frame.trouble(), kind);
                assertEquals(1000 / 4, frame.plane().fake().length, kind);
                assertTrue(Double.isFinite(frame.measures().wasserstein()), kind);
                assertTrue(frame.measures().floor().js() < 0.05, kind);
                i++;
            }
        }
    }

    @Test
    void nothingDrawnIsRefusedAndChangesNothing() throws Exception {
        try (Arena arena = arena(SMALL)) {
            on(arena, SMALL, 4);
            NoticeException refused =
                    assertThrows(NoticeException.class, () -> on(arena, SMALL.with(Data.drawn(List.of())), 4));
            assertEquals(Notice.of("arena.error.points"), refused.notice());
            assertEquals(SMALL, on(arena, SMALL, 0).settings());
        }
    }

    @Test
    void aDuelThatBlowsUpStandsStillAndSaysSo() throws Exception {
        ArenaSettings wild = SMALL.with(new Rule("wasserstein", 0, false))
                .withNets(new Net(2, 16, "relu"), new Net(3, 32, "relu"))
                .withSteps(new Steps("sgd", 1, 0.99, 1), new Steps("sgd", 1, 0.99, 5));
        try (Arena arena = arena(wild)) {
            ArenaFrame frame = on(arena, wild, 400);
            assertEquals(Notice.of("arena.trouble.notFinite"), frame.trouble());
            assertTrue(frame.step() < 400);
            assertNull(arena.rewind(0, 0).trouble());
        }
    }

    /** As if the step in which it fails had not been tried, and those before it in one go. */
    @Test
    void aStepThatFailsHalfWayIsNotMade() throws Exception {
        ArenaSettings wild = SMALL.with(new Rule("wasserstein", 0, false))
                .withNets(new Net(2, 16, "relu"), new Net(3, 32, "relu"))
                .withSteps(new Steps("sgd", 1, 0.99, 1), new Steps("sgd", 1, 0.99, 5));
        try (Arena arena = arena(wild);
                Arena other = arena(wild)) {
            ArenaFrame failed = on(arena, wild, 400);
            int last = Math.toIntExact(failed.step());
            assertTrue(last > 0);
            String there = numbers(on(other, wild, last));
            assertEquals(there, numbers(failed));
            ArenaTrace again = arena.trace(wild, ArenaPhase.BOTH);
            assertEquals(Notice.of("arena.trouble.notFinite"), again.frame().trouble());
            assertEquals(last, again.frame().step());
            assertEquals(there, numbers(again.frame()));
            arena.rewind(0, 0);
            assertEquals(there, numbers(arena.rewind(0, last)));
        }
    }

    /** A look by other settings while it stands still is no step. */
    @Test
    void aMomentIsKeptAsItWasReachedThoughANetworkIsBegunAnewThere() throws Exception {
        ArenaSettings deeper = SMALL.withNets(new Net(2, 6, "relu"), SMALL.discriminator());
        for (int end : new int[] {20, 15}) {
            try (Arena arena = arena(SMALL)) {
                String reached = numbers(on(arena, SMALL, end));
                assertEquals(List.of("generator"), on(arena, deeper, 0).rebuilt());
                arena.rewind(0, 10);
                ArenaFrame back = arena.rewind(0, end);
                assertEquals(SMALL, back.settings());
                assertEquals(reached, numbers(back));
            }
        }
    }

    @Test
    void stepsThatNobodyWaitsForAreNotMade() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Arena arena = arena(SMALL)) {
            ArenaFrame frame = arena.advance(SMALL, 50, ArenaPhase.BOTH, () -> asked.incrementAndGet() > 3);
            assertEquals(3, frame.step());
            assertNull(frame.trouble());
        }
    }

    @Test
    void updatesOfTheGeneratorCountOnWithAnotherOptimiserUntilItIsBegunAnew() {
        ArenaSettings adam = SMALL.withSteps(steps("adam", 0.5), SMALL.discriminatorSteps());
        ArenaSettings sgd = SMALL.withSteps(steps("sgd", 0), SMALL.discriminatorSteps());
        try (ArenaDuel duel = new ArenaDuel(adam, new ArenaPlane(adam.data()))) {
            ArenaTeaching teaching = new ArenaTeaching(duel);
            for (int i = 0; i < 5; i++) {
                assertTrue(teaching.step(ArenaPhase.GENERATOR, new ArenaMeans()));
            }
            assertEquals(10, duel.generator().made());
            duel.change(sgd, duel.reals());
            assertEquals(10, duel.generator().made());
            assertTrue(teaching.step(ArenaPhase.GENERATOR, new ArenaMeans()));
            duel.restore(duel.state(), duel.reals());
            assertEquals(12, duel.generator().made());
            duel.change(sgd.with(new Noise("uniform", 3)), duel.reals());
            assertEquals(0, duel.generator().made());
            assertEquals(0, duel.discriminator().made());
        }
    }

    /** Wherever it fails: the data's width, which both forms need, is told so many times only. */
    @Test
    void aChangeThatFailsChangesNothingAndLeavesNoArrayBehind() {
        ArenaSettings other =
                SMALL.with(Data.plane("moons", 1, 0.05)).withNets(new Net(1, 8, "relu"), new Net(2, 9, "relu"));
        ArenaPlane moons = new ArenaPlane(other.data());
        try (ArenaDuel duel = new ArenaDuel(SMALL, new ArenaPlane(SMALL.data()))) {
            ArenaProbe probe = new ArenaProbe(duel);
            float[] noise = {0.3f, -0.4f};
            float[] made = probe.made(noise);
            ArenaReals reals = duel.reals();
            int before = Torch.liveArrays();
            int times = 0;
            while (!changed(duel, other, new Brittle(moons, times))) {
                assertEquals(before, Torch.liveArrays(), "after " + times);
                assertEquals(SMALL, duel.settings());
                assertSame(reals, duel.reals());
                assertArrayEquals(made, probe.made(noise));
                times++;
            }
            assertTrue(times >= 4, "failed " + times + " times");
            assertEquals(other, duel.settings());
        }
    }

    private static boolean changed(ArenaDuel duel, ArenaSettings other, ArenaReals data) {
        try {
            duel.change(other, data);
            return true;
        } catch (IllegalStateException e) {
            assertEquals("no width", e.getMessage());
            return false;
        }
    }

    /** Tells its width so many times. */
    private static final class Brittle implements ArenaReals {
        private final ArenaReals reals;
        private int left;

        Brittle(ArenaReals reals, int times) {
            this.reals = reals;
            this.left = times;
        }

        @Override
        public int width() {
            if (left-- == 0) {
                throw new IllegalStateException("no width");
            }
            return reals.width();
        }

        @Override
        public float[] draw(SplittableRandom random, int rows) {
            return reals.draw(random, rows);
        }
    }

    @Test
    void ofManyUpdatesTheFirstFourAndTheLastAreTold() throws Exception {
        ArenaSettings many = SMALL.withSteps(
                SMALL.generatorSteps().withUpdates(6),
                SMALL.discriminatorSteps().withUpdates(10));
        try (Arena fast = arena(many);
                Arena slow = arena(many)) {
            ArenaTrace trace = slow.trace(many, ArenaPhase.BOTH);
            assertEquals(numbers(on(fast, many, 1)), numbers(trace.frame()));
            assertEquals(5 * 5 + 5 * 6, trace.stages().size());
            assertEquals(
                    List.of(1, 2, 3, 4, 10, 1, 2, 3, 4, 6),
                    trace.stages().stream()
                            .filter(stage -> stage.kind() == Kind.NOISE)
                            .map(ArenaTrace.Stage::update)
                            .toList());
            assertEquals(10, trace.stages().getFirst().updates());
        }
    }

    @Test
    void thousandStepsLeaveNoArrayBehind() throws Exception {
        try (Arena arena = arena(SMALL)) {
            on(arena, SMALL, 20);
            arena.rewind(0, 10);
            int before = Torch.liveArrays();
            on(arena, SMALL, 200);
            arena.trace(SMALL, ArenaPhase.BOTH);
            arena.rewind(0, 10);
            assertEquals(before, Torch.liveArrays());
        }
    }

    @Test
    void framesCrossTheProcessBorder() throws Exception {
        try (Arena arena = arena(SMALL)) {
            ArenaFrame frame = on(arena, SMALL, 2);
            ArenaFrame read = Json.gson().fromJson(Json.gson().toJson(frame), ArenaFrame.class);
            assertEquals(frame.settings(), read.settings());
            assertEquals(frame.kept(), read.kept());
            assertEquals(numbers(frame), numbers(read));
        }
    }
}
