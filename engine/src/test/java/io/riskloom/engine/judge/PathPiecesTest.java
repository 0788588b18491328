package io.riskloom.engine.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathPiecesTest {

    @Test
    void aSpanAsLongAsThePathsIsOnePiece() {
        PathPieces pieces = PathPieces.of(7, 7);
        assertEquals(1, pieces.real(days(0, 7)).length);
        assertArrayEquals(days(0, 7), pieces.real(days(0, 7))[0]);
    }

    @Test
    void aLongerSpanIsCutIntoPiecesThatCoverIt() {
        assertArrayEquals(new int[] {0, 10, 20}, PathPieces.of(30, 10).starts());
        assertArrayEquals(new int[] {0, 11, 21}, PathPieces.of(31, 10).starts(), "a day left out is no loss");
        assertArrayEquals(
                new int[] {0, 5}, PathPieces.of(15, 10).starts(), "pieces overlap rather than leave days out");
    }

    @Test
    void groupsHaveAsManyDaysAsTheSpanAndMixThePaths() {
        double[][] paths = {days(0, 25), days(100, 25), days(200, 25)};
        List<double[][]> groups = PathPieces.of(30, 10).groups(paths);
        assertEquals(2, groups.size());
        assertEquals(3, groups.get(0).length);
        assertArrayEquals(days(0, 10), groups.get(0)[0]);
        assertArrayEquals(days(100, 10), groups.get(0)[1]);
        assertArrayEquals(days(200, 10), groups.get(0)[2]);
        assertArrayEquals(days(10, 10), groups.get(1)[0]);
    }

    @Test
    void fewPathsAreOneGroup() {
        List<double[][]> groups = PathPieces.of(30, 10).groups(new double[][] {days(0, 10), days(5, 10)});
        assertEquals(1, groups.size());
        assertEquals(2, groups.getFirst().length);
    }

    @Test
    void refusesPathsThatAreTooShortAndPiecesLongerThanTheSpan() {
        PathPieces pieces = PathPieces.of(30, 10);
        assertThrows(IllegalArgumentException.class, () -> pieces.groups(new double[][] {days(0, 9)}));
        assertThrows(IllegalArgumentException.class, () -> PathPieces.of(9, 10));
    }

    private static double[] days(int from, int count) {
        return IntStream.range(from, from + count).asDoubleStream().toArray();
    }
}
