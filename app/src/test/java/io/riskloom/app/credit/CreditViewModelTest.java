package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.stats.Classification.Confusion;
import io.riskloom.engine.stats.CostMatrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private CreditViewModel model;

    @BeforeEach
    void open() {
        session = ResultFixtures.session(folder);
        ResultFixtures.add(session, CreditFixture.run("r1"));
        model = new CreditViewModel(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theCutOffBeginsAtTheRunsOwn() {
        assertEquals(0.55, model.cutOff().get());
        assertEquals(Optional.of(0.55), model.stored());
        model.cutOff().set(0.2);
        model.cutAtStored();
        assertEquals(0.55, model.cutOff().get());
    }

    @Test
    void theConfusionMatrixCountsScoresFromTheCutOffUpAsRefused() {
        model.cutOff().set(0.5);
        assertEquals(new Confusion(3, 2, 4, 1), model.at().get().confusion());
        model.cutOff().set(0.51);
        assertEquals(new Confusion(3, 1, 5, 1), model.at().get().confusion());
    }

    @Test
    void theKsCutOffIsWhereTheDistributionsAreFurthestApart() {
        model.cutAtKs();
        assertEquals(0.6, model.cutOff().get());
        assertEquals(new Confusion(3, 1, 5, 1), model.at().get().confusion());
    }

    @Test
    void theMostProfitableCutOffIsFoundAmongAllScores() {
        // gain 1, loss 5: refusing from .4 up approves three good and no bad, 3; every other cut-off gives less
        model.cutAtProfit();
        assertEquals(0.4, model.cutOff().get());
        assertEquals(3, model.at().get().profit(model.costs().matrix().get()), 1e-12);
        model.costs().badApproved().set(-0.1); // bad ones cost little: refusing the two highest scores gives 6 − .2
        model.cutAtProfit();
        assertEquals(0.8, model.cutOff().get());
        assertEquals(5.8, model.at().get().profit(model.costs().matrix().get()), 1e-12);
    }

    @Test
    void ofEquallyProfitableCutOffsTheOneThatApprovesMostIsTaken() {
        model.costs().badApproved().set(0); // all six good are approved from .71 up as well as at 1
        model.cutAtProfit();
        assertEquals(1, model.cutOff().get());
        assertEquals(6, model.at().get().profit(model.costs().matrix().get()), 1e-12);
    }

    @Test
    void refusalsMayCostToo() {
        model.cutOff().set(0.5);
        model.costs().goodRefused().set(-2);
        model.costs().badRefused().set(0.5);
        // 4 good approved, 1 bad approved at −5, 2 good refused at −2, 3 bad refused at .5
        assertEquals(
                4 - 5 - 4 + 1.5, model.at().get().profit(model.costs().matrix().get()), 1e-12);
        assertEquals(-0.35, model.at().get().profitEach(model.costs().matrix().get()), 1e-12);
    }

    @Test
    void theCostsStayWithTheProject() {
        model.costs().badApproved().set(-7.25);
        model.costs().unit().set("EUR, thousands");
        Costs again = new Costs(session);
        assertEquals(new CostMatrix(1, -7.25, 0, 0), again.matrix().get());
        assertEquals("EUR, thousands", again.unit().get());
    }

    @Test
    void costsThatCannotBeReadLeaveTheUsualOnes() {
        session.remember("credit.costs", "1,x,0,0,EUR");
        assertEquals(new CostMatrix(1, -5, 0, 0), new Costs(session).matrix().get());
        assertEquals("", new Costs(session).unit().get());
    }

    @Test
    void anotherRunIsCountedAtItsOwnCutOffAndOnce() {
        model.cutOff().set(0.2);
        List<CutOff> counted = new ArrayList<>();
        model.at().subscribe((before, now) -> counted.add(now));
        session.choose(CreditFixture.run("r2"));
        assertEquals(0.55, model.cutOff().get());
        assertEquals(2, counted.size(), "none while the run changes, then the count");
        assertNull(counted.getFirst());
        assertEquals(0.55, counted.getLast().cutOff());
    }

    @Test
    void oneClassAloneHasNoPlacesToGoTo() {
        session.choose(CreditFixture.run("r2", new boolean[10]));
        assertTrue(model.ksPoint().isEmpty());
        assertTrue(model.mostProfitable().isEmpty());
        model.cutOff().set(0.5);
        assertEquals(0.5, model.at().get().approvalRate());
        assertTrue(Double.isNaN(model.at().get().badRefused()));
    }

    @Test
    void theExportCarriesTheDecisionAtTheCutOff() throws Exception {
        model.cutOff().set(0.85);
        Path csv = folder.resolve("scores.csv");
        model.exportTo(csv);
        var lines = Files.readAllLines(csv);
        assertEquals("row,line,probability_bad,logistic_bad,bad,decision", lines.get(0));
        assertEquals("4,,0.9,0.7,1,refuse", lines.get(1));
        assertEquals("8,,0.8,0.4,1,approve", lines.get(2));
        assertEquals(11, lines.size());
    }

    @Test
    void withoutARunThereIsNothingToShow() {
        session.runs().clear();
        session.chosen().clear();
        assertNull(model.scores().get());
        assertNull(model.at().get());
        assertEquals("scores.csv", model.exportName());
    }
}
