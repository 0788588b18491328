package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPaths;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Net;
import io.riskloom.engine.lesson.ArenaSettings.Rule;
import io.riskloom.engine.lesson.ArenaSettings.Steps;
import io.riskloom.engine.stats.NearestWindows;
import io.riskloom.engine.stats.Quantiles;
import io.riskloom.engine.stats.StylisedFacts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArenaMarketTest {
    private static final int DAYS = 600;
    private static final int WINDOW = 20;
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final double[] RETURNS = returns();

    /** Calm and wild weeks in turn. */
    private static double[] returns() {
        Random random = new Random(4);
        return IntStream.range(0, DAYS - 1)
                .mapToDouble(t -> (t / 25 % 2 == 0 ? 0.005 : 0.02) * random.nextGaussian())
                .toArray();
    }

    private static PriceHistory history(double[] returns) {
        double[] close = new double[returns.length + 1];
        close[0] = 100;
        for (int t = 0; t < returns.length; t++) {
            close[t + 1] = close[t] * Math.exp(returns[t]);
        }
        List<LocalDate> dates =
                IntStream.range(0, close.length).mapToObj(START::plusDays).toList();
        double[] none = {};
        return new PriceHistory("S", dates, none, none, none, close, none, new Source("s.csv", "0", close.length));
    }

    private static ArenaFrame on(Arena arena, ArenaSettings settings, int steps) throws Exception {
        return arena.advance(settings, steps, ArenaPhase.BOTH, () -> false);
    }

    private static ArenaMarket market() throws NoticeException {
        return new ArenaMarket(history(RETURNS), WINDOW);
    }

    @Test
    void rowsAreWindowsOfTheSeriesAndReturnsAgain() throws NoticeException {
        ArenaMarket market = market();
        double[][] drawn = market.returns(market.draw(new SplittableRandom(1), 50));
        for (double[] path : drawn) {
            int from = IntStream.range(0, RETURNS.length - WINDOW + 1)
                    .filter(i -> Math.abs(RETURNS[i] - path[0]) < 1e-8)
                    .findFirst()
                    .orElseThrow();
            assertArrayEquals(Arrays.copyOfRange(RETURNS, from, from + WINDOW), path, 1e-8);
        }
    }

    @Test
    void aRealWindowIsItsOwnNearestWithItsDates() throws NoticeException {
        ArenaMarket market = market();
        double[] path = Arrays.copyOfRange(RETURNS, 137, 137 + WINDOW);
        int nearest = market.nearest(path);
        ArenaPaths.Match match = market.match(path, nearest);
        assertEquals(137, nearest);
        assertEquals(0, match.distance(), 1e-8);
        assertEquals(START.plusDays(138), match.from());
        assertEquals(START.plusDays(137 + WINDOW), match.to());
        double[] among = new NearestWindows(RETURNS, WINDOW).among();
        assertEquals(Quantiles.of(among, 0.5), match.usual(), 1e-9);
    }

    @Test
    void figuresAreThoseOfTheStatistics() throws NoticeException {
        ArenaMarket market = market();
        float[] real = market.draw(new SplittableRandom(1), 300);
        float[] fake = new float[100 * WINDOW];
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < fake.length; i++) {
            fake[i] = (float) (i / WINDOW % 3 * random.nextGaussian());
        }
        ArenaPaths paths = new ArenaPathFigures(market, real).of(ArenaProbe.apart(new float[200], 2), fake);
        double[][] made = market.returns(fake);
        assertEquals(StylisedFacts.kurtosis(made), paths.kurtosisFake());
        assertEquals(StylisedFacts.kurtosis(market.returns(real)), paths.kurtosisReal());
        assertArrayEquals(StylisedFacts.acfAbs(made, 10), paths.acfFake());
        assertArrayEquals(StylisedFacts.acfAbs(market.returns(real), 10), paths.acfReal());
        assertTrue(paths.acfReal()[0] > 0.2, "calm and wild weeks");
        double[] pooled = StylisedFacts.pooled(made);
        for (int q = 0; q < paths.qqLevels().length; q++) {
            assertEquals(Quantiles.of(pooled, paths.qqLevels()[q]), paths.qqFake()[q], 1e-15);
        }
        double[] third = Arrays.stream(made)
                .mapToDouble(p -> Math.exp(p[0] + p[1] + p[2]))
                .toArray();
        for (int q = 0; q < paths.levels().length; q++) {
            assertEquals(1, paths.fanFake()[q][0]);
            assertEquals(Quantiles.of(third, paths.levels()[q]), paths.fanFake()[q][3], 1e-12);
        }
        for (int i = 0; i < paths.shown().size(); i++) {
            double nearest = new NearestWindows(RETURNS, WINDOW)
                    .nearest(made[i])
                    .orElseThrow()
                    .distance();
            assertEquals(nearest, paths.shown().get(i).match().distance(), 1e-9);
            assertEquals(
                    Math.exp(Arrays.stream(made[i]).sum()), paths.shown().get(i).values()[WINDOW], 1e-12);
        }
    }

    @Test
    void aDuelOverPathsGoesOnFromThePlaneWithNetworksOfThatWidth() throws Exception {
        ArenaSettings plane = ArenaPreset.RING.settings().withBatch(16);
        ArenaSettings paths = plane.with(Data.paths(new ArenaSettings.Source("s.csv", null, ""), WINDOW));
        try (Arena arena = new Arena("duel", plane, source -> history(RETURNS))) {
            on(arena, plane, 10);
            ArenaFrame frame = on(arena, paths, 5);
            assertEquals(List.of("generator", "discriminator"), frame.rebuilt());
            assertNull(frame.plane());
            assertNull(frame.trouble());
            assertEquals(WINDOW + 1, frame.paths().shown().getFirst().values().length);
            assertEquals(0, frame.coverage().parts());
            assertTrue(Double.isNaN(frame.measures().js()));
            assertTrue(frame.measures().wasserstein() > frame.measures().floor().wasserstein());
            ArenaLook look = arena.look(frame.paths().shown().get(2).noise());
            assertArrayEquals(frame.paths().shown().get(2).values(), look.made(), 1e-6);
            assertEquals(
                    frame.paths().shown().get(2).match().from(), look.match().from());
            double total = Math.log(arena.look(frame.manifold().noise()[40]).made()[WINDOW]);
            assertEquals(total, frame.manifold().points()[40][0], 1e-6);
            ArenaFrame back = arena.rewind(0, 10);
            assertEquals(250, back.plane().fake().length);
        }
    }

    @Test
    void aDuelLearnsHowWideReturnsAre() throws Exception {
        ArenaPreset preset = ArenaPreset.paths(new ArenaSettings.Source("s.csv", null, ""));
        ArenaSettings settings = preset.settings();
        try (Arena arena = new Arena("duel", settings, source -> history(RETURNS))) {
            ArenaFrame first = on(arena, settings, 0);
            ArenaFrame last = on(arena, settings, preset.steps());
            assertTrue(last.measures().wasserstein() < 0.5 * first.measures().wasserstein());
            assertTrue(width(last.paths().qqFake()) > 0.5 * width(last.paths().qqReal()));
            assertTrue(width(first.paths().qqFake()) < 0.5 * width(first.paths().qqReal()));
        }
    }

    private static double width(double[] quantiles) {
        return quantiles[quantiles.length - 5] - quantiles[4];
    }

    /** Some of them overflow while the gradients are still finite. */
    @Test
    void aDuelWhosePathsOverflowSaysSoAndTellsNoMatches() throws Exception {
        int overflown = 0;
        for (int layers : new int[] {2, 5}) {
            for (double momentum : new double[] {0, 0.5}) {
                overflown += overflows(wild(layers, momentum)) ? 1 : 0;
            }
        }
        assertTrue(overflown > 0);
    }

    private static ArenaSettings wild(int layers, double momentum) {
        Net net = new Net(layers, 128, "leaky");
        Steps steps = new Steps("sgd", 1, momentum, 1);
        return ArenaPreset.paths(new ArenaSettings.Source("s.csv", null, ""))
                .settings()
                .with(new Rule("wasserstein", 0, false))
                .withNets(net, net)
                .withSteps(steps, steps)
                .withBatch(16);
    }

    private static boolean overflows(ArenaSettings settings) throws Exception {
        try (Arena arena = new Arena("duel", settings, source -> history(RETURNS))) {
            ArenaFrame frame = on(arena, settings, 1);
            while (frame.trouble() == null && frame.step() < 40) {
                frame = on(arena, settings, 1);
            }
            assertEquals(Notice.of("arena.trouble.notFinite"), frame.trouble());
            assertEquals(20, frame.paths().real().length);
            boolean overflown = frame.paths().shown().isEmpty();
            if (overflown) {
                NoticeException refused = assertThrows(NoticeException.class, () -> arena.look(new float[] {1, 1}));
                assertEquals(Notice.of("arena.trouble.notFinite"), refused.notice());
            }
            ArenaFrame back = arena.rewind(0, 0);
            assertNull(back.trouble());
            assertEquals(20, back.paths().shown().size());
            return overflown;
        }
    }

    @Test
    void figuresLeaveOutPathsThatAreNotFinite() throws NoticeException {
        ArenaMarket market = market();
        float[] fake = market.draw(new SplittableRandom(2), 100);
        fake[3 * WINDOW + 5] = Float.POSITIVE_INFINITY;
        fake[7 * WINDOW] = Float.NaN;
        float[] real = market.draw(new SplittableRandom(1), 300);
        ArenaPaths paths = new ArenaPathFigures(market, real).of(ArenaProbe.apart(new float[200], 2), fake);
        assertEquals(18, paths.shown().size());
        assertTrue(paths.shown().stream()
                .allMatch(path -> Double.isFinite(path.match().distance())));
    }

    @Test
    void pricesThatChangedMeanwhileAreSeenAnew() throws Exception {
        double[] wilder = Arrays.stream(RETURNS).map(r -> 3 * r).toArray();
        AtomicReference<PriceHistory> file = new AtomicReference<>(history(RETURNS));
        ArenaSettings settings = ArenaPreset.paths(new ArenaSettings.Source("s.csv", null, ""))
                .settings()
                .withBatch(16);
        try (Arena arena = new Arena("duel", settings, source -> file.get())) {
            ArenaFrame first = on(arena, settings, 10);
            file.set(history(RETURNS.clone()));
            ArenaFrame same = on(arena, settings, 0);
            assertArrayEquals(first.paths().qqReal(), same.paths().qqReal());
            file.set(history(wilder));
            ArenaFrame other = on(arena, settings, 0);
            assertEquals(3 * width(first.paths().qqReal()), width(other.paths().qqReal()), 1e-6);
            assertEquals(List.of(), other.rebuilt());
            ArenaFrame back = arena.rewind(0, 0);
            assertArrayEquals(other.paths().qqReal(), back.paths().qqReal());
        }
    }

    @Test
    void aSeriesWithAGapIsRefused() {
        double[] gap = RETURNS.clone();
        gap[300] = Double.NaN;
        NoticeException refused = assertThrows(NoticeException.class, () -> new ArenaMarket(history(gap), WINDOW));
        assertEquals(Notice.of("arena.error.gaps", "S"), refused.notice());
    }

    @Test
    void shortAndFlatSeriesAreRefused() {
        PriceHistory brief = history(Arrays.copyOf(RETURNS, 199));
        NoticeException refused = assertThrows(NoticeException.class, () -> new ArenaMarket(brief, WINDOW));
        assertEquals(Notice.of("arena.error.tooShort", "S", 200, 201), refused.notice());
        NoticeException flat =
                assertThrows(NoticeException.class, () -> new ArenaMarket(history(new double[300]), WINDOW));
        assertEquals(Notice.of("arena.error.constant", "S"), flat.notice());
    }
}
