package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.TrainedModel;
import java.nio.file.Path;

/**
 * Opened models and files that were read, the last few of each, so that pointing at one day after the other does not
 * read everything anew. A file that changed is read again. Used by the engine's one thread only.
 */
final class Library {

    private static final int MODELS = 4;
    private static final int FILES = 4;

    private final Work work;
    private final Shelf<ModelKey, TrainedModel> models = new Shelf<>(MODELS, TrainedModel::close);
    private final Shelf<Stamp, Imported> files = new Shelf<>(FILES, file -> {});
    private final Shelf<Stamp, Imported> applicants = new Shelf<>(FILES, file -> {});

    Library(Work work) {
        this.work = work;
    }

    private record ModelKey(Path folder, RunSpec spec, Stamp weights, Stamp description) {}

    /**
     * The opened model, of the type that the question needs.
     *
     * @throws NoticeException {@code service.wrongModel} for a model of another task
     */
    <M> M model(Requests.ModelRef ref, Class<M> type, String question) throws Exception {
        TrainedModel model = model(ref);
        if (!type.isInstance(model)) {
            throw new NoticeException(Notice.of(
                    "service.wrongModel", ref.spec().model(), ref.spec().task(), question));
        }
        return type.cast(model);
    }

    TrainedModel model(Requests.ModelRef ref) throws Exception {
        Path folder = Path.of(ref.folder()).toAbsolutePath().normalize();
        Stamp weights = Stamp.of(folder.resolve("weights.safetensors"));
        Stamp description = Stamp.of(folder.resolve("model.json"));
        return models.get(new ModelKey(folder, ref.spec(), weights, description), () -> work.load(ref));
    }

    /** The series named in the spec. */
    PriceHistory prices(String file, RunSpec spec) throws Exception {
        return switch (read(file)) {
            case Imported.Prices prices -> prices.seriesNamed(spec.series());
            case Imported.Credit credit -> throw new NoticeException(Notice.of("service.notPrices", name(file)));
        };
    }

    CreditBook credit(String file) throws Exception {
        Path path = Path.of(file);
        return switch (applicants.get(Stamp.of(path), () -> work.readForScoring(path))) {
            case Imported.Credit credit -> credit.book();
            case Imported.Prices prices -> throw new NoticeException(Notice.of("service.notCredit", name(file)));
        };
    }

    private Imported read(String file) throws Exception {
        Path path = Path.of(file);
        return files.get(Stamp.of(path), () -> work.read(path));
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    /** Closes the models of a folder that is about to be written. */
    void forget(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        models.removeIf(key -> key.folder().equals(absolute));
    }

    void close() {
        models.removeIf(key -> true);
    }
}
