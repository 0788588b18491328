package io.riskloom.app.inside;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a run was tested on.
 *
 * @param days test days, oldest first; empty for applicants
 * @param rows of the test applicants, those with the highest score first; empty for prices
 */
record Tested(List<LocalDate> days, int[] rows) {

    /** Where a place stands to what the network was trained on. */
    enum Span {
        /** Before the first test day, or an applicant that was not tested: the network may have learned from it. */
        LEARNED,
        TEST,
        /** After the last day whose outcome was scored. */
        AFTER;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Tested of(Run run) {
        Details details = run.outcome() instanceof Outcome.Finished(Evaluation e) ? e.details() : null;
        return switch (details) {
            case Details.OfClassify d -> new Tested(d.origins(), new int[0]);
            case Details.OfForecast d -> new Tested(d.test().origins(), new int[0]);
            case Details.OfCredit d -> new Tested(List.of(), ranked(d.rows(), d.probabilityBad()));
            case null, default -> new Tested(List.of(), new int[0]);
        };
    }

    private static int[] ranked(int[] rows, double[] score) {
        return Arrays.stream(Ranks.descending(score)).map(i -> rows[i]).toArray();
    }

    /** The place to begin at: the last day whose outcome was scored, the riskiest applicant, else the last day or first row. */
    int start(Subject subject) {
        if (subject.applicants()) {
            return rows.length == 0 || subject.changed() ? 0 : rows[0];
        }
        int last =
                days.isEmpty() ? -1 : Collections.binarySearch(subject.history().dates(), days.getLast());
        return last >= 0 ? last : subject.size() - 1;
    }

    Span of(Subject subject, int place) {
        if (subject.applicants()) {
            return Arrays.stream(rows).anyMatch(row -> row == place) ? Span.TEST : Span.LEARNED;
        }
        LocalDate day = subject.history().dates().get(place);
        if (days.isEmpty() || day.isBefore(days.getFirst())) {
            return Span.LEARNED;
        }
        return day.isAfter(days.getLast()) ? Span.AFTER : Span.TEST;
    }
}
