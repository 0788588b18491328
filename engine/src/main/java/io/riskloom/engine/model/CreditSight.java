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

    /** @throws NoticeException {@code run.error.noHistory} (file) where the network reads months and the table has none */
    public static CreditSight of(CreditSpec spec, CreditBook book, StratifiedSplit split) throws NoticeException {
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
        Optional<RowPicture> picture = members.stream().anyMatch(CreditSpec::seesImages)
                ? Optional.of(RowPicture.fit(
                        encoder.encode(seen, rows), encoder.names(), Seeds.mix(spec.seed(), PICTURE)))
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
