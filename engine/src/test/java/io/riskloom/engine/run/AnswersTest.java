package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Forecast;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final List<LocalDate> DAY = List.of(LocalDate.of(2024, 1, 2));

    /** A forecast of 100 two days ahead with a 90 % band of width 10 on the first and 20 on the second. */
    private static Answers forecast(double first, double high) {
        Forecast one = Forecast.ofCloses(
                DAY,
                new double[] {100},
                new double[][] {{first, 100}},
                new double[][] {{Double.NaN, 7}},
                new double[][] {{98, 96}},
                new double[][] {{102, 104}},
                new double[][] {{95, 90}},
                new double[][] {{105, high}});
        return Answers.of(new Details.OfForecast(one, one, DAY.getFirst(), null, null, null, Double.NaN));
    }

    private static Answers classes(double up) {
        return Answers.of(new Details.OfClassify(
                DAY,
                new double[] {up},
                new boolean[] {true},
                new double[][] {{1 - up, up}},
                new int[] {1},
                new double[1],
                new double[] {0.5, 0.5}));
    }

    @Test
    void anAnswerIsTheForecastAndItsBandsWithoutWhatCame() {
        assertEquals(1, forecast(100, 110).size());
        assertEquals(DAY, forecast(100, 110).days());
        assertEquals(
                List.of(100.0, 100.0, 98.0, 96.0, 102.0, 104.0, 95.0, 90.0, 105.0, 110.0),
                Arrays.stream(forecast(100, 110).rows()[0]).boxed().toList());
    }

    @Test
    void aForecastLiesFarFromAnotherByMoreThanAThousandthOfItsBand() {
        Answers shown = forecast(100, 110);
        assertFalse(forecast(100, 110).far(0, shown, 0));
        assertFalse(forecast(100.0099, 110).far(0, shown, 0));
        assertTrue(forecast(100.0111, 110).far(0, shown, 0));
        assertFalse(forecast(100, 110.0199).far(0, shown, 0), "a band of twenty two days ahead");
        assertTrue(forecast(100, 110.0211).far(0, shown, 0));
    }

    @Test
    void whatIsNotKnownIsTheSameOnlyWhereNeitherIs() {
        assertFalse(forecast(Double.NaN, 110).far(0, forecast(Double.NaN, 110), 0));
        assertTrue(forecast(Double.NaN, 110).far(0, forecast(100, 110), 0));
        assertTrue(forecast(100, 110).far(0, forecast(Double.NaN, 110), 0));
    }

    @Test
    void probabilitiesMayDifferByAThousandth() {
        assertFalse(classes(0.6009).far(0, classes(0.6), 0));
        assertTrue(classes(0.6011).far(0, classes(0.6), 0));
        assertTrue(classes(0.6).same(classes(0.6)));
        assertTrue(classes(0.6).changed(0, classes(Math.nextUp(0.6))));
        assertFalse(classes(0.6).same(classes(Math.nextUp(0.6))));
    }

    @Test
    void otherTasksHaveNoForecasts() {
        Details credit = new Details.OfCredit(new int[0], new double[0], new double[0], new boolean[0]);
        assertThrows(IllegalArgumentException.class, () -> Answers.of(credit));
    }
}
