package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPartTest {

    @TempDir
    Path folder;

    /** 400 days from 2020-01-01; window 20 and horizon 1 leave 379 origins, of which the last fifth, 76, are tested in 2 folds. */
    private RunSpec spec(int days, Object... settings) throws IOException {
        StringBuilder csv = new StringBuilder("date,close\n");
        for (int i = 0; i < days; i++) {
            csv.append(LocalDate.of(2020, 1, 1).plusDays(i))
                    .append(',')
                    .append(100 + i % 7)
                    .append('\n');
        }
        Path file = folder.resolve("prices.csv");
        Files.writeString(file, csv);
        RunSpec spec = Specs.defaults(ForecastSpec.class, file.toString());
        Object[] all = {"window", 20, "horizon", 1, "testShare", 0.2, "scheme", "expanding", "folds", 2};
        for (Object[] pairs : List.of(all, settings)) {
            for (int i = 0; i < pairs.length; i += 2) {
                spec = Specs.with(spec, (String) pairs[i], pairs[i + 1]);
            }
        }
        return spec;
    }

    @Test
    void testPartsOfFoldsFollowEachOtherToTheLastOrigin() throws Exception {
        List<TestPart> parts = TestPart.of(spec(400));
        assertEquals(2, parts.size());
        assertEquals(76, parts.get(0).rows() + parts.get(1).rows());
        assertEquals(
                parts.get(1).from(),
                parts.get(0).to().map(day -> day.plusDays(1)),
                "nothing is tested twice or left out");
        assertEquals(
                Optional.of(LocalDate.of(2020, 1, 1).plusDays(398)),
                parts.get(1).to());
    }

    @Test
    void everySeedHasItsOwnPart() throws Exception {
        List<TestPart> parts = TestPart.of(spec(400, "repeats", 3));
        assertEquals(6, parts.size());
        assertEquals(parts.subList(0, 2), parts.subList(4, 6));
    }

    /** Before a process is started for each of its runs. */
    @Test
    void settingsThatDoNotGoTogetherAreRefusedOnce() throws Exception {
        RunSpec still = spec(400, "bands", "dropout", "dropout", 0);
        NoticeException e = assertThrows(NoticeException.class, () -> TestPart.of(still));
        assertEquals(Notice.of("run.error.noDropout", "lstm"), e.notice());
        assertEquals(2, TestPart.of(spec(400, "bands", "dropout")).size());
    }

    @Test
    void whatCannotWorkIsRefused() throws Exception {
        RunSpec tooShort = spec(60);
        NoticeException e = assertThrows(NoticeException.class, () -> TestPart.of(tooShort));
        assertEquals("data.error.tooShortFolds", e.notice().key());
    }
}
