package io.riskloom.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParseException;
import io.riskloom.engine.data.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    private static final Evaluation EVALUATION = new Evaluation(
            Map.of("auc", 0.75, "ks", Double.NaN),
            Map.of("auc", new Interval(0.7, Double.NaN)),
            List.of(new ChallengerScore("logistic", Map.of("auc", 0.74))),
            Notice.of("verdict.credit.noBetter", "0.75", "0.74"),
            0,
            List.of(Notice.of("warn.small", 300)),
            new Details.OfCredit(
                    new int[] {3, 5}, new double[] {0.1, Double.NaN}, new double[] {0.2, 0.3}, new boolean[] {
                        false, true
                    }));

    private static Outcome again(Outcome outcome) {
        return Json.gson().fromJson(Json.gson().toJson(outcome, Outcome.class), Outcome.class);
    }

    @Test
    void notANumberIsNullAndComesBack() {
        double[][] values = {{1.5, Double.NaN}, {Double.POSITIVE_INFINITY, -2}};
        assertEquals("[[1.5,null],[null,-2.0]]", Json.gson().toJson(values));
        double[][] read = Json.gson().fromJson("[[1.5,null],[3,-2]]", double[][].class);
        assertArrayEquals(new double[] {1.5, Double.NaN}, read[0]);
        assertEquals("{\"a\":null}", Json.gson().toJson(Map.of("a", Double.NaN)));
    }

    @Test
    void datesAreIso() {
        assertEquals("\"2020-04-17\"", Json.gson().toJson(LocalDate.of(2020, 4, 17)));
        assertEquals(Instant.EPOCH, Json.gson().fromJson("\"1970-01-01T00:00:00Z\"", Instant.class));
        assertEquals(
                List.of(LocalDate.of(2020, 1, 2)),
                List.of(Json.gson().fromJson("[\"2020-01-02\"]", LocalDate[].class)));
    }

    @Test
    void everyOutcomeComesBack() {
        for (Outcome outcome :
                List.of(new Outcome.Cancelled(), new Outcome.Running(), new Outcome.Failed(Notice.of("a.b", "c", 1)))) {
            assertEquals(outcome, again(outcome));
        }
        assertEquals("{\"kind\":\"Cancelled\"}", Json.gson().toJson(new Outcome.Cancelled(), Outcome.class));
    }

    @Test
    void aFinishedRunKeepsItsEvaluation() {
        Evaluation read = assertInstanceOf(Outcome.Finished.class, again(new Outcome.Finished(EVALUATION)))
                .evaluation();
        assertEquals(EVALUATION.metrics(), read.metrics());
        assertEquals(EVALUATION.intervals(), read.intervals());
        assertEquals(EVALUATION.challengers(), read.challengers());
        assertEquals(EVALUATION.verdict(), read.verdict());
        assertEquals(EVALUATION.warnings(), read.warnings());
        Details.OfCredit details = assertInstanceOf(Details.OfCredit.class, read.details());
        assertArrayEquals(new int[] {3, 5}, details.rows());
        assertArrayEquals(new double[] {0.1, Double.NaN}, details.probabilityBad());
        assertArrayEquals(new boolean[] {false, true}, details.bad());
    }

    @Test
    void aWholeRunComesBack() {
        Run run = new Run(
                "credit-mlp-0001",
                Specs.defaults("credit", "a.csv"),
                new Provenance("hash", "cpu", 2, Map.of("java", "25")),
                Instant.parse("2026-11-21T10:00:00Z"),
                12.5,
                List.of(new EpochReport(1, 60, 0.5, Double.NaN, Map.of("gradientNorm", 1.25), 0.5)),
                new Outcome.Failed(Notice.of("a.b")));
        assertEquals(run, Json.gson().fromJson(Json.gson().toJson(run), Run.class));
    }

    @Test
    void aProvenanceWithoutSessionsIsReadAndOneMoreIsKept() {
        Provenance old = Json.gson()
                .fromJson(
                        "{\"dataSha256\":\"hash\",\"device\":\"gpu0\",\"threads\":4,\"versions\":{\"java\":\"25\"}}",
                        Provenance.class);
        assertEquals(new Provenance("hash", "gpu0", 4, Map.of("java", "25")), old);
        assertEquals("gpu0", old.lastDevice());
        Provenance resumed =
                old.and(new Provenance.Session(Instant.parse("2026-11-21T10:00:00Z"), "cpu", 1, Map.of("java", "26")));
        assertEquals(resumed, Json.gson().fromJson(Json.gson().toJson(resumed), Provenance.class));
        assertEquals("gpu0", resumed.device());
        assertEquals("cpu", resumed.lastDevice());
        assertEquals(1, resumed.lastThreads());
    }

    @Test
    void anUnknownKindIsRefused() {
        JsonParseException refused = assertThrows(
                JsonParseException.class, () -> Json.gson().fromJson("{\"kind\":\"Exploded\"}", Outcome.class));
        assertTrue(refused.getMessage().contains("Exploded"), refused.getMessage());
    }
}
