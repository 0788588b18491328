package io.riskloom.app.playground;

import io.riskloom.app.session.Dataset;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Something of the loaded prices that fits the input.
 *
 * @param last index of its last day
 */
record PriceWindow(PriceKind kind, PriceHistory history, int last) {

    static Optional<PriceHistory> history(Dataset dataset) {
        return dataset != null && dataset.imported() instanceof Imported.Prices prices
                ? Optional.of(prices.series().getFirst())
                : Optional.empty();
    }

    /** Nothing where no price file is loaded; what needs more days or columns than there are is left out. */
    static List<PriceWindow> of(Dataset dataset, int last) {
        return history(dataset).stream()
                .flatMap(history -> Arrays.stream(PriceKind.values())
                        .filter(kind -> kind.possible(history, last))
                        .map(kind -> new PriceWindow(kind, history, last)))
                .toList();
    }

    /** For the menu. */
    Notice label() {
        return Notice.of(kind.key(), history.symbol(), kind.days());
    }

    /** What it is and from which days. */
    Notice origin() {
        return Notice.of(
                kind.key() + ".origin",
                history.symbol(),
                kind.days(),
                Formats.day(history.dates().get(last - kind.days() + 1)),
                Formats.day(history.dates().get(last)));
    }

    PriceWindow upTo(int day) {
        return new PriceWindow(kind, history, day);
    }

    /** Puts it into a set-up; beside its picture only the returns of its last days stand. */
    PlaygroundState into(PlaygroundState state) {
        try {
            if (state.mode() == PlaygroundState.Mode.SERIES) {
                PriceWindow returns = new PriceWindow(PriceKind.RETURNS, history, last);
                Grid row = PriceKind.RETURNS.volume(history, last).at(0);
                List<String> days = history.dates().subList(last - row.columns() + 1, last + 1).stream()
                        .map(Formats::day)
                        .toList();
                return state.with(state.series().withReturns(row, days, Optional.of(returns)));
            }
            return state.withInputs(kind.volume(history, last), Optional.of(this));
        } catch (NoticeException e) {
            throw new IllegalStateException(kind + " was offered", e);
        }
    }
}
