package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.feature.CreditHistory;
import io.riskloom.engine.feature.StratifiedSplit;
import io.riskloom.engine.model.CreditMembers;
import io.riskloom.engine.model.CreditSight;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Specs;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows each network of a credit model learns and keeps out, and with what settings. */
class CreditPartsTest {
    private static final CreditSpec SPEC = Specs.defaults(CreditSpec.class, "toy.csv");
    private static final int ROWS = 100;

    /** Every fourth row is bad; the last 20 are for the test. */
    private static CreditCases cases(int[] groups) {
        boolean[] bad = new boolean[ROWS];
        for (int i = 0; i < ROWS; i += 4) {
            bad[i] = true;
        }
        CreditBook book = new CreditBook(
                "toy",
                List.of(new CreditColumn.Numeric("age", new double[ROWS])),
                "class",
                "good",
                "bad",
                bad,
                List.of(),
                new Source("toy.csv", "toy", ROWS));
        StratifiedSplit split = new StratifiedSplit(rows(0, 60), rows(60, 80), rows(80, 100));
        CreditSight sight = new CreditSight(
                book, CreditEncoder.fit(book, rows(0, 60)), Optional.empty(), CreditHistory.of(List.of("age")));
        return new CreditCases(sight, bad, groups, split);
    }

    private static int[] rows(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    @Test
    void oneNetworkLearnsTheTrainingRowsAndKeepsTheValidationRowsOut() {
        List<CreditParts.Part> parts = CreditParts.of(SPEC, cases(new int[0]), 1);
        assertEquals(1, parts.size());
        assertArrayEquals(rows(0, 60), parts.getFirst().learns());
        assertArrayEquals(rows(60, 80), parts.getFirst().keeps());
    }

    @Test
    void fiveNetworksKeepEachRowOutOnceWithTheSameShareOfBad() {
        CreditCases cases = cases(new int[0]);
        List<CreditParts.Part> parts = CreditParts.of(SPEC, cases, 5);
        int[] all = parts.stream()
                .flatMapToInt(part -> Arrays.stream(part.keeps()))
                .sorted()
                .toArray();
        assertArrayEquals(rows(0, 80), all, "and no row of the test");
        for (CreditParts.Part part : parts) {
            assertEquals(16, part.keeps().length);
            assertEquals(
                    4,
                    Arrays.stream(part.keeps()).filter(row -> cases.bad()[row]).count());
            Set<Integer> both = new HashSet<>();
            Arrays.stream(part.learns()).forEach(both::add);
            Arrays.stream(part.keeps()).forEach(both::add);
            assertEquals(80, both.size());
            assertEquals(64, part.learns().length);
        }
    }

    @Test
    void twoNetworksKeepOutAFifthEachWhereThatIsTheValidationShare() {
        List<CreditParts.Part> parts = CreditParts.of(SPEC, cases(new int[0]), 2);
        Set<Integer> kept = new HashSet<>();
        parts.forEach(part -> Arrays.stream(part.keeps()).forEach(kept::add));
        assertEquals(32, kept.size());
        assertEquals(16, parts.getFirst().keeps().length);
    }

    @Test
    void rowsOfAGroupStayTogether() {
        int[] groups = IntStream.range(0, ROWS).map(i -> i / 2).toArray();
        for (CreditParts.Part part : CreditParts.of(SPEC, cases(groups), 4)) {
            Set<Integer> out = new HashSet<>();
            Arrays.stream(part.keeps()).forEach(row -> out.add(groups[row]));
            assertTrue(Arrays.stream(part.learns()).noneMatch(row -> out.contains(groups[row])));
        }
    }

    @Test
    void anEnsembleHasNetworksOfEachKindWithTheirOwnSettings() {
        CreditSpec spec = Specs.with(SPEC, Map.of("model", "ensemble", "table", "large"));
        List<CreditSpec> members = CreditMembers.of(spec, true);
        assertEquals(
                List.of("mlp", "mlp", "resnet", "gru"),
                members.stream().map(CreditSpec::model).toList());
        assertEquals(
                List.of(512, 512, 256, 512),
                members.stream().map(CreditSpec::batch).toList());
        assertTrue(members.stream().allMatch(member -> member.epochs() == spec.epochs()));
        assertEquals(3, CreditMembers.of(spec, false).size());
        assertEquals(3, CreditMembers.of(Specs.with(SPEC, "members", 3), false).size());
    }
}
