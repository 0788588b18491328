package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathRequestTest {

    @Test
    void pathsBeginAtABlock() {
        assertEquals(512, new PathRequest(512, 3, 5, 1, PathRequest.Start.TODAY).first());
        assertThrows(IllegalArgumentException.class, () -> new PathRequest(100, 3, 5, 1, PathRequest.Start.TODAY));
        assertThrows(IllegalArgumentException.class, () -> new PathRequest(0, 0, 5, 1, PathRequest.Start.TODAY));
    }

    @Test
    void aColumnsReturnsAreItsLogDifferences() {
        PathSet.Column column = new PathSet.Column("other", new double[][] {{100, 110, 99}});
        assertArrayEquals(new double[] {Math.log(1.1), Math.log(0.9)}, column.returns()[0], 1e-12);
        PathSet set = new PathSet("main", new double[][] {{Math.log(2), 0}}, 10, List.of(column));
        assertArrayEquals(new double[] {10, 20, 20}, set.prices()[0], 1e-12);
    }

    @Test
    void aFactsLightFollowsItsBands() {
        Details.Fact fact = new Details.Fact("kurtosis", 8, 6, 10, 5, 11, 7, 10.5, 12);
        assertEquals(Details.Fact.Light.GREEN, fact.light(fact.generated()));
        assertEquals(Details.Fact.Light.AMBER, fact.light(fact.bootstrap()));
        assertEquals(Details.Fact.Light.RED, fact.light(fact.garch()));
        assertEquals(Details.Fact.Light.RED, fact.light(Double.NaN));
    }
}
