package io.riskloom.app.inside;

import io.riskloom.app.session.Dataset;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.run.Training;
import java.nio.file.Path;

/**
 * The prices of a run.
 *
 * @param path    of the file, for the engine
 * @param changed whether the file is not the one that the run was trained on
 */
record SeriesFile(PriceHistory history, String path, boolean changed) {

    /** Takes the loaded file where it is the run's, by its hash and its reading; else reads the run's own. */
    static SeriesFile of(Run run, Dataset loaded) throws Exception {
        String trained = run.provenance().dataSha256();
        boolean same = loaded != null
                && loaded.imported().source().sha256().equals(trained)
                && loaded.loaded().reading().equals(run.spec().reading());
        Path path = same ? loaded.file() : Path.of(run.spec().data());
        Imported imported = same ? loaded.imported() : Training.read(run.spec());
        if (imported instanceof Imported.Prices prices) {
            boolean changed = !imported.source().sha256().equals(trained);
            PriceHistory history = prices.find(run.spec().series())
                    .orElseThrow(() -> new NoticeException(Notice.of(
                            "inside.error.noSeries",
                            path.getFileName(),
                            run.spec().series())));
            return new SeriesFile(history, path.toString(), changed);
        }
        throw new NoticeException(Notice.of("inside.error.notPrices", path));
    }
}
