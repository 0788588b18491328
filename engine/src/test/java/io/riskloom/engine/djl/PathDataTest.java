package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Specs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathDataTest {
    private static final ImportReport REPORT =
            new ImportReport("UTF-8", ",", 0, List.of(), List.of(), List.of(), ReadSettings.DETECTED, List.of());
    private static final int DAYS = 300;

    private final GenerateSpec spec =
            Specs.with(Specs.defaults(GenerateSpec.class, "toy.csv"), Map.of("window", "20", "embargo", "3"));

    @Test
    void everyReturnLiesInOnePartAndThoseOfTheEmbargoInNone() throws NoticeException {
        PathData data = PathData.of(spec, prices(series("A", DAYS, 0, t -> Math.exp(t * t * 1e-5))));
        double[] all = data.all(0);
        int training = data.training(0).length;
        int validation = data.validation(0).length;
        int test = data.test(0).length;
        assertEquals(DAYS - 1, all.length);
        assertEquals(DAYS - 1, training + 3 + validation + 3 + test);
        assertEquals(all[0], data.training(0)[0]);
        assertEquals(all[all.length - 1], data.test(0)[test - 1]);
        assertEquals(all[training + 3], data.validation(0)[0]);
        assertEquals(training + 3 + validation, data.known(0).length);
        assertEquals(test, data.testDates().size());
        assertEquals(data.main().dates().getLast(), data.testDates().getLast());
    }

    @Test
    void pricesOfTheTestSpanChangeNoOtherReturn() throws NoticeException {
        PathData one = PathData.of(spec, prices(series("A", DAYS, 0, t -> 100 + t % 7)));
        int first = DAYS - one.test(0).length;
        PathData other = PathData.of(spec, prices(series("A", DAYS, 0, t -> t < first ? 100 + t % 7 : 5 + t % 11)));
        assertArrayEquals(one.training(0), other.training(0));
        assertArrayEquals(one.validation(0), other.validation(0));
        assertArrayEquals(one.known(0), other.known(0));
    }

    @Test
    void severalSeriesAreCutToTheDaysThatAllHave() throws NoticeException {
        GenerateSpec joint = Specs.with(spec, "together", "all");
        PriceHistory late = series("LATE", DAYS, 10, t -> 50 + t % 5);
        PathData data = PathData.of(joint, prices(series("A", DAYS, 0, t -> 100 + t % 7), late));
        assertEquals(2, data.series());
        assertEquals(DAYS - 10, data.main().size());
        assertEquals(data.main().dates(), data.histories().get(1).dates());
        assertEquals(late.dates().getFirst(), data.main().dates().getFirst());
        assertEquals(
                1,
                PathData.of(spec, prices(series("A", DAYS, 0, t -> 100 + t % 7), late))
                        .series());
    }

    @Test
    void aSeriesThatDoesNotMoveIsRefused() {
        NoticeException refused =
                assertThrows(NoticeException.class, () -> PathData.of(spec, prices(series("A", DAYS, 0, t -> 100))));
        assertEquals("run.error.constant", refused.notice().key());
    }

    @Test
    void aSeriesThatStandsStillWhereItIsJudgedIsRefused() throws NoticeException {
        PathData moving = PathData.of(spec, prices(series("A", DAYS, 0, t -> 100 + t % 7)));
        int test = DAYS - moving.test(0).length;
        int chosen = moving.training(0).length + 3;
        NoticeException flat = assertThrows(
                NoticeException.class,
                () -> PathData.of(spec, prices(series("A", DAYS, 0, t -> t < test - 1 ? 100 + t % 7 : 100))));
        assertEquals(Notice.of("run.error.constantTest", "A"), flat.notice());
        NoticeException unchosen = assertThrows(
                NoticeException.class,
                () -> PathData.of(
                        spec, prices(series("A", DAYS, 0, t -> t < chosen || t >= test - 1 ? 100 + t % 7 : 100))));
        assertEquals(Notice.of("run.error.constantValidation", "A"), unchosen.notice());
    }

    private static Imported.Prices prices(PriceHistory... series) {
        List<int[]> lines = new ArrayList<>();
        for (PriceHistory history : series) {
            lines.add(IntStream.range(2, history.size() + 2).toArray());
        }
        return new Imported.Prices(List.of(series), lines, REPORT);
    }

    private static PriceHistory series(String name, int days, int later, IntToDoubleFunction close) {
        double[] none = {};
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(t -> LocalDate.of(2020, 1, 1).plusDays(t + later))
                .toList();
        double[] closes = IntStream.range(0, days).mapToDouble(close).toArray();
        return new PriceHistory(name, dates, none, none, none, closes, none, new Source("toy.csv", "toy", days));
    }
}
