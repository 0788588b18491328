package io.riskloom.engine.challenger;

import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.util.stream.Collectors;

/** Fits the plain models and says which stand and why others do not: {@link PlainCreditsTest} starts it. */
final class PlainCreditsMain {

    private PlainCreditsMain() {}

    public static void main(String[] args) throws NoticeException {
        PlainCredits plain =
                PlainCredits.fit(Loans.of(300, 1), Loans.rows(0, 300), Specs.defaults(CreditSpec.class, "loans.csv"));
        plain.fitted().forEach(model -> System.out.println("fitted " + model.name()));
        plain.leftOut()
                .forEach(left -> System.out.println(left.name() + " "
                        + left.reason().key() + " "
                        + left.reason().args().stream().map(String::valueOf).collect(Collectors.joining(" "))));
    }
}
