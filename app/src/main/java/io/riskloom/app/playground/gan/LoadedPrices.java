package io.riskloom.app.playground.gan;

import io.riskloom.app.session.Dataset;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Source;
import java.util.Optional;

/** The loaded prices as what is real. */
final class LoadedPrices {

    private LoadedPrices() {}

    /**
     * Windows of the first series.
     *
     * @param dataset null before a file is loaded
     * @param days    of a window
     * @return empty where no prices are loaded
     */
    static Optional<Data> of(Dataset dataset, int days) {
        if (dataset == null || !(dataset.imported() instanceof Imported.Prices prices)) {
            return Optional.empty();
        }
        String series = prices.series().getFirst().symbol();
        return Optional.of(Data.paths(new Source(dataset.file().toString(), dataset.reading(), series), days));
    }
}
