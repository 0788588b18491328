package io.riskloom.app.inside;

import io.riskloom.app.inside.Evidence.Kind;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.Inputs;
import io.riskloom.engine.inside.Occlusion;
import io.riskloom.engine.service.Requests.CoveredRequest;
import io.riskloom.engine.service.Requests.OcclusionRequest;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The answer while a part of the input is covered: under the mouse at once, everywhere on demand. */
final class OcclusionModel {

    /**
     * @param patch   that is covered; {@code null} for none
     * @param covered the answer then; NaN while it is not known
     * @param whole   the answer with nothing covered; NaN while it is not known
     */
    record Live(Seen seen, Patch patch, double covered, double whole) {}

    /** The answers with each part covered in turn, of the input that is on show. */
    record Whole(Seen seen, Occlusion occlusion) {}

    private static final List<Integer> SIDES = List.of(2, 4, 8, 16);
    /** Most sizes that are offered: the largest that fit. */
    private static final int OFFERED = 3;

    private static final List<Integer> DAYS = List.of(1, 5, 10);

    private final Looked looked;
    private final Latest<CoveredRequest, Double> covered;
    private final Latest<CoveredRequest, Double> plain;
    private final Latest<OcclusionRequest, Occlusion> map;
    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(8);
    private final ReadOnlyObjectWrapper<Patch> patch = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Whole> whole = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private boolean shown;

    OcclusionModel(Looked looked) {
        this.looked = looked;
        this.covered = new Latest<>(looked.session(), "inside.task.covered", r -> engine -> engine.covered(r));
        this.plain = new Latest<>(looked.session(), "inside.task.covered", r -> engine -> engine.covered(r));
        this.map = new Latest<>(looked.session(), "inside.task.occlusion", r -> engine -> engine.occlusion(r));
        looked.seen().addListener((o, was, is) -> moved(was, is));
        size.addListener((o, was, is) -> resize());
        covered.answer().addListener((o, was, is) -> join());
        plain.answer().addListener((o, was, is) -> join());
        map.answer().addListener((o, was, is) -> join());
        covered.problem().addListener((o, was, is) -> judge());
        plain.problem().addListener((o, was, is) -> judge());
        moved(null, looked.seen().get());
    }

    /** Cells a side, or days. */
    ObjectProperty<Integer> size() {
        return size;
    }

    /** What {@link #size} may be for what is on show. */
    List<Integer> sizes() {
        Seen seen = looked.seen().get();
        if (seen == null) {
            return List.of();
        }
        int rows = sight(seen).length;
        List<Integer> fit = (kind() == Kind.DAYS ? DAYS : SIDES)
                .stream().filter(side -> side <= rows / 2).toList();
        return fit.subList(Math.max(0, fit.size() - OFFERED), fit.size());
    }

    /** The cells a part of which can be covered: the picture, or days × features; none of an applicant whose network reads no picture. */
    static double[][] sight(Seen seen) {
        return Evidence.kind(seen.inputs()) == Kind.APPLICANT
                ? seen.inputs().picture()
                : seen.inputs().cells();
    }

    /** Whether parts can be covered one at a time. */
    boolean covers() {
        Seen seen = looked.seen().get();
        return seen != null && sight(seen).length > 1;
    }

    /** What is covered now; null for nothing. */
    ReadOnlyObjectProperty<Patch> patch() {
        return patch.getReadOnlyProperty();
    }

    /** The latest answer beside what is covered; null before there is an input. */
    ReadOnlyObjectProperty<Live> live() {
        return live.getReadOnlyProperty();
    }

    /** All answers for the input on show; null while they were not asked for. */
    ReadOnlyObjectProperty<Whole> whole() {
        return whole.getReadOnlyProperty();
    }

    /** Why the answer beside what is covered is not known; null where there is nothing to report. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    Latest<OcclusionRequest, Occlusion> map() {
        return map;
    }

    Kind kind() {
        return Evidence.kind(looked.seen().get().inputs());
    }

    void look(boolean now) {
        shown = now;
        if (!now) {
            map.cancel();
        }
        ask();
    }

    /** Covers the part around a cell; a fraction of a row or a column is a place within it. */
    void point(double row, double column) {
        if (!covers()) {
            return;
        }
        Patch here = fresh(0, 0);
        place(here.moved(
                (int) Math.floor(row - (here.high() - 1) / 2.0),
                (int) Math.floor(column - (here.wide() - 1) / 2.0),
                rows(),
                columns()));
    }

