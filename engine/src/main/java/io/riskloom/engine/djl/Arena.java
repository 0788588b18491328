package io.riskloom.engine.djl;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPhase;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaTrace;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One duel that someone watches: it goes on by other settings at any step, back to moments that are kept, and on from there on
 * another branch. The same settings, prices and steps give the same numbers bit for bit on one thread.
 */
public final class Arena implements AutoCloseable {
    private static final int MOST_KEPT = 160;
    private static final long MOST_BYTES = 64L << 20;

    private final String id;
    private final Prices prices;
    private final ArenaHistory<Moment> history = new ArenaHistory<>(MOST_KEPT, MOST_BYTES, Moment::bytes);
    private final ArenaDuel duel;
    private final ArenaTeaching teaching;
    private ArenaView view;
    private ArenaMeans.Values means = ArenaMeans.Values.NONE;

    /** Where the prices of a path's data are. */
    @FunctionalInterface
    public interface Prices {
        PriceHistory of(ArenaSettings.Source source) throws Exception;
    }

    private record Moment(ArenaDuel.State duel, ArenaMeans.Values means) {
        long bytes() {
            return duel.bytes();
        }
    }

    /**
     * @throws NoticeException {@code arena.error.points} where nothing is drawn, {@code arena.error.tooShort} (series, days, needed),
     *     {@code arena.error.gaps} (series) or {@code arena.error.constant} (series) for prices that cannot be learnt
     */
    public Arena(String id, ArenaSettings settings, Prices prices) throws Exception {
        Torch.enter(Torch.Load.SMALL);
        this.id = id;
        this.prices = prices;
        this.duel = new ArenaDuel(settings, reals(settings.data()));
        this.teaching = new ArenaTeaching(duel);
        try {
            this.view = new ArenaView(duel);
        } catch (RuntimeException | Error e) {
            duel.close(); // native memory, which no collector frees
            throw e;
        }
    }

    public String id() {
        return id;
    }

    private ArenaReals reals(Data data) throws Exception {
        if (data.ofPaths()) {
            return new ArenaMarket(prices.of(data.source()), data.window());
        }
        if (data.kind().equals("drawn") && data.points().isEmpty()) {
            throw new NoticeException(Notice.of("arena.error.points"));
        }
        return new ArenaPlane(data);
    }

    /** Those of the duel where they are still the same: the prices may have changed meanwhile. */
    private ArenaReals realsNow(Data data) throws Exception {
        if (!data.equals(duel.settings().data())) {
            return reals(data);
        }
        if (duel.reals() instanceof ArenaMarket market && !market.shows(prices.of(data.source()), data.window())) {
            return reals(data);
        }
        return duel.reals();
    }

    /**
     * Goes on by these settings. A step in which a gradient is not finite is not made, and ends it.
     *
     * @param steps   0 for a look alone
     * @param stopped asked before every step: a frame that nobody waits for ends early
     * @throws NoticeException as {@link #Arena}; nothing has changed then
     */
    public ArenaFrame advance(ArenaSettings settings, int steps, ArenaPhase phase, BooleanSupplier stopped)
            throws Exception {
        Torch.enter(Torch.Load.SMALL);
        List<String> rebuilt = change(settings);
        if (steps == 0) {
            return frame(rebuilt, true);
        }
        Moment before = moment();
        history.leave(before);
        ArenaMeans sums = new ArenaMeans();
        for (int made = 0; made < steps && !stopped.getAsBoolean(); made++) {
            if (!teaching.step(phase, sums)) {
                undo(before, made, phase);
                return frame(rebuilt, false);
            }
            means = sums.values(means);
            stepped();
        }
        return frame(rebuilt, true);
    }

    /** Takes a step back that failed half-way: the steps before it are made again, which is rarer than to keep each one's state. */
    private void undo(Moment before, int made, ArenaPhase phase) {
        duel.restore(before.duel(), duel.reals());
        ArenaMeans again = new ArenaMeans();
        for (int i = 0; i < made; i++) {
            teaching.step(phase, again);
        }
    }

    /** As {@link #advance} by one step, told stage by stage. */
    public ArenaTrace trace(ArenaSettings settings, ArenaPhase phase) throws Exception {
        Torch.enter(Torch.Load.SMALL);
        List<String> rebuilt = change(settings);
        Moment before = moment();
        history.leave(before);
        ArenaMeans sums = new ArenaMeans();
        ArenaTracer tracer = new ArenaTracer(duel, sums);
        boolean finite = tracer.step(phase);
        if (finite) {
            means = sums.values(means);
            stepped();
        } else {
            undo(before, 0, phase);
        }
        return new ArenaTrace(tracer.stages(), frame(rebuilt, finite));
    }

    private void stepped() {
        history.stepped();
        if (history.due()) {
            history.keep(moment());
        }
    }

    /**
     * Back to a kept moment, with its settings.
     *
     * @throws NoticeException {@code arena.error.notKept} (branch, step)
     */
    public ArenaFrame rewind(int branch, long step) throws Exception {
        Torch.enter(Torch.Load.SMALL);
        Moment there = history.moment(branch, step)
                .orElseThrow(() -> new NoticeException(Notice.of("arena.error.notKept", branch, step)));
        ArenaSettings then = there.duel().settings();
        ArenaReals reals = realsNow(then.data());
        history.go(branch, step, moment());
        duel.restore(there.duel(), reals);
        means = there.means();
        return frame(List.of(), true);
    }

    /**
     * What becomes of one noise.
     *
     * @throws NoticeException {@code arena.error.noise} (numbers, expected) for too few or too many numbers,
     *     {@code arena.trouble.notFinite} where what is made of them is not finite
     */
    public ArenaLook look(float[] noise) throws NoticeException {
        Torch.enter(Torch.Load.SMALL);
        int expected = duel.settings().noise().dimension();
        if (noise.length != expected) {
            throw new NoticeException(Notice.of("arena.error.noise", noise.length, expected));
        }
        return view().look(noise);
    }

    private ArenaView view() {
        if (!view.fits()) {
            view = new ArenaView(duel);
        }
        return view;
    }

    private List<String> change(ArenaSettings settings) throws Exception {
        ArenaReals reals = realsNow(settings.data());
        if (settings.equals(duel.settings()) && reals == duel.reals()) {
            return List.of();
        }
        history.keepAsReached(moment());
        return duel.change(settings, reals);
    }

    private Moment moment() {
        return new Moment(duel.state(), means);
    }

    private ArenaFrame frame(List<String> rebuilt, boolean finite) {
        ArenaView now = view();
        float[] fake = now.fake();
        return new ArenaFrame(
                id,
                duel.settings(),
                history.branch(),
                history.step(),
                history.branches(),
                history.kept(),
                rebuilt,
                now.measures(means, fake),
                now.coverage(fake),
                now.plane(fake),
                now.paths(fake),
                now.manifold(),
                finite && ArenaView.finite(fake) ? null : Notice.of("arena.trouble.notFinite"));
    }

    @Override
    public void close() {
        duel.close();
    }
}
