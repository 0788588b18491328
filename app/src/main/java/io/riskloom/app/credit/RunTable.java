package io.riskloom.app.credit;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.session.Dataset;
import io.riskloom.app.session.Session;
import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import io.riskloom.engine.run.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The applicants' own values behind a run: read in the background when they are first looked at. */
final class RunTable {

    /**
     * @param features columns that the models saw
     * @param aside    columns that no model saw and that can be read nevertheless
     * @param lines    the 1-based line of the file of each row
     */
    record Table(List<CreditColumn> features, List<CreditColumn> aside, int[] lines) {

        /** Null where there is no such column. */
        CreditColumn column(String name) {
            return all().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
        }

        List<CreditColumn> all() {
            List<CreditColumn> all = new ArrayList<>(features);
            all.addAll(aside);
            return all;
        }
    }

    private final Session session;
    private final ChosenRun chosen;
    private final ReadOnlyObjectWrapper<Table> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private boolean wanted;

    RunTable(Session session, ChosenRun chosen) {
        this.session = session;
        this.chosen = chosen;
        chosen.run().subscribe(run -> {
            table.set(null);
            problem.set(null);
            reading.set(false);
            if (wanted) {
                read();
            }
        });
    }

    /** From now on the table of the run on show is read. */
    void want() {
        if (!wanted) {
            wanted = true;
            read();
        }
    }

    /** Null until it is there. */
    ReadOnlyObjectProperty<Table> table() {
        return table.getReadOnlyProperty();
    }

    /** Why there is no table; null where there is nothing to report. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    private void read() {
        Run run = chosen.run().get();
        if (run == null) {
            return;
        }
        reading.set(true);
        Dataset open = session.dataset().get();
        Path file = Path.of(run.spec().data());
        session.tasks()
                .run(
                        Notice.of("common.task.load", file.getFileName()),
                        item -> read(run, open),
                        found -> answer(run, () -> table.set(found)),
                        reason -> answer(run, () -> problem.set(reason)));
    }

    private void answer(Run run, Runnable use) {
        if (run == chosen.run().get()) {
            reading.set(false);
            use.run();
        }
    }

    private static Table read(Run run, Dataset open) throws NoticeException, IOException {
        Imported.Credit read = trained(run, open);
        Path file = held(run, open) ? open.file() : Path.of(run.spec().data());
        return new Table(read.book().features(), aside(read, file, run.spec()), read.lines());
    }

    /** The 1-based line of the file of each row of a run; none where the file cannot be read or is another by now. */
    static int[] lines(Run run, Dataset open) {
        try {
            return trained(run, open).lines();
        } catch (NoticeException | IOException e) {
            return new int[0];
        }
    }

    private static boolean held(Run run, Dataset open) {
        return open != null
                && open.imported().source().sha256().equals(run.provenance().dataSha256())
                && open.reading().equals(run.spec().reading());
    }

    private static Imported.Credit trained(Run run, Dataset open) throws NoticeException, IOException {
        Imported.Credit read = credit(held(run, open) ? open.imported() : Training.read(run.spec()), run.spec());
        if (!read.source().sha256().equals(run.provenance().dataSha256())) {
            throw new NoticeException(Notice.of(
                    "credit.explain.changed", Path.of(run.spec().data()).getFileName(), run.id()));
        }
        return read;
    }

    private static Imported.Credit credit(Imported imported, RunSpec spec) throws NoticeException {
        if (imported instanceof Imported.Credit credit) {
            return credit;
        }
        throw new NoticeException(
                Notice.of("service.notCredit", Path.of(spec.data()).getFileName()));
    }

    /** Columns set aside, such as a protected one that was left out, read as features; empty ones stay out. */
    private static List<CreditColumn> aside(Imported.Credit read, Path file, RunSpec spec)
            throws NoticeException, IOException {
        List<String> names = read.book().setAside();
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, String> roles = new HashMap<>(spec.reading().settings().roles());
        names.forEach(name -> roles.put(name, "feature"));
        Reading wider = spec.reading().with(read.report().used().withRoles(roles));
        CreditBook whole = credit(DataFile.read(file, wider), spec).book();
        return whole.size() != read.book().size()
                ? List.of()
                : whole.features().stream()
                        .filter(column -> names.contains(column.name()) && column.missing() < column.size())
                        .toList();
    }
}
