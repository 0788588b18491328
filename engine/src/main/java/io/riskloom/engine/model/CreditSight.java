package io.riskloom.engine.model;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditGroups;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.feature.RowPicture;
import io.riskloom.engine.feature.StratifiedSplit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What the networks of a specification see of an applicant: one row of inputs, and how pictures and months lie in it. Fitted
 * on the rows that they learn: the training rows, and the validation rows where these are divided among several networks.
 *
 * @param book    without a column of groups
 * @param picture where a network sees pictures
 * @param history whether or not a network reads it; empty where the table tells of no months
 */
public record CreditSight(CreditBook book, CreditEncoder encoder, Optional<RowPicture> picture, CreditHistory history) {
    private static final int PICTURE = 6;

    /** As below, to its end. */
    public static CreditSight of(CreditSpec spec, CreditBook book, StratifiedSplit split) throws NoticeException {
        return of(spec, book, split, () -> false);
    }

    /**
     * @throws NoticeException {@code run.error.noHistory} (file) where the network reads months and the table has none, {@code
     *     run.error.wideForPicture} (inputs, most) where a network sees pictures and the table is too wide for them
     * @throws java.util.concurrent.CancellationException where it is stopped
     */
    public static CreditSight of(CreditSpec spec, CreditBook book, StratifiedSplit split, BooleanSupplier stopped)
            throws NoticeException {
        boolean grouped = spec.scheme().equals(Validation.GROUPED);
        CreditBook seen = grouped ? CreditGroups.without(book, spec.groups()) : book;
        int[] rows = fitted(spec, split);
        CreditEncoder encoder = CreditEncoder.fit(seen, rows, spec.codes().equals("yes"));
        CreditHistory history = CreditHistory.of(encoder);
        if (spec.seesHistory() && history.empty()) {
            throw new NoticeException(Notice.of(
                    "run.error.noHistory", Path.of(book.source().path()).getFileName()));
        }
        List<CreditSpec> members = CreditMembers.of(spec, !history.empty());
        boolean pictures = members.stream().anyMatch(CreditSpec::seesImages);
        if (pictures && encoder.width() > RowPicture.MOST_INPUTS) {
            throw new NoticeException(Notice.of("run.error.wideForPicture", encoder.width(), RowPicture.MOST_INPUTS));
        }
        Optional<RowPicture> picture = pictures
                ? Optional.of(RowPicture.fit(
                        encoder.encode(seen, rows), encoder.names(), Seeds.mix(spec.seed(), PICTURE), stopped))
                : Optional.empty();
        return new CreditSight(seen, encoder, picture, history);
    }

    private static int[] fitted(CreditSpec spec, StratifiedSplit split) {
        boolean several = spec.model().equals("ensemble") || spec.members() > 1;
        return several
                ? IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation()))
                        .sorted()
                        .toArray()
                : split.train();
    }
}
