package io.riskloom.app.playground;

import io.riskloom.engine.data.Notice;
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
        Suggestion s = refused.suggestion()
                .orElseThrow(() -> new IllegalStateException("no suggestion for " + state, refused));
        PlaygroundState nearest = near(state, s);
        return new Trouble(reason(state), nearest, changes(state, nearest));
    }

    private static PlaygroundState near(PlaygroundState state, Suggestion s) {
        if (state.mode() == PlaygroundState.Mode.POOLING) {
            PlaygroundState.Pool pool = state.pool();
            return state.withPool(
                    new PlaygroundState.Pool(pool.kind(), s.kernelRows(), s.kernelColumns(), pool.stride()));
        }
        return state.withKernel(state.kernel().resized(s.kernelRows(), s.kernelColumns()))
                .withPadding(s.padding())
                .withDilation(s.dilation());
    }

    private static Notice reason(PlaygroundState s) {
        boolean pooling = s.mode() == PlaygroundState.Mode.POOLING;
        int shorter = Math.min(s.input().rows(), s.input().columns());
        if (!pooling && s.padMode() == PadMode.REFLECT && s.padding() >= shorter) {
            return Notice.of("playground.trouble.reflect", s.padding(), shorter);
        }
        int rows = s.input().rows() + 2 * s.border();
        int columns = s.input().columns() + 2 * s.border();
        if (s.spanRows() > rows) {
            String key = pooling ? "playground.trouble.windowRows" : "playground.trouble.kernelRows";
            return Notice.of(key, s.spanRows(), rows);
        }
        String key = pooling ? "playground.trouble.windowColumns" : "playground.trouble.kernelColumns";
        return Notice.of(key, s.spanColumns(), columns);
    }

    private static List<Notice> changes(PlaygroundState from, PlaygroundState to) {
        List<Notice> changes = new ArrayList<>();
        if (to.dilation() != from.dilation()) {
            changes.add(Notice.of("playground.offer.dilation", to.dilation()));
        }
        if (to.padding() != from.padding()) {
            changes.add(Notice.of("playground.offer.padding", to.padding()));
        }
        if (!to.kernel().equals(from.kernel())) {
            changes.add(Notice.of(
                    "playground.offer.kernel", to.kernel().rows(), to.kernel().columns()));
        }
        if (!to.pool().equals(from.pool())) {
            changes.add(Notice.of(
                    "playground.offer.window", to.pool().rows(), to.pool().columns()));
        }
        return changes;
    }
}
