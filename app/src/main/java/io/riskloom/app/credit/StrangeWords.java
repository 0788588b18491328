package io.riskloom.app.credit;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.feature.CreditDecoder;
import java.util.stream.Collectors;

/** What is unusual about an applicant, in words. */
record StrangeWords(Texts texts) {

    /** Columns that are named beside an applicant. */
    private static final int NAMED = 3;

    /** Up to three columns that are farthest off. */
    String of(Strangeness one) {
        return one.parts().stream()
                .limit(NAMED)
                .filter(part -> part.share() > 0)
                .map(this::of)
                .collect(Collectors.joining(texts.chinese() ? "；" : "; "));
    }

    /** A column, its value and what the network expected, such as {@code credit_amount: 18424, expected 2517}. */
    String of(Strangeness.Part part) {
        String expected = expected(part);
        return expected.isEmpty() || part.expected().equals(part.value())
                ? texts.get("credit.anomaly.column", part.column(), value(part))
                : texts.get("credit.anomaly.column.expected", part.column(), value(part), expected);
    }

    String value(Strangeness.Part part) {
        return part.value().isEmpty() ? texts.get("credit.scorecard.bin.missing") : part.value();
    }

    /** Empty where it cannot be said. */
    String expected(Strangeness.Part part) {
        return part.expected().equals(CreditDecoder.MISSING)
                ? texts.get("credit.scorecard.bin.missing")
                : part.expected();
    }
}
