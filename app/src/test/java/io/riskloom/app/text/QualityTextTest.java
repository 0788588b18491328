package io.riskloom.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.Check;
import io.riskloom.engine.quality.Finding;
import io.riskloom.engine.quality.Fix;
import io.riskloom.engine.quality.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityTextTest {

    private static final Texts ENGLISH = new Texts(Texts.ENGLISH);
    private static final Texts CHINESE = new Texts(Texts.CHINESE);

    @Test
    void aSplitsDayAndRatioAreSaidAsTheFindingSaysThem() {
        Step four = new Step(Check.SPLIT, Fix.ADJUST, "messy", "", "2019-02-26 4");
        assertEquals("Prices before the split adjusted (2019-02-26, 4:1)", QualityText.of(four, false, ENGLISH));
        assertEquals("已对拆股前的价格复权（2019-02-26，4:1）", QualityText.of(four, false, CHINESE));
        Step merged = new Step(Check.SPLIT, Fix.ADJUST, "AAA", "", "2019-02-26 1:10");
        assertEquals("AAA: Prices before the split adjusted (2019-02-26, 1:10)", QualityText.of(merged, true, ENGLISH));
    }

    @Test
    void aStepNamesItsColumnOrTheWholeFile() {
        assertEquals(
                "Income: Missing cells filled with 3",
                QualityText.of(new Step(Check.MISSING, Fix.FILL_VALUE, "", "Income", "3"), false, ENGLISH));
        assertEquals(
                "Whole file: Rows left out (Duplicate rows)",
                QualityText.of(new Step(Check.DUPLICATE, Fix.LEAVE_OUT, "", "", ""), false, ENGLISH));
    }

    @Test
    void aFindingNamesItsSeriesWhereThereAreSeveral() {
        Finding future = new Finding(
                Check.FUTURE,
                Finding.Severity.SEVERE,
                "AAA",
                "",
                2,
                List.of(),
                Notice.of("quality.future", "AAA", 2, "2099-01-01", "2099-01-02"),
                List.of());
        String alone = "2 rows lie in the future, from 2099-01-01 to 2099-01-02. These are no observed prices.";
        assertEquals(alone, QualityText.of(future, false, ENGLISH));
        assertEquals("AAA: " + alone, QualityText.of(future, true, ENGLISH));
    }
}
