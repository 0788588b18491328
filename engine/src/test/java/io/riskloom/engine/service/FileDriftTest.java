package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.model.CreditScorer;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.CreditTarget;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.ScoreBins;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Specs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second file beside what a run keeps of its training applicants. */
class FileDriftTest {

    @TempDir
    private Path folder;

    private CreditTarget known = CreditTarget.UNKNOWN;

    /** Log odds of the file's four: −1, 0, 2, 2. */
    private static final String FILE = "sum,home,age,class\n0,,30,good\n0,own,50,bad\n1000,,50,good\n0,boat,60,\n";

    private static Scorecard.Bin bin(double low, double high, int applicants) {
        return new Scorecard.Bin("range", low, high, List.of(), applicants, 0, 0, 0);
    }

    private void keep(ScoreBins reference) throws Exception {
        Scorecard card = new Scorecard(
                20,
                600,
                50,
                0,
                List.of(new Scorecard.Characteristic(
                        "age",
                        0.1,
                        1,
                        1,
                        List.of(
                                bin(Double.NEGATIVE_INFINITY, 40, 30),
                                bin(40, Double.POSITIVE_INFINITY, 70),
                                new Scorecard.Bin("missing", 0, 0, List.of(), 0, 0, 0, 0)))));
        double[] one = {0.5};
        Details.OfCredit details = new Details.OfCredit(
                new int[] {0}, one, one, new boolean[] {true}, List.of(), List.of(), card, reference, null);
        Outcome outcome = new Outcome.Finished(
                new Evaluation(Map.of(), Map.of(), List.of(), Notice.of("verdict.none"), 1, List.of(), details));
        Files.writeString(folder.resolve(Outcome.FILE), Json.gson().toJson(outcome, Outcome.class));
    }

    private Drift drift(String text, String target) throws Exception {
        Path file = Files.writeString(folder.resolve("second.csv"), text);
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, "first.csv"), "target", target);
        Requests.ModelRef model = new Requests.ModelRef(spec, folder.toString());
        return drift(new LinearScorer(known), model, file, () -> false);
    }

    private static Drift drift(CreditScorer scorer, Requests.ModelRef model, Path file, BooleanSupplier stopped)
            throws Exception {
        Requests.DriftRequest request = new Requests.DriftRequest(model, file.toString());
        return new FileDrift(scorer, request, EngineEvents.SILENT, stopped).run();
    }

    @Test
    void scoresColumnsAndOutcomesAreCompared() throws Exception {
        keep(new ScoreBins(new double[] {0.4, 0.6}, new double[] {0.5, 0.25, 0.25}));
        Drift drift = drift(FILE, "class");
        assertEquals(4, drift.rows());
        assertArrayEquals(new double[] {0.25, 0.25, 0.5}, drift.actual(), 1e-15);
        assertEquals(0.25 * Math.log(2) + 0.25 * Math.log(2), drift.psi(), 1e-12);
        assertEquals(
                List.of("age"), drift.columns().stream().map(Drift.Column::name).toList());
        assertEquals(List.of("< 40", "≥ 40", "NA"), drift.columns().getFirst().bins());
        assertArrayEquals(
                new double[] {0.25, 0.75, 0}, drift.columns().getFirst().actual(), 1e-15);
        assertEquals(0.5, drift.auc(), "the bad one at 0 stands between the good ones at −1 and 2");
        assertEquals(List.of(), drift.missing());
        assertEquals(List.of("home"), drift.unseen());
        assertEquals(FileHash.sha256(folder.resolve("second.csv")), drift.sha256());
    }

    /** P is the rarer one here, but not in the training file: what the run keeps decides. */
    @Test
    void theTextsOfTheRunTellWhoIsBad() throws Exception {
        keep(new ScoreBins(new double[] {0.5}, new double[] {0.5, 0.5}));
        String file = "sum,home,age,outcome\n0,,30,P\n0,own,50,Q\n1000,,50,Q\n0,,60,Q\n";
        assertEquals(0, drift(file, "outcome").auc());
        known = new CreditTarget("outcome", List.of("Q"));
        assertEquals(1, drift(file, "").auc(), "the bad ones at 0, 2 and 2 are above the good one at −1");
        known = new CreditTarget("outcome", List.of("R"));
        assertEquals(Double.NaN, drift(file, "").auc(), "of other texts nobody knows who was bad");
        known = new CreditTarget("default", List.of("Q"));
        assertEquals(Double.NaN, drift(file, "").auc());
    }

    @Test
    void itEndsOnceItIsNoLongerWanted() throws Exception {
        keep(new ScoreBins(new double[] {0.5}, new double[] {0.5, 0.5}));
        Path file = Files.writeString(folder.resolve("long.csv"), "age,home,sum\n" + "30,rent,1\n".repeat(20_000));
        Requests.ModelRef model =
                new Requests.ModelRef(Specs.defaults(CreditSpec.class, "first.csv"), folder.toString());
        for (int patience : List.of(0, 1, 3, 5)) {
            AtomicInteger asked = new AtomicInteger();
            BooleanSupplier stopped = () -> asked.incrementAndGet() > patience;
            assertThrows(CancellationException.class, () -> drift(new LinearScorer(), model, file, stopped));
        }
        assertEquals(20_000, drift(new LinearScorer(), model, file, () -> false).rows());
    }

    @Test
    void withoutTheTargetThereIsNoAuc() throws Exception {
        keep(new ScoreBins(new double[] {0.5}, new double[] {0.5, 0.5}));
        Drift drift = drift("age,sum\n30,1\n50,2\n", "class");
        assertEquals(Double.NaN, drift.auc());
        assertEquals(List.of("home"), drift.missing());
    }

    @Test
    void aRunThatKeepsNoReferenceIsRefused() throws Exception {
        NoticeException none = assertThrows(NoticeException.class, () -> drift(FILE, "class"));
        assertEquals("drift.error.noReference", none.notice().key());
        keep(null);
        NoticeException old = assertThrows(NoticeException.class, () -> drift(FILE, "class"));
        assertEquals("drift.error.noReference", old.notice().key());
    }
}
