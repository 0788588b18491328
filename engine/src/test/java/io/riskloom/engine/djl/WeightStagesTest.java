package io.riskloom.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.inside.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightStagesTest {

    @TempDir
    private Path folder;

    private final List<Network> made = new ArrayList<>();

    @BeforeEach
    void oneThread() {
        Torch.enter(Torch.Load.SMALL);
    }

    private Network network() {
        Network network = new Network(Mlp.ofWindow(3, 1, 0, 1), new Shape(4, 2));
        made.add(network);
        return network;
    }

    /** @param broken whether the second of two networks cannot be used */
    private WeightStages stages(boolean broken) {
        WeightStages.Making making = new WeightStages.Making() {
            @Override
            public List<Network> networks() {
                List<Network> both = List.of(network(), network());
                if (broken) {
                    both.getLast().close();
                }
                return both;
            }

            @Override
            public List<Network> first() {
                return networks();
            }
        };
        return new WeightStages(List.of(network()), making, folder.resolve("last.safetensors"));
    }

    private static boolean open(Network network) {
        return network.manager().isOpen();
    }

    @Test
    void noStageIsRefused() {
        NoticeException refused =
                assertThrows(NoticeException.class, () -> stages(false).flow(null));
        assertEquals("inside.error.stage", refused.notice().key());
        assertEquals(1, made.size(), "nothing was opened");
        assertTrue(open(made.getFirst()));
    }

    @Test
    void networksThatCannotBeFilledAreClosed() throws Exception {
        Files.writeString(folder.resolve("last.safetensors"), "no weights");
        assertThrows(NoticeException.class, () -> stages(false).flow(Stage.LAST));
        assertEquals(3, made.size());
        assertTrue(open(made.getFirst()), "the kept one stays open");
        assertFalse(open(made.get(1)));
        assertFalse(open(made.get(2)));
    }

    @Test
    void networksThatCannotBeDrawnAnewAreClosed() {
        assertThrows(RuntimeException.class, () -> stages(true).anew(7));
        assertEquals(3, made.size());
        assertFalse(open(made.get(1)));
    }
}
