package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.lesson.ArenaFrame.Manifold;
import io.riskloom.engine.lesson.ArenaSettings.Noise;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ArenaLatticeTest {

    private static float[][] scaled(float[][] nodes, float factor) {
        return Arrays.stream(nodes)
                .map(node -> new float[] {factor * node[0], factor * node[1]})
                .toArray(float[][]::new);
    }

    /** The lattice itself is the even spread that density 1 stands for; twice as wide, a quarter is left. */
    @Test
    void densityFallsWithTheAreaThatACellIsStretchedTo() {
        float[][] nodes = ArenaNoise.lattice(new Noise("uniform", 2));
        Manifold wide = ArenaLattice.onPlane(nodes, scaled(nodes, 2));
        assertEquals(21, wide.rows());
        assertEquals(21, wide.columns());
        assertEquals(400, wide.density().length);
        for (float density : wide.density()) {
            assertEquals(0.25, density, 1e-5);
        }
        for (float density : ArenaLattice.onPlane(nodes, scaled(nodes, 0.5f)).density()) {
            assertEquals(1, density);
        }
    }

    @Test
    void nodesRunRowByRow() {
        float[][] nodes = ArenaNoise.lattice(new Noise("uniform", 2));
        assertArrayEquals(new float[] {-1, -1}, nodes[0]);
        assertArrayEquals(new float[] {1, -1}, nodes[20]);
        assertArrayEquals(new float[] {-1, -0.9f}, nodes[21], 1e-6f);
    }

    /** Cells between nodes of normal noise hold the same share: the middle node is 0, the outermost 1/42 from the end. */
    @Test
    void normalNodesAreQuantiles() {
        float[][] nodes = ArenaNoise.lattice(new Noise("normal", 2));
        assertEquals(0, nodes[10][0], 1e-6);
        assertEquals(-1.98075, nodes[0][0], 1e-4);
        assertEquals(1.98075, nodes[20][0], 1e-4);
    }

    @Test
    void oneDimensionIsALine() {
        float[][] nodes = ArenaNoise.lattice(new Noise("uniform", 1));
        assertEquals(201, nodes.length);
        float[][] made = Arrays.stream(nodes)
                .map(node -> new float[] {4 * node[0], 3 * node[0]})
                .toArray(float[][]::new);
        Manifold line = ArenaLattice.onPlane(nodes, made);
        assertEquals(1, line.rows());
        assertEquals(200, line.density().length);
        assertEquals(0.2, line.density()[7], 1e-5);
    }

    @Test
    void moreDimensionsHaveNoLattice() {
        float[][] nodes = ArenaNoise.lattice(new Noise("normal", 3));
        Manifold none = ArenaLattice.onPlane(nodes, new float[0][]);
        assertEquals(0, none.rows());
        assertEquals(0, none.density().length);
    }

    @Test
    void pathsAreToldByTotalAndDeviation() {
        float[][] nodes = {{0}, {1}};
        Manifold paths = ArenaLattice.ofPaths(nodes, new double[][] {{0.01, 0.03}, {-0.02, -0.02}});
        assertArrayEquals(new float[] {0.04f, 0.01f}, paths.points()[0], 1e-7f);
        assertArrayEquals(new float[] {-0.04f, 0}, paths.points()[1], 1e-7f);
        assertEquals(1, paths.rows());
        assertEquals(2, paths.columns());
    }
}
