package io.riskloom.app.inside;

import io.riskloom.app.session.Dataset;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.run.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The data of a run, any place of which can be looked at: windows of prices by their last day, or applicants by their row.
 *
 * @param path    of the file, for the engine
 * @param history null for applicants
 * @param lines   of applicants, the 1-based line of the file of each
 * @param ids     of applicants, what a column that no model sees calls each; empty where there is none
 * @param first   place that has a whole window behind it
 * @param size    place after the last
 * @param changed whether the file is not the one that the run was trained on
 */
record Subject(
        Run run,
        String path,
        PriceHistory history,
        int[] lines,
        List<String> ids,
        int first,
        int size,
        boolean changed) {

    /** Takes the loaded file where it is the run's, by its hash and its reading; else reads the run's own. */
    static Subject of(Run run, Dataset loaded) throws NoticeException, IOException {
        String trained = run.provenance().dataSha256();
        boolean same = loaded != null
                && loaded.imported().source().sha256().equals(trained)
                && loaded.loaded().reading().equals(run.spec().reading());
        Path path = same ? loaded.file() : Path.of(run.spec().data());
        Imported imported = same ? loaded.imported() : Training.read(run.spec());
        boolean changed = !imported.source().sha256().equals(trained);
        return switch (imported) {
            case Imported.Prices prices -> ofPrices(run, path, prices, changed);
            case Imported.Credit credit -> ofApplicants(run, path, credit, changed);
        };
    }

    private static Subject ofPrices(Run run, Path path, Imported.Prices prices, boolean changed)
            throws NoticeException {
        int window = window(run.spec());
        if (window == 0) {
            throw new NoticeException(Notice.of("inside.error.notApplicants", path));
        }
        PriceHistory history = prices.find(run.spec().series())
                .orElseThrow(() -> new NoticeException(Notice.of(
                        "inside.error.noSeries", path.getFileName(), run.spec().series())));
        if (history.size() < window) {
            throw new NoticeException(Notice.of("inside.error.short", path, history.size(), window));
        }
        return new Subject(run, path.toString(), history, new int[0], List.of(), window - 1, history.size(), changed);
    }

    private static Subject ofApplicants(Run run, Path path, Imported.Credit credit, boolean changed)
            throws NoticeException, IOException {
        if (window(run.spec()) > 0) {
            throw new NoticeException(Notice.of("inside.error.notPrices", path));
        }
        List<String> ids = ApplicantIds.read(credit, path, run.spec());
        return new Subject(
                run,
                path.toString(),
                null,
                credit.lines(),
                ids,
                0,
                credit.book().size(),
                changed);
    }

    /** Days that the run's network sees, 0 where it sees applicants. */
    static int window(RunSpec spec) {
        return switch (spec) {
            case ClassifySpec s -> s.window();
            case ForecastSpec s -> s.window();
            default -> 0;
        };
    }

    int window() {
        return window(run.spec());
    }

    boolean applicants() {
        return history == null;
    }

    /** The place of an applicant that is called so: its row as people count it, else its id; −1 where there is none. */
    int find(String words) {
        String name = words.strip();
        int row = ids.indexOf(name);
        if (name.matches("\\d{1,9}") && row < 0) {
            row = Integer.parseInt(name) - 1;
        }
        return row < size ? row : -1;
    }
}