    /** Moves what is covered by some cells; from the middle where nothing is. */
    void move(int down, int right) {
        if (!covers()) {
            return;
        }
        if (patch.get() == null) {
            point(rows() / 2.0, columns() / 2.0);
        } else {
            place(patch.get().moved(down, right, rows(), columns()));
        }
    }

    /** Covers nothing. */
    void lift() {
        patch.set(null);
        covered.clear();
        join();
    }

    /** Covers every part in turn. */
    void askAll() {
        if (looked.ready() && looked.seen().get() != null) {
            map.ask(new OcclusionRequest(
                    looked.model(), looked.data(), looked.place().get(), size.get(), step()));
        }
    }

    /** Cells from one part to the next: half a side, so that they overlap. */
    private int step() {
        return Math.max(1, size.get() / 2);
    }

    private int rows() {
        return sight(looked.seen().get()).length;
    }

    private int columns() {
        return sight(looked.seen().get())[0].length;
    }

    private Patch fresh(int row, int column) {
        return new Patch(row, column, size.get(), kind() == Kind.DAYS ? 1 : size.get());
    }

    private void place(Patch next) {
        if (!next.equals(patch.get())) {
            patch.set(next);
            ask();
        }
    }

    private void resize() {
        if (patch.get() != null && looked.seen().get() != null) {
            place(fresh(patch.get().row(), patch.get().column()).moved(0, 0, rows(), columns()));
        }
        join();
    }

    private void moved(Seen was, Seen is) {
        if (is == null || was == null || was.run() != is.run()) {
            patch.set(null);
            covered.clear();
            plain.clear();
            map.cancel();
            map.clear();
        }
        if (is != null && !sizes().isEmpty() && !sizes().contains(size.get())) {
            size.set(sizes().get(sizes().size() / 2));
        }
        ask();
        join();
    }

    private void ask() {
        Seen seen = looked.seen().get();
        if (!shown || !looked.ready() || !covers()) {
            return;
        }
        plain.ask(question(seen, new Patch(0, 0, 0, 0)));
        if (patch.get() != null) {
            covered.ask(question(seen, patch.get()));
        }
    }

    private CoveredRequest question(Seen seen, Patch at) {
        return new CoveredRequest(looked.model(), looked.data(), seen.place(), at.row(), at.column(), at.high());
    }

    private void judge() {
        Notice part = covered.problem().get();
        problem.set(part == null ? plain.problem().get() : part);
    }

    private void join() {
        Seen seen = looked.seen().get();
        if (seen == null) {
            live.set(null);
            whole.set(null);
            return;
        }
        double all =
                plain.answer().get() == null || plain.answer().get().question().place() != seen.place()
                        ? Double.NaN
                        : plain.answer().get().answer();
        Patch at = patch.get();
        boolean known = at != null
                && covered.answer().get() != null
                && covered.answer().get().question().equals(question(seen, at));
        live.set(new Live(seen, at, known ? covered.answer().get().answer() : Double.NaN, all));
        OcclusionRequest asked =
                map.answer().get() == null ? null : map.answer().get().question();
        boolean same = asked != null
                && asked.place() == seen.place()
                && (kind() == Kind.APPLICANT || asked.size() == size.get());
        whole.set(same ? new Whole(seen, map.answer().get().answer()) : null);
    }

    /**
     * How much the answer rests on each cell: the mean, over the parts that cover it, of the whole answer less that with the part
     * covered; positive where the cell bears the answer up.
     */
    static double[][] effect(Whole whole) {
        Inputs inputs = whole.seen().inputs();
        Occlusion map = whole.occlusion();
        boolean days = Evidence.kind(inputs) == Kind.DAYS;
        int rows = inputs.cells().length;
        int columns = inputs.cells()[0].length;
        double[][] sums = new double[rows][columns];
        int[][] counts = new int[rows][columns];
        for (int i = 0; i < map.answers().length; i++) {
            for (int j = 0; j < map.answers()[i].length; j++) {
                int left = days ? j : j * map.step();
                int right = Math.min(columns, days ? j + 1 : left + map.size());
                double gain = map.answer() - map.answers()[i][j];
                for (int r = i * map.step(); r < Math.min(rows, i * map.step() + map.size()); r++) {
                    for (int c = left; c < right; c++) {
                        sums[r][c] += gain;
                        counts[r][c]++;
                    }
                }
            }
        }
        IntStream.range(0, rows * columns)
                .filter(at -> counts[at / columns][at % columns] > 0)
                .forEach(at -> sums[at / columns][at % columns] /= counts[at / columns][at % columns]);
        return sums;
    }
}
