package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.HeldOut;
import io.riskloom.engine.feature.Span;
import io.riskloom.engine.feature.StratifiedSplit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SplitsTest {

    private static final ForecastSpec FORECAST = Specs.defaults(ForecastSpec.class, "SP500.csv");
    private static final CreditSpec CREDIT = Specs.defaults(CreditSpec.class, "german_credit.csv");

    private static <S extends RunSpec> S with(S spec, Object... settings) {
        S changed = spec;
        for (int i = 0; i < settings.length; i += 2) {
            changed = Specs.with(changed, (String) settings[i], settings[i + 1]);
        }
        return changed;
    }

    @Test
    void aHoldOutIsCutOnceWhateverItsFold() throws NoticeException {
        DateSplit split = Splits.days(FORECAST, 1000);
        assertEquals(DateSplit.of(1000, 60, 20, 0.15, 0.2), split);
        assertEquals(split, Splits.days(with(FORECAST, "fold", 9), 1000));
        assertEquals(List.of(split), Splits.dayFolds(FORECAST, 1000));
        assertEquals(
                30,
                Splits.days(with(FORECAST, "embargo", 10), 1000).test().first()
                        - Splits.days(with(FORECAST, "embargo", 10), 1000)
                                .validation()
                                .last()
                        - 1);
    }

    @Test
    void eachTaskIsCutWithItsOwnLabels() throws NoticeException {
        DateSplit generate = Splits.days(Specs.defaults(GenerateSpec.class, "SP500.csv"), 1000);
        assertEquals(new Span(256, 702), generate.train());
        assertEquals(new Span(703, 776), generate.validation());
        assertEquals(new Span(777, 999), generate.test());
        DateSplit classify = Splits.days(Specs.defaults(ClassifySpec.class, "SP500.csv"), 1000);
        assertEquals(DateSplit.of(1000, 64, 5, 0.15, 0.2), classify);
        assertThrows(IllegalArgumentException.class, () -> Splits.days(CREDIT, 1000));
    }

    @Test
    void aFoldIsThatOfTheWholeStudy() throws NoticeException {
        ForecastSpec study = with(FORECAST, "scheme", "sliding", "folds", 4);
        List<DateSplit> all = Splits.dayFolds(study, 2000);
        assertEquals(4, all.size());
        for (int fold = 1; fold <= 4; fold++) {
            DateSplit split = Splits.days(with(study, "fold", fold), 2000);
            assertEquals(all.get(fold - 1), split);
            assertEquals(
                    split.validation().last(), HeldOut.of(split).calibration().last());
        }
        assertEquals(Notice.of("run.error.fold", 5, 4), refusal(() -> Splits.days(with(study, "fold", 5), 2000)));
        assertEquals(Notice.of("run.error.study", 4), refusal(() -> Splits.days(study, 2000)));
        assertEquals(
                Notice.of("run.error.study", 3),
                refusal(() -> Splits.days(with(study, "fold", 1, "repeats", 3), 2000)));
    }

    /** The forecast's validation span must hold both halves, so that one number is told at once. */
    @Test
    void aForecastIsToldTheRowsForItsBandsAsWell() throws NoticeException {
        Notice notice = refusal(() -> Splits.days(FORECAST, 100));
        assertEquals("data.error.tooShort", notice.key());
        int needed = Integer.parseInt(notice.args().get(1));
        assertEquals(40, Splits.days(FORECAST, needed).validation().size());
        assertEquals(
                String.valueOf(needed),
                refusal(() -> Splits.days(FORECAST, needed - 1)).args().get(1));
    }

    /** 1,259 days are five years. */
    @Test
    void aFoldOfPicturesIsJudgedOnTenWindowsOrRefused() throws NoticeException {
        ClassifySpec folds = with(Specs.defaults(ClassifySpec.class, "SP500.csv"), "scheme", "expanding");
        for (DateSplit fold : Splits.dayFolds(folds, 1259)) {
            assertTrue(fold.test().days(5).length >= 10, "test " + fold.test());
            assertTrue(fold.validation().days(5).length >= 10, "validation " + fold.validation());
        }
        for (ClassifySpec thin :
                List.of(with(folds, "folds", 20), with(folds, "horizon", 20), with(folds, "stride", 60))) {
            Notice notice = refusal(() -> Splits.dayFolds(thin, 1259));
            assertEquals("data.error.tooShortFolds", notice.key());
            int needed = Integer.parseInt(notice.args().get(1));
            for (DateSplit fold : Splits.dayFolds(thin, needed)) {
                assertTrue(fold.test().days(thin.horizon()).length >= 10, "test " + fold.test());
                assertTrue(fold.validation().days(thin.stride()).length >= 10, "validation " + fold.validation());
                assertTrue(fold.train().days(thin.stride()).length >= 10, "training " + fold.train());
            }
        }
        assertEquals(
                1,
                Splits.dayFolds(with(folds, "scheme", "holdout", "stride", 60), 1259)
                        .size());
    }

    /** Each half of the validation span too: one chooses the epoch. */
    @Test
    void aFoldOfAForecasterLearnsFromTenWindowsAndStopsOnTen() throws NoticeException {
        ForecastSpec folds = with(FORECAST, "model", "cnn", "scheme", "expanding", "folds", 3, "stride", 20);
        Notice notice = refusal(() -> Splits.dayFolds(folds, 1259));
        assertEquals("data.error.tooShortFolds", notice.key());
        int needed = Integer.parseInt(notice.args().get(1));
        for (DateSplit fold : Splits.dayFolds(folds, needed)) {
            assertTrue(HeldOut.of(fold).choice().days(20).length >= 10, "choice " + fold.validation());
            assertTrue(fold.train().days(20).length >= 10, "training " + fold.train());
        }
        assertEquals(
                5,
                Splits.dayFolds(with(FORECAST, "scheme", "expanding", "model", "cnn"), 5000)
                        .size());
    }

    /** Of one window a batch norm has no variance and a standard deviation is zero. */
    @Test
    void aHoldOutOfAForecasterLearnsFromTwoWindowsAtLeast() throws NoticeException {
        ForecastSpec thin = with(
                FORECAST,
                "model",
                "resnet18",
                "stride",
                60,
                "validationShare",
                0.4,
                "testShare",
                0.4,
                "horizon",
                1,
                "window",
                16);
        Notice notice = refusal(() -> Splits.days(thin, 200));
        assertEquals("data.error.tooShort.shares", notice.key());
        int needed = Integer.parseInt(notice.args().get(1));
        assertEquals(2, Splits.days(thin, needed).train().days(60).length);
        assertEquals(61, Splits.days(thin, needed).train().size());
    }

    @Test
    void aFoldOfReturnsIsJudgedOnSixtyOrRefused() throws NoticeException {
        GenerateSpec folds = with(Specs.defaults(GenerateSpec.class, "SP500.csv"), "scheme", "sliding");
        assertTrue(Splits.dayFolds(folds, 1259).stream()
                .allMatch(fold -> fold.test().size() >= 60));
        Notice notice = refusal(() -> Splits.dayFolds(with(folds, "folds", 10), 1259));
        assertEquals("data.error.tooShortFolds", notice.key());
        int needed = Integer.parseInt(notice.args().get(1));
        assertEquals(
                60,
                Splits.dayFolds(with(folds, "folds", 10), needed)
                        .getLast()
                        .test()
                        .size());
    }

    /** The shortest series that can be cut. */
    private static DateSplit least(GenerateSpec spec) throws NoticeException {
        return Splits.days(
                spec,
                Integer.parseInt(refusal(() -> Splits.days(spec, 80)).args().get(1)));
    }

    @Test
    void aCriticFindsAWindowForEachOfItsSteps() throws NoticeException {
        GenerateSpec spec = with(
                Specs.defaults(GenerateSpec.class, "SP500.csv"),
                "window",
                60,
                "criticSteps",
                20,
                "validationShare",
                0.25,
                "testShare",
                0.5);
        Notice notice = refusal(() -> Splits.days(spec, 80));
        assertEquals("data.error.tooShortPaths.both", notice.key());
        int needed = Integer.parseInt(notice.args().get(1));
        assertEquals(20, Splits.days(spec, needed).train().size());
        assertEquals(
                String.valueOf(needed),
                refusal(() -> Splits.days(spec, needed - 1)).args().get(1));
        assertEquals(10, least(with(spec, "criticSteps", 1)).train().size());
    }

    @Test
    void rowsAreSplitBySeedAndEachIsTestedInOneFold() throws NoticeException {
        CreditBook book = book(200, 60);
        CreditSpec study = with(CREDIT, "scheme", "kfold", "folds", 4);
        List<StratifiedSplit> folds = Splits.rowFolds(study, book);
        assertArrayEquals(
                IntStream.range(0, 200).toArray(),
                folds.stream()
                        .flatMapToInt(f -> Arrays.stream(f.test()))
                        .sorted()
                        .toArray());
        assertArrayEquals(
                folds.get(2).train(), Splits.rows(with(study, "fold", 3), book).train());
        assertArrayEquals(
                folds.get(2).test(),
                Splits.rows(with(study, "fold", 3, "units", 8, "testShare", 0.1), book)
                        .test());
        assertFalse(Arrays.equals(
                folds.get(2).test(),
                Splits.rows(with(study, "fold", 3, "seed", 8), book).test()));
        assertArrayEquals(
                StratifiedSplit.of(book.bad(), 0.15, 0.3, Seeds.mix(7, 2)).test(),
                Splits.rows(CREDIT, book).test());
    }

    @Test
    void groupsStayTogetherAndAreNamed() throws NoticeException {
        CreditBook book = book(200, 60);
        CreditSpec grouped = with(CREDIT, "scheme", "grouped", "folds", 4);
        for (StratifiedSplit fold : Splits.rowFolds(with(grouped, "groups", "customer"), book)) {
            assertEquals(
                    fold.test().length,
                    Arrays.stream(fold.test()).map(row -> row / 5).distinct().count() * 5,
                    "customers of five rows each");
        }
        assertEquals(Notice.of("run.error.groupsUnnamed"), refusal(() -> Splits.rowFolds(grouped, book)));
        assertEquals(
                Notice.of("run.error.noGroups", "town", "book.csv"),
                refusal(() -> Splits.rowFolds(with(grouped, "groups", "town"), book)));
        assertEquals(
                Notice.of("run.error.tooFewGroups", "side", 2, 4),
                refusal(() -> Splits.rowFolds(with(grouped, "groups", "side"), book)));
    }

    @Test
    void tooFewOfAClassAreToldInTheWordsOfTheScheme() {
        CreditBook book = book(50, 4);
        assertEquals(
                Notice.of("run.error.tooFewInFolds", 4, 46, 5),
                refusal(() -> Splits.rowFolds(with(CREDIT, "scheme", "kfold"), book)));
        assertEquals(Notice.of("run.error.tooFewCases", 2, 48), refusal(() -> Splits.rows(CREDIT, book(50, 2))));
    }

    private static Notice refusal(Executable work) {
        return assertThrows(NoticeException.class, work).notice();
    }

    private static CreditBook book(int rows, int bads) {
        boolean[] bad = new boolean[rows];
        for (int i = 0; i < bads; i++) {
            bad[i * rows / bads] = true;
        }
        double[] customers =
                IntStream.range(0, rows).mapToDouble(row -> row / 5).toArray();
        double[] sides = IntStream.range(0, rows).mapToDouble(row -> row % 2).toArray();
        return new CreditBook(
                "book",
                List.of(new CreditColumn.Numeric("customer", customers), new CreditColumn.Numeric("side", sides)),
                "class",
                "good",
                "bad",
                bad,
                List.of(),
                new Source("/data/book.csv", "", rows));
    }
}
