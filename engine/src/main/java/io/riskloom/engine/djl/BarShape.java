package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.feature.BarCode;

/**
 * Arithmetic on windows of moves as a network has them: each of {@link BarCode}'s moves over its spread.
 *
 * @param days       of a window
 * @param moves      of a day
 * @param contexts   numbers of a context, which stand before the moves in a row
 * @param gapSpread  by which gaps were divided
 * @param bodySpread by which bodies were divided
 */
record BarShape(int days, int moves, int contexts, double gapSpread, double bodySpread) {
    /** Keeps a window without moves from growing without end. */
    private static final double STILL = 1e-4;
    /** Size of a network's answer up to which a day opens at the close before. */
    private static final double NO_GAP = 0.5;

    private static final float LEAK = 0.2f;
    /** Moves within this part of their spread count as none, softly. */
    private static final double NONE = 0.15;

    /** Numbers of a row: the context and the moves day after day. */
    int row() {
        return contexts + days * moves;
    }

    /** What the judge sees of a row beside it, see {@link #seen}. */
    int view() {
        return row() + 3 * days + (volume() ? days - 1 : 0);
    }

    boolean volume() {
        return moves == BarCode.moves(true);
    }

    /** The moves of rows, rows × days × moves. */
    NDArray movesOf(NDArray rows) {
        return rows.get(new NDIndex(":, {}:{}", contexts, row())).reshape(-1, days, moves);
    }

    /** The contexts of rows. */
    NDArray contextsOf(NDArray rows) {
        return rows.get(new NDIndex(":, :{}", contexts));
    }

    /** One of the moves, rows × days. */
    static NDArray part(NDArray moves, int which) {
        return moves.get(new NDIndex(":, :, {}", which));
    }

    /**
     * Makes moves of what a network answers: small gaps become none, reaches are not negative, the window's volatility is one
     * and its ln volume zero in the mean, as {@link BarCode} has them. Where a gap or a reach is cut off the gradient goes
     * through at a fifth.
     *
     * @param raw rows × days × moves
     */
    NDArray shaped(NDArray raw) {
        NDArray wide = part(raw, 0);
        NDArray gap = positive(wide.sub(NO_GAP)).sub(positive(wide.neg().sub(NO_GAP)));
        NDArray body = Recorded.times(part(raw, 1), bodySpread);
        NDArray size = coarse(gap);
        NDArray unit = Recorded.inverse(
                size.add(body).square().mean(new int[] {1}, true).add(STILL).sqrt());
        NDList days = new NDList(
                fine(size.mul(unit)),
                Recorded.times(body.mul(unit), 1 / bodySpread),
                positive(part(raw, 2)),
                positive(part(raw, 3)));
        if (volume()) {
            NDArray traded = part(raw, 4);
            days.add(traded.sub(traded.mean(new int[] {1}, true)));
        }
        return NDArrays.stack(days, 2);
    }

    /** max(0, x), with the gradient of a leaky rectifier. */
    private static NDArray positive(NDArray x) {
        NDArray leaky = x.getNDArrayInternal().leakyRelu(LEAK);
        NDArray rest = Residual.relu(x).sub(leaky).stopGradient();
        rest.attach(x.getManager());
        return leaky.add(rest);
    }

    /** Gaps over the window's volatility, of those that networks have. */
    NDArray coarse(NDArray gap) {
        return gap.sign().mul(Recorded.times(widest(gap).exp().sub(1), BarCode.FINE));
    }

    private NDArray widest(NDArray gap) {
        return Recorded.atMost(Recorded.times(gap.abs(), gapSpread), BarCode.WIDEST);
    }

    private NDArray fine(NDArray gap) {
        NDArray steps = Recorded.times(gap.abs(), 1 / BarCode.FINE).add(1).log();
        return gap.sign().mul(Recorded.times(steps, 1 / gapSpread));
    }

    /** Log returns over the window's volatility, rows × days. */
    NDArray returns(NDArray moves) {
        return coarse(part(moves, 0)).add(Recorded.times(part(moves, 1), bodySpread));
    }

    /** Rows with their returns, cumulated returns, sizes of returns and changes of ln volume behind them. */
    NDArray seen(NDArray rows) {
        NDArray own = movesOf(rows);
        NDArray returns = returns(own);
        NDList all = new NDList(rows, returns, Recorded.times(returns.cumSum(1), 1 / 3.0), returns.abs());
        if (volume()) {
            NDArray traded = part(own, 4);
            all.add(traded.get(new NDIndex(":, 1:")).sub(traded.get(new NDIndex(":, :-1"))));
        }
        return NDArrays.concat(all, 1);
    }

    /** Numbers of a day in {@link #daily}. */
    int day() {
        return 3 * moves + 1 + (volume() ? 1 : 0) + 4 + contexts;
    }

    /**
     * Each day by itself: its moves, those of the day before, their sizes, the return, the change of ln volume, how nearly
     * there is no gap and no reach up, down or both, and the context.
     *
     * @param seen see {@link #seen}
     */
    NDArray daily(NDArray seen) {
        NDArray own = movesOf(seen);
        NDArray before = own.get(new NDIndex(":, :-1")).pad(new Shape(0, 0, 1, 0), 0);
        NDArray returns = seen.get(new NDIndex(":, {}:{}", row(), row() + days)).expandDims(2);
        NDList all = new NDList(own, before, own.abs(), returns);
        if (volume()) {
            NDIndex traded = new NDIndex(":, :, 4:5");
            all.add(own.get(traded).sub(before.get(traded)));
        }
        NDArray up = own.get(new NDIndex(":, :, 2:3"));
        NDArray down = own.get(new NDIndex(":, :, 3:4"));
        all.add(none(own.get(new NDIndex(":, :, 0:1"))));
        all.add(none(up));
        all.add(none(down));
        all.add(none(up.add(down)));
        NDArray context = contextsOf(seen).expandDims(1);
        all.add(context.repeat(1, days));
        return NDArrays.concat(all, 2);
    }

    private static NDArray none(NDArray x) {
        return Recorded.times(x, 1 / NONE).square().neg().exp();
    }
}
