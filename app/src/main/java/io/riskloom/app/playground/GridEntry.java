package io.riskloom.app.playground;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is typed and pasted into the grids, and why it was not taken. */
final class GridEntry {

    private final Supplier<PlaygroundState> now;
    private final Consumer<UnaryOperator<PlaygroundState>> change;
    private final ReadOnlyObjectWrapper<Optional<Notice>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());

    GridEntry(Supplier<PlaygroundState> now, Consumer<UnaryOperator<PlaygroundState>> change) {
        this.now = now;
        this.change = change;
    }

    /** Why what was typed or pasted last was not taken. */
    ReadOnlyObjectProperty<Optional<Notice>> refusal() {
        return refusal.getReadOnlyProperty();
    }

    void clear() {
        refusal.set(Optional.empty());
    }

    /** @return whether the text was a number */
    boolean typeInput(Place cell, String text) {
        return type(
                text,
                value -> change.accept(s -> s.input().at(cell.row(), cell.column()) == value
                        ? s
                        : s.withInput(s.input().with(cell.row(), cell.column(), value), Optional.empty())));
    }

    boolean typeKernel(Place cell, String text) {
        return type(text, value -> change.accept(s -> s.withKernel(s.kernel().with(cell.row(), cell.column(), value))));
    }

    boolean typeReturn(Place cell, String text) {
        return type(
                text,
                value -> change.accept(s -> {
                    Series series = s.series();
                    return series.returns().at(0, cell.column()) == value
                            ? s
                            : s.with(series.withReturns(
                                    series.returns().with(0, cell.column(), value), series.days(), Optional.empty()));
                }));
    }

    boolean typeSeriesKernel(Place cell, String text) {
        return type(
                text,
                value -> change.accept(
                        s -> s.with(s.series().withKernel(s.series().kernel().with(0, cell.column(), value)))));
    }

    boolean typeImageKernel(Place cell, String text) {
        return type(
                text,
                value -> change.accept(s -> s.with(
                        s.series().withImageKernel(s.series().imageKernel().with(cell.row(), cell.column(), value)))));
    }

    /** @param position among the flattened values */
    boolean typeWeight(int position, String text) {
        return type(
                text, value -> change.accept(s -> s.with(s.dense().with(s.look().kind(), position, value))));
    }

    /**
     * A block over the shown weights.
     *
     * @param position of its first cell among the flattened values
     * @param columns  of the map
     */
    void pasteWeights(int position, int columns, String text) {
        paste(
                text,
                Grid.LARGEST,
                block -> change.accept(s -> {
                    DenseEnd next = s.dense();
                    for (int row = 0; row < block.rows(); row++) {
                        for (int column = 0; column < Math.min(block.columns(), columns); column++) {
                            next = next.with(s.look().kind(), position + row * columns + column, block.at(row, column));
                        }
                    }
                    return s.with(next);
                }));
    }

    boolean typeBias(String text) {
        return type(text, value -> change.accept(s -> s.withBias(value)));
    }

    private boolean type(String text, DoubleConsumer taken) {
        double value;
        try {
            value = GridText.number(text);
        } catch (NumberFormatException e) {
            refusal.set(Optional.of(Notice.of("playground.type.notNumber", text.strip())));
            return false;
        }
        taken.accept(value);
        return true;
    }

    /** A block from a spreadsheet over the input from a cell on. */
    void pasteInput(Place cell, String text) {
        paste(text, Grid.LARGEST, block -> {
            Grid input = now.get().input().pasted(cell.row(), cell.column(), block);
            refuseBeyond(input, Grid.LARGEST);
            change.accept(s -> s.withInput(input, Optional.empty()));
        });
    }

    void pasteKernel(Place cell, String text) {
        paste(text, Convolving.MAX_KERNEL, block -> {
            Grid kernel = now.get().kernel().pasted(cell.row(), cell.column(), block);
            refuseBeyond(kernel, Convolving.MAX_KERNEL);
            change.accept(s -> s.withKernel(kernel));
        });
    }

    /** A row, or a column, over the returns from a day on; it must end with them. */
    void pasteReturns(Place cell, String text) {
        paste(text, Grid.LARGEST, block -> {
            Series series = now.get().series();
            Grid row = block.columns() == 1 ? block.transposed() : block;
            Grid returns = series.returns().pasted(0, cell.column(), row);
            int days = series.returns().columns();
            if (returns.rows() > 1 || returns.columns() > days) {
                throw new NoticeException(Notice.of("playground.paste.days", returns.rows(), returns.columns(), days));
            }
            change.accept(s -> s.with(s.series().withReturns(returns, series.days(), Optional.empty())));
        });
    }

    /** The block becomes the kernel of the returns. */
    void pasteSeriesKernel(String text) {
        paste(text, Convolving.MAX_KERNEL, block -> {
            Grid row = block.columns() == 1 ? block.transposed() : block;
            if (row.rows() > 1) {
                throw new NoticeException(
                        Notice.of("playground.paste.days", row.rows(), row.columns(), Convolving.MAX_KERNEL));
            }
            change.accept(s -> s.with(s.series().withKernel(row)));
        });
    }

    /** The block becomes the kernel of their picture. */
    void pasteImageKernel(String text) {
        paste(
                text,
                Convolving.MAX_KERNEL,
                block -> change.accept(s -> s.with(s.series().withImageKernel(block))));
    }

    /** The block becomes the whole input. */
    void replaceInput(String text) {
        if (now.get().mode() == PlaygroundState.Mode.SERIES) {
            pasteReturns(new Place(0, 0), text);
        } else {
            paste(text, Grid.LARGEST, block -> change.accept(s -> s.withInput(block, Optional.empty())));
        }
    }

    @FunctionalInterface
    private interface Taker {
        void take(Grid block) throws NoticeException;
    }

    private void paste(String text, int largest, Taker taker) {
        try {
            taker.take(GridText.parse(text, largest));
        } catch (NoticeException e) {
            refusal.set(Optional.of(e.notice()));
        }
    }

    private static void refuseBeyond(Grid grid, int largest) throws NoticeException {
        if (grid.rows() > largest || grid.columns() > largest) {
            throw new NoticeException(Notice.of("playground.paste.large", grid.rows(), grid.columns(), largest));
        }
    }
}
