package io.riskloom.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.model.Json;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Beside scikit-learn, in which {@code encoder.py} has ranked the columns. */
class EncoderFixtureTest {

    private record Column(String name, double[] values, double[] inputs) {}

    private record Fixture(int train, List<Column> columns) {}

    private static Fixture fixture() throws IOException {
        try (Reader in = new InputStreamReader(
                EncoderFixtureTest.class.getResourceAsStream("encoder.json"), StandardCharsets.UTF_8)) {
            return Json.gson().fromJson(in, Fixture.class);
        }
    }

    @Test
    void numbersByRankEqualTheFixture() throws IOException, NoticeException {
        Fixture fixture = fixture();
        assertEquals(5, fixture.columns.size());
        int rows = fixture.columns.getFirst().values.length;
        List<CreditColumn> columns = fixture.columns.stream()
                .<CreditColumn>map(column -> new CreditColumn.Numeric(column.name, column.values))
                .toList();
        CreditBook book =
                new CreditBook("x", columns, "", "", "", new boolean[0], List.of(), new Source("x.csv", "", rows));
        CreditEncoder encoder =
                CreditEncoder.fit(book, IntStream.range(0, fixture.train).toArray());
        float[][] found = encoder.encode(book);
        for (Column column : fixture.columns) {
            int at = encoder.names().indexOf(column.name);
            for (int row = 0; row < rows; row++) {
                assertEquals(column.inputs[row], found[row][at], 1e-6, column.name + " in row " + row);
            }
        }
    }
}
