package io.riskloom.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of a target that nobody named. */
class TakenTargetTest {

    @TempDir
    private Path folder;

    /** A quarter has the first text. */
    private Path file(String last, String few, String many) throws Exception {
        StringBuilder csv = new StringBuilder("age,sum," + last + "\n");
        for (int i = 0; i < 40; i++) {
            csv.append(20 + i)
                    .append(',')
                    .append(1000.5 + 7 * i)
                    .append(',')
                    .append(i % 4 == 0 ? few : many)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("loans.csv"), csv);
    }

    private static Optional<Notice> guessed(RunSpec spec) throws Exception {
        return TakenTarget.guessed(spec, Training.read(spec));
    }

    @Test
    void aGuessedTargetIsWarnedOf() throws Exception {
        CreditSpec spec =
                Specs.defaults(CreditSpec.class, file("abroad", "no", "yes").toString());
        Notice warning = guessed(spec).orElseThrow();
        assertEquals("run.warning.targetGuessed", warning.key());
        boolean yes = warning.args().get(1).equals("yes");
        assertEquals(List.of("abroad", yes ? "yes" : "no", yes ? "75.0" : "25.0"), warning.args());
        assertEquals(
                "data.warn.targetGuessed",
                TakenTarget.remarks(Training.read(spec)).getFirst().key());
        assertEquals(
                Optional.empty(), guessed(Specs.with(spec, "target", "abroad")).filter(n -> n.key()
                        .equals("run.warning.targetGuessed")));
        assertEquals(Optional.empty(), guessed(Specs.defaults(AnomalySpec.class, spec.data())), "it sets it aside");
    }

    @Test
    void aGuessedClassOfANamedTargetIsWarnedOf() throws Exception {
        CreditSpec spec =
                Specs.defaults(CreditSpec.class, file("default", "P", "Q").toString());
        assertEquals(
                Optional.of(Notice.of("run.warning.badGuessed", "default", "P", "25.0")),
                guessed(spec),
                "the rarer one");
    }

    @Test
    void whatTheFileSaysIsNoGuess() throws Exception {
        CreditSpec spec =
                Specs.defaults(CreditSpec.class, file("class", "bad", "good").toString());
        assertEquals(Optional.empty(), guessed(spec));
        assertEquals(List.of(), TakenTarget.remarks(Training.read(spec)));
    }
}
