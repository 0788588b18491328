package io.riskloom.app.playground;

import io.riskloom.app.session.Dataset;
import io.riskloom.engine.data.PriceHistory;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;

/** What the loaded prices offer as input, and of which days it is taken. */
final class Prices {

    private final ObservableValue<Dataset> dataset;
    private final Supplier<PlaygroundState> now;
    private final Consumer<UnaryOperator<PlaygroundState>> change;

    Prices(
            ObservableValue<Dataset> dataset,
            Supplier<PlaygroundState> now,
            Consumer<UnaryOperator<PlaygroundState>> change) {
        this.dataset = dataset;
        this.now = now;
        this.change = change;
    }

    void take(PriceWindow window) {
        change.accept(window::into);
    }

    /** What can be taken from the loaded prices, up to a day. */
    List<PriceWindow> windows(int last) {
        return PriceWindow.of(dataset.getValue(), last);
    }

    /** The last day of what was taken, else of the loaded prices; −1 where there are none. */
    int lastDay() {
        PlaygroundState s = now.get();
        Optional<PriceWindow> taken =
                s.mode() == PlaygroundState.Mode.SERIES ? s.series().source() : s.source();
        Optional<PriceHistory> loaded = PriceWindow.history(dataset.getValue());
        return taken.filter(window -> loaded.equals(Optional.of(window.history())))
                .map(PriceWindow::last)
                .orElseGet(() -> loaded.map(PriceHistory::size).orElse(0) - 1);
    }

    /** The same of other days; where nothing was taken yet, a Gramian field. Days too early for it stay as they are. */
    void takeUpTo(int last) {
        if (last == lastDay()) {
            return;
        }
        PlaygroundState s = now.get();
        PriceKind kind = s.mode() == PlaygroundState.Mode.SERIES
                ? PriceKind.RETURNS
                : s.source().map(PriceWindow::kind).orElse(PriceKind.GASF);
        PriceWindow.history(dataset.getValue()).ifPresent(history -> {
            int day = Math.clamp(last, Math.min(kind.days(), history.size()) - 1, history.size() - 1);
            if (kind.possible(history, day)) {
                take(new PriceWindow(kind, history, day));
            }
        });
    }
}
