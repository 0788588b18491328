package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.quality.DataFile;
import io.riskloom.engine.quality.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostRowsTest {

    @TempDir
    private Path folder;

    @Test
    void rowsThatTheImporterLeavesOutAreTold() throws Exception {
        List<Notice> lost = of("date,close\n2024-01-01,10\n2024-01-02,-3\n2024-01-03,11\n2024-01-04,12\n");
        assertEquals(
                List.of("data.warn.notPositive"), lost.stream().map(Notice::key).toList());
        assertEquals("3", lost.getFirst().args().getFirst());
    }

    @Test
    void aWholeFileHasLostNothing() throws Exception {
        assertEquals(List.of(), of("date,close\n2024-01-02,10\n2024-01-01,9\n2024-01-03,11\n"));
    }

    private List<Notice> of(String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("prices.csv"), csv);
        return LostRows.of(DataFile.read(file, Reading.PLAIN));
    }
}
