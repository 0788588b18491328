package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.ScoreBins;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CreditVintagesTest {

    private static List<String> labels(int applicants, int days) {
        return CreditVintages.of(details(applicants, days)).stream()
                .map(CreditVintages.Period::label)
                .toList();
    }

    /** As many applicants over as many days from November 2019 on. */
    private static Details.OfCredit details(int applicants, int days) {
        List<LocalDate> dates = IntStream.range(0, applicants)
                .mapToObj(i -> LocalDate.of(2019, 11, 1).plusDays((long) i * days / applicants))
                .toList();
        boolean[] bad = new boolean[applicants];
        double[] scores = new double[applicants];
        for (int i = 0; i < applicants; i++) {
            bad[i] = i % 3 == 0;
            scores[i] = (i % 10) / 10.0;
        }
        ScoreBins reference = new ScoreBins(new double[] {0.5}, new double[] {0.5, 0.5});
        return new Details.OfCredit(new int[applicants], scores, scores, bad, null, dates, null, reference, null);
    }

    @Test
    void periodsAreAsShortAsTheApplicantsAllow() {
        assertEquals(List.of("2019-11", "2019-12", "2020-01"), labels(300, 91));
        assertEquals(List.of("2019-Q4", "2020-Q1"), labels(120, 91));
        assertEquals(List.of("2019", "2020"), labels(60, 91));
        assertEquals(
                List.of("2019-Q4", "2020-Q1", "2020-Q2"), labels(10_000, 1500).subList(0, 3));
    }

    @Test
    void aPeriodIsJudgedByItsOwnApplicants() {
        CreditVintages.Period first = CreditVintages.of(details(300, 91)).getFirst();
        assertEquals(99, first.vintage().n(), "of 30 days");
        assertEquals(33, first.vintage().badRate().successes());
        assertEquals(0, first.vintage().psi(), 1e-3);
    }

    @Test
    void withoutDatesOrTrainingScoresThereIsNothingToShow() {
        double[] one = {0.5};
        assertEquals(List.of(), CreditVintages.of(new Details.OfCredit(new int[1], one, one, new boolean[] {true})));
        Details.OfCredit old = new Details.OfCredit(
                new int[1], one, one, new boolean[] {true}, null, List.of(LocalDate.of(2020, 1, 1)), null, null, null);
        assertEquals(List.of(), CreditVintages.of(old));
    }
}
