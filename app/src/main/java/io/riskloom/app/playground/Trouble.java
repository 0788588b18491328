package io.riskloom.app.playground;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.feature.ConvolutionLayer;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.SetupException;
import io.riskloom.engine.feature.Suggestion;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a set-up has no output, and the nearest one that has.
 *
 * @param changes what {@code nearest} changes, in words
 */
record Trouble(Notice reason, PlaygroundState nearest, List<Notice> changes) {

    static Trouble of(PlaygroundState state, SetupException refused) {
        PlaygroundState nearest = nearest(state, refused);
        return new Trouble(reason(state), nearest, changes(state, nearest));
    }

    /** Mends one thing after the other: groups, then padding, then sizes. */
    private static PlaygroundState nearest(PlaygroundState state, SetupException refused) {
        PlaygroundState mended = mend(state, refused);
        try {
            Working.of(mended);
            return mended;
        } catch (SetupException e) {
            if (mended.equals(state)) {
                throw new IllegalStateException("nothing near " + state, e);
            }
            return nearest(mended, e);
        }
    }

    private static PlaygroundState mend(PlaygroundState s, SetupException refused) {
        Convolving c = s.conv();
        if (s.mode() == PlaygroundState.Mode.SERIES) {
            int gaps = s.series().length() - 1;
            return s.withDilation((s.series().returns().columns() - 1) / gaps);
        }
        if (!s.pooling() && !s.grouped()) {
            return s.with(c.withGroups(
                    ConvolutionLayer.nearestGroups(s.inputs().count(), c.bank().count(), c.groups())));
        }
        Suggestion near =
                refused.suggestion().orElseThrow(() -> new IllegalStateException("no suggestion for " + s, refused));
        if (s.pooling()) {
            boolean padding = s.pool().padding() > mostPadding(s.pool());
            return s.with(
                    padding
                            ? s.pool().withPadding(near.padding())
                            : s.pool().withWindow(near.kernelRows(), near.kernelColumns()));
        }
        return s.with(c.with(c.bank().resized(near.kernelRows(), near.kernelColumns()))
                .withPadding(near.padding())
                .withDilation(near.dilation()));
    }

    private static int mostPadding(Pool pool) {
        return Math.min(pool.rows(), pool.columns()) / 2;
    }

    private static Notice reason(PlaygroundState s) {
        return switch (s.mode()) {
            case POOLING -> pooling(s);
            case SERIES ->
                Notice.of(
                        "playground.trouble.kernelColumns",
                        s.conv().dilation() * (s.series().length() - 1) + 1,
                        s.series().returns().columns());
            case CONVOLUTION, DENSE -> convolution(s);
        };
    }

    private static Notice pooling(PlaygroundState s) {
        Pool pool = s.pool();
        if (pool.padding() > mostPadding(pool)) {
            return Notice.of(
                    "playground.trouble.poolPadding", pool.padding(), pool.rows(), pool.columns(), mostPadding(pool));
        }
        int rows = s.inputs().rows() + 2 * pool.border();
        return pool.rows() > rows
                ? Notice.of("playground.trouble.windowRows", pool.rows(), rows)
                : Notice.of(
                        "playground.trouble.windowColumns",
                        pool.columns(),
                        s.inputs().columns() + 2 * pool.border());
    }

    private static Notice convolution(PlaygroundState s) {
        Convolving c = s.conv();
        if (!s.grouped()) {
            return Notice.of(
                    "playground.trouble.groups",
                    c.groups(),
                    s.inputs().count(),
                    c.bank().count());
        }
        int shorter = Math.min(s.inputs().rows(), s.inputs().columns());
        if (c.padMode() == PadMode.REFLECT && c.padding() >= shorter) {
            return Notice.of("playground.trouble.reflect", c.padding(), shorter);
        }
        int rows = s.inputs().rows() + 2 * c.padding();
        int spanRows = c.dilation() * (c.bank().rows() - 1) + 1;
        return spanRows > rows
                ? Notice.of("playground.trouble.kernelRows", spanRows, rows)
                : Notice.of(
                        "playground.trouble.kernelColumns",
                        c.dilation() * (c.bank().columns() - 1) + 1,
                        s.inputs().columns() + 2 * c.padding());
    }

    private static List<Notice> changes(PlaygroundState from, PlaygroundState to) {
        List<Notice> changes = new ArrayList<>();
        Convolving was = from.conv();
        Convolving is = to.conv();
        if (is.groups() != was.groups()) {
            changes.add(Notice.of("playground.offer.groups", is.groups()));
        }
        if (is.dilation() != was.dilation()) {
            changes.add(Notice.of("playground.offer.dilation", is.dilation()));
        }
        if (is.padding() != was.padding()) {
            changes.add(Notice.of("playground.offer.padding", is.padding()));
        }
        if (is.bank().rows() != was.bank().rows()
                || is.bank().columns() != was.bank().columns()) {
            changes.add(Notice.of(
                    "playground.offer.kernel", is.bank().rows(), is.bank().columns()));
        }
        if (to.pool().padding() != from.pool().padding()) {
            changes.add(Notice.of("playground.offer.padding", to.pool().padding()));
        }
        if (to.pool().rows() != from.pool().rows()
                || to.pool().columns() != from.pool().columns()) {
            changes.add(Notice.of(
                    "playground.offer.window", to.pool().rows(), to.pool().columns()));
        }
        return changes;
    }
}
