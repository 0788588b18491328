package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.FunctionScorer;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.explain.Robustness;
import io.riskloom.engine.feature.CreditEncoder;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Json;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Splits;
import io.riskloom.engine.run.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditAnswersTest {

    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    private Path file;
    private Requests.ModelRef model;
    private OneScorer work;
    private LocalEngine engine;
    private CreditBook book;
    private int[] test;

    /** The first applicant has no outcome: he is no row of the run's own data, but one of a file to be scored. */
    @BeforeEach
    void trainedOnAFile() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder("income,home,class\n99,rent,\n");
        for (int i = 0; i < ROWS; i++) {
            double income = Math.rint(1000 + 300 * random.nextGaussian()) / 10;
            boolean rents = random.nextInt(3) == 0;
            boolean bad = (100 - income) / 30 + (rents ? 1 : 0) + random.nextGaussian() > 0.5;
            text.append(income).append(rents ? ",rent," : ",own,").append(bad ? "bad\n" : "good\n");
        }
        file = Files.writeString(folder.resolve("loans.csv"), text);
        CreditSpec spec = Specs.with(Specs.defaults(CreditSpec.class, file.toString()), "target", "class");
        book = ((Imported.Credit) Training.read(spec)).book();
        CreditEncoder encoder = CreditEncoder.fit(book, Splits.rows(spec, book).train());
        int rent = encoder.names().indexOf("home = rent");
        work = new OneScorer(new FunctionScorer(
                encoder, new float[encoder.width()], x -> -x[0] + x[rent] + 0.3 * x[0] * x[rent] - 0.2));
        work.trainedOn = book.source().sha256();
        model = new Requests.ModelRef(spec, folder.toString());
        test = Splits.rows(spec, book).test();
        engine = new LocalEngine(new Heard(), work);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Requests.ExplainRequest explain(Path data, String method, int... rows) {
        return new Requests.ExplainRequest(model, data.toString(), rows, method);
    }

    @Test
    void rowsOfTheRunsOwnFileAreThoseOfItsTraining() throws Exception {
        assertEquals(ROWS, book.size());
        Explanation own =
                Asked.get(engine.explain(explain(file, "gradients", 0))).getFirst();
        assertEquals("gradients", own.method());
        assertEquals(0, own.gap(), 1e-3);
        Path copy = Files.copy(file, folder.resolve("copy.csv"));
        Explanation first =
                Asked.get(engine.explain(explain(copy, "gradients", 0))).getFirst();
        assertEquals("99", value(first, "income"));
        Explanation second =
                Asked.get(engine.explain(explain(copy, "gradients", 1))).getFirst();
        assertEquals(value(own, "income"), value(second, "income"));
        assertEquals(own.logOdds(), second.logOdds());
    }

    private static String value(Explanation explanation, String column) {
        return explanation.reasons().stream()
                .filter(reason -> reason.column().equals(column))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void shapleyValuesOfFewColumnsAreExactAndRepeat() throws Exception {
        List<Explanation> told = Asked.get(engine.explain(explain(file, "shapley", test[0], test[1])));
        assertEquals(2, told.size());
        assertEquals("exact", told.getFirst().method());
        assertEquals(test[1], told.getLast().row());
        for (Explanation explanation : told) {
            assertEquals(0, explanation.gap(), 1e-9);
        }
        assertEquals(told, Asked.get(engine.explain(explain(file, "shapley", test[0], test[1]))));
    }

    @Test
    void importanceDependenceAndRobustnessAreOfTheTestApplicants() throws Exception {
        Importance importance =
                Asked.get(engine.importance(new Requests.ImportanceRequest(model, file.toString(), test)));
        assertEquals(test.length, importance.applicants());
        assertEquals("income", importance.columns().getFirst().name());
        assertTrue(importance.columns().getFirst().aucDrop() > 0.05);
        Dependence dependence =
                Asked.get(engine.dependence(new Requests.DependenceRequest(model, file.toString(), test, "income")));
        assertEquals(25, dependence.at().length);
        Dependence read = Json.gson().fromJson(Json.gson().toJson(dependence), Dependence.class);
        assertTrue(Double.isNaN(read.missing()));
        assertArrayEquals(dependence.mean(), read.mean());
        assertTrue(dependence.mean()[0] > dependence.mean()[24], "the more income, the less risk");
        Robustness robustness =
                Asked.get(engine.robustness(new Requests.RobustnessRequest(model, file.toString(), test, 0.5)));
        assertEquals(8, robustness.trials().size());
        assertTrue(robustness.plain() > 0.6);
    }

    @Test
    void aCounterfactualOfAnotherFileTriesTheTrainingApplicantsValues() throws Exception {
        Path poor = Files.writeString(folder.resolve("new.csv"), "home,income\nrent,20.5\nown,160\n");
        Counterfactual told = Asked.get(engine.counterfactual(
                new Requests.CounterfactualRequest(model, poor.toString(), 0, 0.5, List.of("home"))));
        assertTrue(told.found());
        assertEquals(1, told.changes().size());
        assertEquals("20.5", told.changes().getFirst().from());
        double to = Double.parseDouble(told.changes().getFirst().to());
        double[] income = ((CreditColumn.Numeric) book.features().getFirst()).values();
        assertTrue(IntStream.of(Splits.rows((CreditSpec) model.spec(), book).train())
                .anyMatch(row -> income[row] == to));
        assertTrue(told.probability() >= 0.5 && told.after() < 0.5);
        Counterfactual none = Asked.get(engine.counterfactual(
                new Requests.CounterfactualRequest(model, poor.toString(), 0, 0.5, List.of("home", "income"))));
        assertFalse(none.found());
    }

    @Test
    void whatCannotBeAnsweredIsRefusedByItsReason() throws Exception {
        assertEquals(
                Notice.of("explain.error.row", ROWS + 1, ROWS),
                Asked.refusal(engine.explain(explain(file, "gradients", ROWS))));
        assertEquals(
                Notice.of("explain.error.method", "lime"), Asked.refusal(engine.explain(explain(file, "lime", 0))));
        assertEquals(
                Notice.of("explain.error.tooMany", 101, 100),
                Asked.refusal(engine.explain(
                        explain(file, "shapley", IntStream.range(0, 101).toArray()))));
        assertEquals(
                Notice.of("explain.error.column", "age"),
                Asked.refusal(engine.dependence(new Requests.DependenceRequest(model, file.toString(), test, "age"))));
        assertEquals(
                Notice.of("explain.error.noRows"),
                Asked.refusal(engine.importance(new Requests.ImportanceRequest(model, file.toString(), new int[0]))));
        boolean[] bad = book.bad();
        int[] good = IntStream.of(test).filter(row -> !bad[row]).toArray();
        assertEquals(
                Notice.of("explain.error.oneClass", good.length),
                Asked.refusal(engine.robustness(new Requests.RobustnessRequest(model, file.toString(), good, 0.5))));
        Path copy = Files.copy(file, folder.resolve("copy.csv"));
        assertEquals(
                Notice.of("explain.error.notOwn", "copy.csv", "loans.csv"),
                Asked.refusal(engine.importance(new Requests.ImportanceRequest(model, copy.toString(), test))));
    }

    @Test
    void aFileThatChangedOrWentIsSaidToHave() throws Exception {
        Path copy = Files.copy(file, folder.resolve("copy.csv"));
        Files.writeString(file, Files.readString(file).replace("own", "rent"));
        assertEquals(
                Notice.of("explain.error.dataChanged", "loans.csv"),
                Asked.refusal(engine.explain(explain(file, "gradients", 0))));
        assertEquals(
                Notice.of("explain.error.dataChanged", "loans.csv"),
                Asked.refusal(engine.explain(explain(copy, "shapley", 0))));
        Files.delete(file);
        assertEquals(
                Notice.of("explain.error.dataGone", "loans.csv"),
                Asked.refusal(engine.explain(explain(copy, "shapley", 0))));
        assertEquals(
                1, Asked.get(engine.explain(explain(copy, "gradients", 0))).size(), "gradients need no training data");
    }

    @Test
    void aCancelledQuestionAsksTheModelNoFurther() throws Exception {
        work.held = new CountDownLatch(1);
        CompletableFuture<Importance> answer =
                engine.importance(new Requests.ImportanceRequest(model, file.toString(), test));
        work.asked.await();
        answer.cancel(true);
        work.held.countDown();
        assertThrows(CancellationException.class, answer::join);
        // the one thread is free again
        Asked.get(engine.explain(explain(file, "gradients", 0)));
        assertTrue(work.calls < 5, "calls " + work.calls);
    }
}
