package io.riskloom.engine.explain;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import java.util.List;

/** Small books of applicants. */
final class Loans {

    static final double NA = Double.NaN;

    private Loans() {}

    static CreditBook book(boolean[] bad, CreditColumn... columns) {
        int rows = columns[0].size();
        return new CreditBook(
                "loans",
                List.of(columns),
                bad.length == 0 ? "" : "class",
                "good",
                "bad",
                bad,
                List.of(),
                new Source("folder/loans.csv", "", rows));
    }

    static CreditColumn numbers(String name, double... values) {
        return new CreditColumn.Numeric(name, values);
    }

    static CreditColumn levels(String name, List<String> levels, int... codes) {
        return new CreditColumn.Categorical(name, levels, codes);
    }
}
