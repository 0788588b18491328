package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Opened models and files that were read, the last few of each, so that pointing at one day after the other does not
 * read everything anew. A file that changed is read again. Used by the engine's one thread only.
 */
final class Library {

    private static final int MODELS = 4;
    private static final int FILES = 4;

    private final Work work;
    private final Shelf<ModelKey, TrainedModel> models = new Shelf<>(MODELS, TrainedModel::close);
    private final Shelf<FileKey, Imported> files = new Shelf<>(FILES, file -> {});
    private final Shelf<ApplicantsKey, Imported.Credit> applicants = new Shelf<>(FILES, file -> {});
    private final Shelf<TrainedKey, CreditBook> trained = new Shelf<>(FILES, book -> {});

    Library(Work work) {
        this.work = work;
    }

    private record ModelKey(Path folder, RunSpec spec, Stamp weights, Stamp description) {}

    private record FileKey(Stamp file, Reading reading) {}

    private record ApplicantsKey(Stamp file, Reading reading, Map<String, Boolean> numeric) {}

    private record TrainedKey(Stamp file, String task, Reading reading, String target, String groups) {}

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
        return switch (read(file, spec.readingOf(Path.of(file)))) {
            case Imported.Prices prices -> prices.seriesNamed(spec.series());
            case Imported.Credit credit -> throw new NoticeException(Notice.of("service.notPrices", name(file)));
        };
    }

    /** A series of a price file, the first where none is named. */
    PriceHistory prices(String file, Reading reading, String series) throws Exception {
        return switch (read(file, reading)) {
            case Imported.Prices prices -> prices.seriesNamed(series);
            case Imported.Credit credit -> throw new NoticeException(Notice.of("service.notPrices", name(file)));
        };
    }

    /** All series of a price file. */
    List<PriceHistory> all(String file, RunSpec spec) throws Exception {
        return switch (read(file, spec.readingOf(Path.of(file)))) {
            case Imported.Prices prices -> prices.series();
            case Imported.Credit credit -> throw new NoticeException(Notice.of("service.notPrices", name(file)));
        };
    }

    /**
     * All rows of a file of applicants, its columns corrected as those of the model's own data.
     *
     * @param numeric for each column that the model knows whether it holds numbers
     */
    Imported.Credit credit(String file, RunSpec spec, Map<String, Boolean> numeric) throws Exception {
        Path path = Path.of(file);
        Reading reading = spec.readingOf(path);
        ApplicantsKey key = new ApplicantsKey(Stamp.of(path), reading, numeric);
        return applicants.get(key, () -> switch (work.readForScoring(path, reading, numeric)) {
            case Imported.Credit credit -> credit;
            case Imported.Prices prices -> throw new NoticeException(Notice.of("service.notCredit", name(file)));
        });
    }

    /** The applicants of a credit run's own data file as it was read for its training. */
    CreditBook trained(CreditSpec spec) throws Exception {
        Stamp stamp = Stamp.of(Path.of(spec.data()));
        return trained.get(new TrainedKey(stamp, spec.task(), spec.reading(), spec.target(), spec.groups()), () -> {
            if (work.readForTraining(spec) instanceof Imported.Credit credit) {
                return credit.book();
            }
            throw new NoticeException(Notice.of("service.notCredit", name(spec.data())));
        });
    }

    /** As {@link #trained(CreditSpec)} of a run that needs no target. */
    CreditBook trained(AnomalySpec spec) throws Exception {
        Stamp stamp = Stamp.of(Path.of(spec.data()));
        return trained.get(new TrainedKey(stamp, spec.task(), spec.reading(), spec.target(), ""), () -> {
            if (work.readForTraining(spec) instanceof Imported.Credit credit) {
                return credit.book();
            }
            throw new NoticeException(Notice.of("service.notCredit", name(spec.data())));
        });
    }

    /** A file as it is read and corrected. */
    Imported read(String file, Reading reading) throws Exception {
        Path path = Path.of(file);
        return files.get(new FileKey(Stamp.of(path), reading), () -> work.read(path, reading));
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
