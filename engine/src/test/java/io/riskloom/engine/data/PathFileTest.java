package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathFileTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("paths.csv"), text);
    }

    @Test
    void readsPathsByTheirColumn() throws Exception {
        PathTable table = PathFile.read(file("path,step,A,B\n1,1,100,10\n1,2,110,11\n2,1,90,9\n2,2,99,8\n"), false);
        assertEquals(List.of("A", "B"), table.columns());
        assertEquals(2, table.paths());
        assertEquals(2, table.days());
        assertArrayEquals(new double[] {10, 11}, table.levels()[0][1]);
        assertArrayEquals(new double[] {90, 99}, table.levels()[1][0]);
        assertEquals(Math.log(1.1), table.returns("a")[1][0], 1e-12);
    }

    /** Other programs write step by step, name the column otherwise and use other separators. */
    @Test
    void readsOtherTools() throws Exception {
        PathTable table = PathFile.read(
                file("\uFEFF\"Scenario\";t;price\r\nx;1;100\r\ny;1;200\r\nx;2;101\r\ny;2;202\r\n"), false);
        assertEquals(List.of("price"), table.columns());
        assertArrayEquals(new double[] {200, 202}, table.levels()[1][0]);
    }

    /** A table written with its index and dates beside the steps; a quoted name may hold the separator. */
    @Test
    void whatNumbersRowsIsNoPrice() throws Exception {
        PathTable table = PathFile.read(
                file(",date,path,step,\"A, \"\"old\"\"\",T\n0,2024-01-01,1,0,100,7\n1,2024-01-02,1,1,110,8\n"), false);
        assertEquals(List.of("A, \"old\"", "T"), table.columns());
        assertArrayEquals(new double[][] {{100, 110}, {7, 8}}, table.levels()[0]);
        PathTable index = PathFile.read(file("path,step,index\n1,0,100\n1,1,101\n"), false);
        assertEquals(List.of("index"), index.columns());
    }

    @Test
    void returnsBecomeLevelsFromOne() throws Exception {
        PathTable table = PathFile.read(file("sample,r\na,0.1\na,-0.2\n"), true);
        assertArrayEquals(new double[] {1, Math.exp(0.1), Math.exp(-0.1)}, table.levels()[0][0], 1e-12);
        assertArrayEquals(new double[] {0.1, -0.2}, table.returns("r")[0], 1e-12);
    }

    @Test
    void aPriceHistoryIsOnePath() throws Exception {
        StringBuilder text = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        for (int day = 1; day <= 28; day++) {
            text.append(String.format(
                    "2024-02-%02d,%d,%d,%d,%d,%d%n", day, 100 + day, 103 + day, 99 + day, 101 + day, 5000));
        }
        PathTable table = PathFile.read(file(text.toString()), false);
        assertEquals(List.of("open", "high", "low", "close", "volume"), table.columns());
        assertEquals(List.of("close"), table.prices());
        PathTable six = table.literature();
        assertEquals(List.of("open", "high", "low", "close", "adjclose", "volume"), six.columns());
        assertArrayEquals(six.levels()[0][3], six.levels()[0][4]);
        assertEquals(28, six.days());
    }

    @Test
    void refusalsNameLineAndColumn() throws Exception {
        assertRefused("path,step,p\n1,1,100\n1,2,-3\n", "data.error.pathPrice", 3, "p", "-3");
        assertRefused("path,step,p\n1,1,100\n1,2,abc\n", "data.error.pathPrice", 3, "p", "abc");
        assertRefused("path,step,p\n1,1,100\n1,2\n", "data.error.ragged", 3, "", "2");
        assertRefused("path,step,p\n1,1,100\n1,2,101\n2,1,100\n", "data.error.pathLength", 4, "2", "1");
        assertRefused("path,step,p\n1,1,100\n2,2,90\n1,3,101\n2,1,91\n", "data.error.pathOrder", 5, "step", "1");
        assertRefused("path,step\n1,1\n", "data.error.pathNoPrice", 1, "", "");
        assertRefused("path,step,price\n1,1,5\n1,2,6\nx,1,5\n1,3,5\n", "data.error.pathNumber", 4, "path", "x");
        assertRefused("path,step,p\n", "data.error.headerOnly", 0, "", "");
    }

    private void assertRefused(String text, String key, int line, String column, String found) throws IOException {
        Path file = file(text);
        DataException refused = assertThrows(DataException.class, () -> PathFile.read(file, false));
        assertEquals(key, refused.notice().key());
        assertEquals("paths.csv", refused.file());
        assertEquals(line, refused.line().orElse(0));
        assertEquals(column, refused.column().orElse(""));
        assertEquals(found, refused.notice().args().get(4));
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        PathTable table = PathFile.read(file("path,step,A\n1,1,100\n1,2,101\n"), false);
        DataException refused = assertThrows(DataException.class, () -> table.only(List.of("B")));
        assertEquals("data.error.pathColumn", refused.notice().key());
        assertEquals("A", refused.notice().args().get(4));
    }
}
