package io.riskloom.app.playground;

import io.riskloom.app.text.Texts;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/** What typing into a grid does to the set-up, and what a screen reader says of the selected cell. */
final class GridEdits implements CellEditor.Listener {

    private final NumberGrid grid;
    private final Texts texts;
    private final String key;
    private final BiPredicate<Place, String> type;
    private final BiConsumer<Place, String> paste;
    private final Supplier<Grid> values;

    /** @param key of a text with rows, columns, row, column and value */
    GridEdits(
            NumberGrid grid,
            Texts texts,
            String key,
            BiPredicate<Place, String> type,
            BiConsumer<Place, String> paste,
            Supplier<Grid> values) {
        this.grid = grid;
        this.texts = texts;
        this.key = key;
        this.type = type;
        this.paste = paste;
        this.values = values;
    }

    @Override
    public boolean typed(Place cell, String text) {
        return type.test(cell, text);
    }

    @Override
    public void pasted(Place cell, String text) {
        paste.accept(cell, text);
    }

    @Override
    public String copied() {
        return GridText.of(values.get().values());
    }

    @Override
    public void selected(Optional<Place> cell) {
        Grid now = values.get();
        cell.ifPresent(c -> grid.say(texts.get(
                key, now.rows(), now.columns(), c.row(), c.column(), CellText.of(now.at(c.row(), c.column())))));
    }
}
