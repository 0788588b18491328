package io.riskloom.app.train;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditGroups;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Validation;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How the table asked for last is encoded, about: by all of its rows, not only those of training, and of a large table by
 * every so many. For counting inputs; what a network sees is encoded as training does it.
 */
final class EncoderMemory {
    private static final int MOST_ROWS = 30_000;

    private record Choice(boolean codes, String left) {}

    private final Map<Choice, CreditEncoder> made = new HashMap<>();
    private CreditBook book;

    CreditEncoder of(CreditSpec spec, CreditBook asked) {
        String left = spec.scheme().equals(Validation.GROUPED) ? spec.groups() : "";
        return of(asked, new Choice(spec.codes().equals("yes"), left));
    }

    /** With all columns and without codes as categories. */
    CreditEncoder of(CreditBook asked) {
        return of(asked, new Choice(false, ""));
    }

    private synchronized CreditEncoder of(CreditBook asked, Choice wanted) {
        if (book != asked) {
            made.clear();
            book = asked;
        }
        return made.computeIfAbsent(wanted, choice -> fit(asked, choice));
    }

    private static CreditEncoder fit(CreditBook book, Choice choice) {
        CreditBook seen = choice.left().isEmpty() ? book : CreditGroups.without(book, choice.left());
        int step = Math.ceilDiv(Math.max(1, book.size()), MOST_ROWS);
        int[] rows = IntStream.range(0, Math.ceilDiv(book.size(), step))
                .map(i -> i * step)
                .toArray();
        return CreditEncoder.fit(seen, rows, choice.codes());
    }
}
