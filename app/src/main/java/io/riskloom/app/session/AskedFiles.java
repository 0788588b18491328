package io.riskloom.app.session;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files that are to be open, whether they are yet or not, in the order in which they were asked for; remembered by the
 * project, so that a window closed while files are still being read opens all of them again. On the JavaFX thread.
 */
final class AskedFiles {

    private final ShelfMemory memory;
    private final List<Path> order = new ArrayList<>();
    private final Set<Path> restored = new HashSet<>();
    private Path wanted;

    AskedFiles(ShelfMemory memory) {
        this.memory = memory;
    }

    void add(Path file) {
        restored.remove(file);
        if (!order.contains(file)) {
            order.add(file);
        }
        keep();
    }

    /** Puts a file where one stood that is lost. */
    void replace(Path lost, Path file) {
        int place = order.indexOf(lost);
        if (place >= 0 && !order.contains(file)) {
            order.set(place, file);
        } else {
            order.remove(lost);
        }
        add(file);
    }

    void remove(Path file) {
        order.remove(file);
        keep();
    }

    /** Says which file pages are to work on, null where none. */
    void want(Path file) {
        wanted = file;
        keep();
    }

    boolean wanted(Path file) {
        return file.equals(wanted);
    }

    boolean contains(Path file) {
        return order.contains(file);
    }

    int place(Path file) {
        return order.indexOf(file);
    }

    /** Whether a file was only opened again, behind the one shown, when the project was. */
    boolean behind(Path file) {
        return restored.contains(file) && !wanted(file);
    }

    /** Whether a file that could not be read is tried again at the next start, as its drive may be back by then. */
    boolean waits(Path file, Notice failure) {
        return restored.contains(file) && !failure.equals(Tasks.CANCELLED);
    }

    /**
     * Asks for what was asked for when the project was last used; files that are missing stay so while they stand among the
     * recent ones.
     *
     * @return those that are there; the one to show is wanted
     */
    List<Path> restore(ShelfMemory.Kept kept) {
        List<Path> recent = kept.recent().stream().map(RecentFile::file).toList();
        List<Path> there = new ArrayList<>(kept.opened());
        there.removeAll(kept.missing());
        kept.opened().stream()
                .filter(file -> there.contains(file) || recent.contains(file))
                .filter(file -> !order.contains(file))
                .forEach(order::add);
        restored.addAll(there);
        if (!there.isEmpty()) {
            want(kept.active().orElse(there.getFirst()));
        }
        return there;
    }

    private void keep() {
        memory.keep(order, wanted);
    }
}
