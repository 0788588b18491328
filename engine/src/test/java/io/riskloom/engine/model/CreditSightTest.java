package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.StratifiedSplit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What networks see of tables that are too wide, or no longer asked for. */
class CreditSightTest {

    private static CreditBook book(int columns) {
        boolean[] bad = new boolean[60];
        IntStream.range(0, 60).forEach(i -> bad[i] = i % 3 == 0);
        List<CreditColumn> features = IntStream.range(0, columns)
                .mapToObj(c -> (CreditColumn) new CreditColumn.Numeric(
                        "c" + c,
                        IntStream.range(0, 60)
                                .mapToDouble(i -> (i * (c + 7)) % 11)
                                .toArray()))
                .toList();
        return new CreditBook("x", features, "y", "paid", "late", bad, List.of(), new Source("x.csv", "", 60));
    }

    private static CreditSight sight(String model, CreditBook book, boolean stopped) throws NoticeException {
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "x.csv"), "model", model);
        StratifiedSplit split = Splits.rows(spec, book);
        return CreditSight.of(spec, book, split, () -> stopped);
    }

    @Test
    void aTableThatIsTooWideForPicturesIsRefusedToThemOnly() throws NoticeException {
        CreditBook wide = book(1025);
        NoticeException refused = assertThrows(NoticeException.class, () -> sight("cnn", wide, false));
        assertEquals(Notice.of("run.error.wideForPicture", 1025, 1024), refused.notice());
        assertTrue(sight("mlp", wide, false).picture().isEmpty());
        assertEquals(1025, sight("mlp", wide, false).encoder().width());
    }

    @Test
    void placingThePixelsEndsOnceItIsNoLongerWanted() throws NoticeException {
        CreditBook narrow = book(9);
        assertThrows(CancellationException.class, () -> sight("cnn", narrow, true));
        assertEquals(3, sight("cnn", narrow, false).picture().orElseThrow().side());
    }
}
