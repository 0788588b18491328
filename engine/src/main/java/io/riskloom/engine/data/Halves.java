package io.riskloom.engine.data;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The one strict pass over a long body, in two halves at once. The first half is read from its true start; where it ends at a
 * row's end, the second began at one, so that no quotation mark needs to be looked for beforehand.
 */
final class Halves {

    /** Shorter bodies, in bytes, are read by one thread. */
    static final int WORTHWHILE = 1 << 22;

    private final int worthwhile;
    private final Opened opened;
    private final ColumnPlans layout;
    private final Progress progress;

    /** @param worthwhile bytes of a body from which on it is read in halves */
    Halves(int worthwhile, Opened opened, ColumnPlans layout, Progress progress) {
        this.worthwhile = worthwhile;
        this.opened = opened;
        this.layout = layout;
        this.progress = progress;
    }

    /**
     * @param expected rows, roughly
     * @return empty where a cell or a row contradicts the layout
     */
    Optional<Filler> fill(int expected) throws DataException {
        Frame frame = opened.frame();
        int middle = frame.end() - frame.start() < worthwhile ? -1 : rowStart(frame);
        if (middle < 0) {
            Filler filler = new Filler(opened, layout, expected);
            return filler.fill(opened.body(progress, 0, 1), true) ? Optional.of(filler) : Optional.empty();
        }
        Opened rest = opened.part(frame.from(middle));
        FutureTask<Optional<Filler>> second = new FutureTask<>(() -> strictly(rest, Progress.NONE, expected / 2 + 64));
        Thread.ofPlatform().daemon().name("csv-second-half").start(second);
        Opened start = opened.part(frame.endingAt(middle, frame.warnings()));
        Optional<Filler> first = strictly(start, progress, expected / 2 + 64);
        Optional<Filler> last = await(second);
        return first.filter(f -> last.isPresent() && f.append(last.get()));
    }

    private Optional<Filler> strictly(Opened part, Progress told, int expected) throws DataException {
        Filler filler = new Filler(opened, layout, expected);
        try {
            return filler.fill(part.body(told, 0, 1), true) ? Optional.of(filler) : Optional.empty();
        } catch (DataException e) {
            if (e.notice().key().equals("data.error.cancelled")) {
                throw e;
            }
            return Optional.empty(); // the patient pass finds it again and names its line
        }
    }

    /** The byte behind the first line feed in the second half, -1 without one. */
    private int rowStart(Frame frame) {
        byte[] bytes = opened.text().bytes();
        int i = frame.start() + (frame.end() - frame.start()) / 2;
        while (i < frame.end() && bytes[i] != '\n') {
            i++;
        }
        return i + 1 < frame.end() ? i + 1 : -1;
    }

    private static Optional<Filler> await(FutureTask<Optional<Filler>> second) throws DataException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return second.get();
                } catch (InterruptedException e) {
                    interrupted = true; // the half is short; who interrupts is told afterwards
                } catch (ExecutionException e) {
                    switch (e.getCause()) {
                        case DataException refusal -> throw refusal;
                        case RuntimeException failure -> throw failure;
                        case Error error -> throw error;
                        default -> throw new IllegalStateException(e.getCause());
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
