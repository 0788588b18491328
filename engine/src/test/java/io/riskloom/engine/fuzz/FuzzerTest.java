package io.riskloom.engine.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.fuzz.maze.Maze;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FuzzerTest {

    private static final List<byte[]> DICTIONARY = List.of(new byte[] {','});

    @Test
    void newCoverageLeadsThroughTheMaze() throws Exception {
        Fuzzer fuzzer = new Fuzzer(instrumented(), DICTIONARY, 3);

        AssertionError fault = assertThrows(
                AssertionError.class, () -> fuzzer.run(List.of(new byte[] {'a', 'b', 'c'}), Duration.ofSeconds(60)));

        assertTrue(fuzzer.current().startsWith("717a21"), fuzzer.current());
        assertEquals("input " + fuzzer.current(), fault.getMessage());
        assertEquals("the end of the maze", fault.getCause().getMessage());
    }

    @Test
    void inputsWithoutNewCoverageAreNotKept() throws Exception {
        Fuzzer.Result result = new Fuzzer(instrumented(), DICTIONARY, 3)
                .run(List.of(new byte[] {'a'}, new byte[] {'b'}, new byte[] {'q'}), Duration.ZERO);

        assertEquals(3, result.executions());
        assertEquals(2, result.inputs());
        assertEquals(result.seeded(), result.places());
    }

    private static Fuzzer.Target instrumented() throws ReflectiveOperationException {
        return new InstrumentingLoader("io.riskloom.engine.fuzz.maze", Maze.class.getClassLoader())
                .loadClass(Maze.class.getName())
                .asSubclass(Fuzzer.Target.class)
                .getConstructor()
                .newInstance();
    }
}
