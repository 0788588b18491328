package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.explain.Effort;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.model.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A credit run whose reasons are asked for: its model and the applicants that it knows. Rows of the run's own data file are
 * those of its training, where rows without an outcome are left out; of any other file every row counts.
 */
record ExplainedRun(Library library, CreditScorer scorer, CreditSpec spec) {

    /** Part of the seed by which rows, orders and noise are drawn. */
    private static final int EXPLAINED = 6;

    /** @throws NoticeException {@code service.wrongModel} (model, task, question) for a model of another task */
    static ExplainedRun of(Library library, Requests.ModelRef model, String question) throws Exception {
        CreditScorer scorer = library.model(model, CreditScorer.class, question);
        if (model.spec() instanceof CreditSpec spec) {
            return new ExplainedRun(library, scorer, spec);
        }
        throw new NoticeException(Notice.of(
                "service.wrongModel", model.spec().model(), model.spec().task(), question));
    }

    Effort effort() {
        return Effort.of(spec);
    }

    long seed() {
        return Seeds.mix(spec.seed(), EXPLAINED);
    }

    /**
     * The run's own data.
     *
     * @throws NoticeException {@code explain.error.dataGone} (file), {@code explain.error.dataChanged} (file)
     */
    CreditBook own() throws Exception {
        String data = spec.data();
        if (!Files.exists(Path.of(data))) {
            throw new NoticeException(Notice.of("explain.error.dataGone", name(data)));
        }
        CreditBook book = library.trained(spec);
        String expected = scorer.trainedOn();
        if (!expected.isEmpty() && !expected.equals(book.source().sha256())) {
            throw new NoticeException(Notice.of("explain.error.dataChanged", name(data)));
        }
        return book;
    }

    /** Rows of {@link #own()} that the run has learnt from. */
    int[] training(CreditBook own) throws NoticeException {
        return Splits.rows(spec, own).train();
    }

    /**
     * Any file that the model can score.
     *
     * @throws NoticeException {@code explain.error.row} (row from 1, rows) for one that it does not have
     */
    CreditBook book(String data, int[] rows) throws Exception {
        CreditBook book = isOwn(data)
                ? own()
                : library.credit(data, spec, scorer.encoder().numeric()).book();
        for (int row : rows) {
            if (row < 0 || row >= book.size()) {
                throw new NoticeException(Notice.of("explain.error.row", row + 1, book.size()));
            }
        }
        return book;
    }

    /**
     * Applicants of the run's own file.
     *
     * @throws NoticeException {@code explain.error.notOwn} (file, the run's file), {@code explain.error.noRows}, or as
     *     {@link #book}
     */
    CreditBook applicants(String data, int[] rows) throws Exception {
        if (!isOwn(data)) {
            throw new NoticeException(Notice.of("explain.error.notOwn", name(data), name(spec.data())));
        }
        if (rows.length == 0) {
            throw new NoticeException(Notice.of("explain.error.noRows"));
        }
        return book(data, rows);
    }

    /**
     * Applicants of the run's own file, good and bad ones.
     *
     * @throws NoticeException {@code explain.error.oneClass} (applicants), or as {@link #applicants}
     */
    CreditBook judged(String data, int[] rows) throws Exception {
        CreditBook book = applicants(data, rows);
        boolean[] bad = book.bad();
        long count = IntStream.of(rows).filter(row -> bad[row]).count();
        if (count == 0 || count == rows.length) {
            throw new NoticeException(Notice.of("explain.error.oneClass", rows.length));
        }
        return book;
    }

    private boolean isOwn(String data) {
        return absolute(data).equals(absolute(spec.data()));
    }

    private static Path absolute(String file) {
        return Path.of(file).toAbsolutePath().normalize();
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }
}
