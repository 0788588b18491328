package io.riskloom.engine.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that is found in the samples. */
class SampleQualityTest {

    private static final Path SAMPLES = Path.of("../sample-data/src/main/resources/io/riskloom/samples");

    private static List<String> findings(String file) throws Exception {
        return Csv.findings(SAMPLES.resolve(file));
    }

    @Test
    void thereIsNothingToMendInTheIndex() throws Exception {
        // the four days of September 2001 and the crashes of 2008 and 2020 are history, not errors
        assertEquals(List.of(), findings("prices/SP500.csv"));
    }

    @Test
    void aWildIndexHasNeitherSplitsNorOutliers() throws Exception {
        assertEquals(List.of(), findings("prices/VIX.csv"));
    }

    @Test
    void fiveMonthlySeriesOfDifferentLengthAreWhole() throws Exception {
        assertEquals(List.of(), findings("prices/tech_monthly_long.csv"));
    }

    @Test
    void germanCreditIsClean() throws Exception {
        assertEquals(List.of(), findings("credit/german_credit.csv"));
    }

    @Test
    void barcelonaCreditRepeatsTwoApplicantsAndHasTwoDearGoods() throws Exception {
        // sort | uniq -d finds the two; 8800 and 11140 are over ten interquartile ranges of 574 above the rest
        assertEquals(
                List.of(
                        "NOTE duplicate[2, 0.045, 1024] [1024, 2931] LEAVE_OUT",
                        "NOTE outlier[Price, 2, 1117.25, 1691.5, 105, 11140] [144, 2706]"),
                findings("credit/barcelona_credit.csv"));
    }
}
