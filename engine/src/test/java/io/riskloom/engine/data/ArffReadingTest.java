package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArffReadingTest {

    @TempDir
    Path folder;

    @Test
    void attributesNameAndTypeTheColumns() throws Exception {
        Sheet sheet = Sheets.read(folder, """
                % 1. Title: credit
                @RELATION 'german credit'

                @attribute duration numeric
                @attribute 'credit history' {'no credits', "all paid", 'it\\'s late'}
                @attribute telephone {1,2}
                @attribute amount REAL
                @attribute opened date "yyyy-MM-dd"
                @attribute class{good,bad}
                @data
                % rows
                6,'no credits',1,1169.5,2020-01-02,good
                48,'it\\'s late',2,?,2020-01-03,bad
                % more
                12,"all paid",1,2096,?,good
                """);
        assertEquals(
                "duration[6.0, 48.0, 12.0] credit history[no credits, it's late, all paid] telephone[1, 2, 1]"
                        + " amount[1169.5, , 2096.0] opened[2020-01-02, 2020-01-03, ] class[good, bad, good]",
                Sheets.table(sheet));
        assertEquals("[12, 13, 15]", Arrays.toString(sheet.lines()));
        assertEquals(List.of("comments[11, , 2]"), Sheets.warnings(sheet));
    }

    @Test
    void sparseRowsAndMissingRowsAreRefused() {
        String head = "@relation r\n@attribute a numeric\n@attribute b numeric\n@data\n";
        assertEquals("sparse|5|||{1 X", Sheets.refusal(folder, head + "{1 X, 3 Y}\n"));
        assertEquals("headerOnly||||", Sheets.refusal(folder, head));
        assertEquals("headerOnly||||", Sheets.refusal(folder, "@relation r\n@attribute a numeric\n"));
    }
}
