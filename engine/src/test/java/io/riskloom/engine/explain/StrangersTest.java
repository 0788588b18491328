package io.riskloom.engine.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.explain.Strangeness.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrangersTest {

    private static CreditBook book(CreditColumn... columns) {
        Source source = new Source("loans.csv", "", columns[0].size());
        return new CreditBook("loans", List.of(columns), "", "", "", new boolean[0], List.of(), source);
    }

    private static final CreditColumn AGES = new CreditColumn.Numeric("age", new double[] {40, 80});
    private static final CreditColumn HOMES =
            new CreditColumn.Categorical("home", List.of("own", "rent"), new int[] {0, 1});

    /** 80 years are 4 deviations off, the home 2 inputs, the sum 2 deviations: 8 in all. */
    @Test
    void theColumnThatIsFarthestOffComesFirstWithWhatWasExpected() throws NoticeException {
        CreditColumn sums = new CreditColumn.Numeric("sum", new double[] {0, 2000.5});
        Strangeness strange = Strangers.of(new EchoDetector(), book(AGES, HOMES, sums), new int[] {1})
                .getFirst();
        assertEquals(1, strange.row());
        assertEquals(1, strange.score());
        assertEquals(3, strange.parts().size());
        assertEquals(new Part("age", "80", 0.5, "40"), rounded(strange.parts().get(0)));
        assertEquals(
                new Part("sum", "2000.5", 0.25, "0"), rounded(strange.parts().get(1)));
        assertEquals(
                new Part("home", "rent", 0.25, "own"), rounded(strange.parts().get(2)));
    }

    @Test
    void nothingIsStrangeWhereAllIsAsExpected() throws NoticeException {
        CreditColumn sums = new CreditColumn.Numeric("sum", new double[] {0, 0});
        Strangeness usual = Strangers.of(new EchoDetector(), book(AGES, HOMES, sums), new int[] {0})
                .getFirst();
        assertEquals(0, usual.score());
        usual.parts().forEach(part -> assertEquals(0, part.share(), part.column()));
    }

    @Test
    void aColumnThatTheFileLacksHasNoValue() throws NoticeException {
        List<Part> parts = Strangers.of(new EchoDetector(), book(AGES, HOMES), new int[] {1})
                .getFirst()
                .parts();
        Part sum = parts.stream()
                .filter(part -> part.column().equals("sum"))
                .findFirst()
                .orElseThrow();
        assertEquals("", sum.value());
    }

    private static Part rounded(Part part) {
        return new Part(part.column(), part.value(), Math.round(part.share() * 1e3) / 1e3, part.expected());
    }
}
