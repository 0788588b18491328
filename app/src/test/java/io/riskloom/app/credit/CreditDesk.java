package io.riskloom.app.credit;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.explain.Counterfactual;
import io.riskloom.engine.explain.Dependence;
import io.riskloom.engine.explain.Explanation;
import io.riskloom.engine.explain.Explanation.Reason;
import io.riskloom.engine.explain.Importance;
import io.riskloom.engine.explain.Robustness;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.judge.Drift;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.ScoreBins;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.model.Scorecard;
import io.riskloom.engine.model.Scorecard.Bin;
import io.riskloom.engine.model.Scorecard.Characteristic;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.stats.Stability;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A run on forty applicants, the last twenty tested, with its data file and an engine whose answers are made by hand. The
 * applicant of row i is 20 + i years old, of the sex m where i is even, borrows 1000 + 100 i (row 30: missing), and has the
 * probability of bad (i − 19) / 25; those of an odd row above 29 turn out bad. The clerk column is set aside.
 */
final class CreditDesk {

    static final int ROWS = 40;
    static final int FIRST = 20;

    private final List<Object> asked = new ArrayList<>();
    private EngineEvents events = EngineEvents.SILENT;
    private CompletableFuture<ScoreReport> scoring = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int closed;
    private boolean held;
    private CompletableFuture<List<Explanation>> waiting = new CompletableFuture<>();

    Session session(Path folder) {
        return session(folder, new Tasks(Runnable::run, Runnable::run));
    }

    Session session(Path folder, Tasks tasks) {
        return new Session(tasks, Project.open(folder.resolve("project")), new EngineHost((options, listener) -> {
            events = listener;
            return engine();
        }));
    }

    /** What the engine was asked, in order. */
    List<Object> asked() {
        return asked;
    }

    private void note(Object question) {
        synchronized (asked) {
            asked.add(question);
            asked.notifyAll();
        }
    }

    /** Waits until a question of that kind has reached the engine. */
    void awaitAsked(Class<?> kind) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        synchronized (asked) {
            while (asked.stream().noneMatch(kind::isInstance)) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new IllegalStateException("the engine was not asked: " + kind.getSimpleName());
                }
                asked.wait(left);
            }
        }
    }

    /** From now on reasons come when the test says so. */
    void hold() {
        held = true;
    }

    void answer() {
        CompletableFuture<List<Explanation>> now = waiting;
        waiting = new CompletableFuture<>();
        now.complete(explain((Requests.ExplainRequest) asked.getLast()));
    }

    /** One that was given up is no longer there. */
    private CompletableFuture<List<Explanation>> waiting() {
        if (waiting.isCancelled()) {
            waiting = new CompletableFuture<>();
        }
        return waiting;
    }

    void scored(long rows, double share) {
        events.scored(new EngineEvents.Scored(rows, share));
    }

    void finishScoring(ScoreReport report) {
        scoring.complete(report);
    }

    /** How many engines were ended. */
    int closed() {
        return closed;
    }

    /** Whether the engine is asked to stop scoring, within ten seconds. */
    boolean awaitStopped() throws InterruptedException {
        return stopped.await(10, TimeUnit.SECONDS);
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    if (args != null && args.length == 1) {
                        note(args[0]);
                    }
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "close" -> {
                            closed++;
                            yield null;
                        }
                        case "stopScoring" -> {
                            stopped.countDown();
                            yield null;
                        }
                        case "scoreFile" -> scoring;
                        case "explain" -> held ? waiting() : done(args, CreditDesk::explain);
                        case "importance" -> CompletableFuture.completedFuture(importance());
                        case "dependence" -> done(args, CreditDesk::dependence);
                        case "counterfactual" -> done(args, CreditDesk::counterfactual);
                        case "robustness" -> CompletableFuture.completedFuture(robustness());
                        case "drift" -> CompletableFuture.completedFuture(drift());
                        case "strangers" -> done(args, CreditDesk::strangers);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    @SuppressWarnings("unchecked")
    private static <Q, A> CompletableFuture<A> done(Object[] args, Function<Q, A> answer) {
        return CompletableFuture.completedFuture(answer.apply((Q) args[0]));
    }

    static double probability(int row) {
        return (row - 19) / 25.0;
    }

    static double logOdds(int row) {
        return Math.log(probability(row) / (1 - probability(row)));
    }

    /** The amount speaks for bad with what age and purpose leave; the base is −1. */
    private static List<Explanation> explain(Requests.ExplainRequest request) {
        int row = request.rows()[0];
        double rest = logOdds(row) + 1;
        String method = request.method().equals("gradients") ? "gradients" : "exact";
        return List.of(new Explanation(
                row,
                probability(row),
                logOdds(row),
                -1,
                method,
                List.of(
                        new Reason("amount", row == 30 ? "" : String.valueOf(1000 + 100 * row), rest + 0.5, "2500"),
                        new Reason("age", String.valueOf(20 + row), -0.75, "35"),
                        new Reason("purpose", row % 3 == 0 ? "car" : "tv", 0.25, "tv")),
                0,
                0));
    }

    private static Importance importance() {
        return new Importance(
                List.of(
                        new Importance.Column("amount", 0.9, 0.12, 0.01),
                        new Importance.Column("age", 0.4, 0.05, 0.02),
                        new Importance.Column("purpose", 0.1, -0.001, 0.003)),
                20,
                new Importance.Deletion(
                        new int[] {0, 1, 2, 3},
                        new double[] {0, 0.9, 1.2, 1.3},
                        new double[] {0, 0.5, 0.9, 1.3},
                        0.21));
    }

    private static Dependence dependence(Requests.DependenceRequest request) {
        boolean numbers = !request.column().equals("purpose");
        double[] at = numbers ? new double[] {1000, 2500, 4000} : new double[] {0, 1};
        double[] mean = numbers ? new double[] {0.2, 0.4, 0.7} : new double[] {0.35, 0.45};
        return new Dependence(
                request.column(),
                numbers,
                at,
                numbers ? List.of() : List.of("tv", "car"),
                mean,
                mean,
                mean,
                mean,
                request.column().equals("amount") ? 0.5 : Double.NaN);
    }

    private static Counterfactual counterfactual(Requests.CounterfactualRequest request) {
        double p = probability(request.row());
        List<Counterfactual.Change> changes =
                List.of(new Counterfactual.Change("amount", String.valueOf(1000 + 100 * request.row()), "1200", 0.1));
        return new Counterfactual(request.row(), p, 0.1, changes, 0.1 < request.cutOff());
    }

    private static Robustness robustness() {
        return new Robustness(
                0.8,
                List.of(
                        new Robustness.Trial("noise", 0.05, 0.8, 0.79, 0.81, 0.01),
                        new Robustness.Trial("noise", 0.5, 0.72, 0.7, 0.74, 0.2),
                        new Robustness.Trial("missing", 0.05, 0.79, 0.78, 0.8, 0.02),
                        new Robustness.Trial("missing", 0.4, 0.66, 0.63, 0.69, 0.25)));
    }

    /** The amount is as many per cent of what is strange as the row's number; the sex cannot be said. */
    private static List<Strangeness> strangers(Requests.StrangersRequest request) {
        return IntStream.of(request.rows())
                .mapToObj(row -> new Strangeness(
                        row,
                        probability(row),
                        List.of(
                                new Strangeness.Part(
                                        "amount",
                                        row == 30 ? "" : String.valueOf(1000 + 100 * row),
                                        row / 100.0,
                                        "2517"),
                                new Strangeness.Part("sex", row % 2 == 0 ? "m" : "f", 0.1, ""),
                                new Strangeness.Part("purpose", "tv", 0, "NA"))))
                .toList();
    }

    /** The same twenty applicants by how unusual they are: their probability of bad, the isolation forest's half of it. */
    static Run unusual(String id, int minute, Path folder, boolean labelled) throws Exception {
        Path file = file(folder);
        int[] rows = IntStream.range(FIRST, ROWS).toArray();
        double[] scores =
                IntStream.of(rows).mapToDouble(CreditDesk::probability).toArray();
        double[] forest =
                IntStream.of(rows).mapToDouble(row -> probability(row) / 2).toArray();
        boolean[] bad = new boolean[labelled ? rows.length : 0];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = bad(rows[i]);
        }
        Evaluation evaluation = new Evaluation(
                Map.of(Metric.PLANTED_AUC, 0.81, Metric.AGREEMENT, 0.7, Metric.CUT_OFF, 0.75),
                Map.of(Metric.PLANTED_AUC, new Interval(0.7, 0.9)),
                List.of(new ChallengerScore("isolationForest", Map.of(Metric.PLANTED_AUC, 0.6))),
                Notice.of("common.error.busy", "x"),
                1,
                List.of(Notice.of("run.warning.anomalyUnlabelled")),
                new Details.OfAnomaly(rows, scores, List.of(new Details.Plain("isolationForest", forest)), bad, 0.75));
        String sha = CsvReader.read(file, ReadSettings.DETECTED).source().sha256();
        return ResultFixtures.run(id, minute, ResultFixtures.spec("anomaly", file), sha, evaluation);
    }

    static ScoreReport report() {
        return new ScoreReport(1000, 213, 0.182, 4, List.of(), true);
    }

    static Drift drift() {
        return new Drift(
                1234,
                0.17,
                new Stability.Chance(0.005, 0.013),
                new ScoreBins(new double[] {0.2, 0.4}, new double[] {0.3, 0.4, 0.3}),
                new double[] {0.5, 0.3, 0.2},
                List.of(
                        new Drift.Column(
                                "amount",
                                0.31,
                                new Stability.Chance(0.005, 0.013),
                                List.of("< 2000", "≥ 2000", "NA"),
                                new double[] {0.5, 0.45, 0.05},
                                new double[] {0.25, 0.7, 0.05}),
                        new Drift.Column(
                                "age",
                                0.02,
                                new Stability.Chance(0.003, 0.008),
                                List.of("< 35", "≥ 35"),
                                new double[] {0.5, 0.5},
                                new double[] {0.55, 0.45})),
                0.71,
                List.of("purpose"),
                List.of());
    }

    static Scorecard scorecard() {
        double infinity = Double.POSITIVE_INFINITY;
        return new Scorecard(
                20,
                600,
                50,
                540,
                List.of(
                        new Characteristic(
                                "amount",
                                0.42,
                                0.9,
                                0.2,
                                List.of(
                                        new Bin("range", -infinity, 2500, List.of(), 12, 3, 0.6, 14),
                                        new Bin("range", 2500, infinity, List.of(), 6, 9, -0.9, -21),
                                        new Bin("missing", Double.NaN, Double.NaN, List.of(), 1, 1, -0.2, -5))),
                        new Characteristic(
                                "purpose",
                                0.05,
                                0.5,
                                0.3,
                                List.of(
                                        new Bin("levels", Double.NaN, Double.NaN, List.of("tv"), 14, 6, 0.1, 2),
                                        new Bin("levels", Double.NaN, Double.NaN, List.of("car"), 5, 7, -0.3, -6))),
                        new Characteristic(
                                "age",
                                0.01,
                                0,
                                Double.NaN,
                                List.of(new Bin("range", -infinity, infinity, List.of(), 19, 13, 0, 0)))));
    }

    static Path file(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("clerk,age,sex,amount,purpose,default\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("K").append(1000 + 7 * i).append(',').append(20 + i).append(i % 2 == 0 ? ",m," : ",f,");
            csv.append(i == 30 ? "" : String.valueOf(1000 + 100 * i)).append(i % 3 == 0 ? ",car," : ",tv,");
            csv.append(bad(i) ? "1" : "0").append('\n');
        }
        return Files.writeString(folder.resolve("applicants.csv"), csv);
    }

    static boolean bad(int row) {
        return row < FIRST ? row % 4 == 0 : row > 29 && row % 2 == 1;
    }

    static Run run(String id, int minute, Path folder) throws Exception {
        return run(id, minute, folder, scorecard());
    }

    static Run run(String id, int minute, Path folder, Scorecard card) throws Exception {
        Path file = file(folder);
        String sha = CsvReader.read(file, ReadSettings.DETECTED).source().sha256();
        return ResultFixtures.run(id, minute, ResultFixtures.spec("credit", file), sha, evaluation(card));
    }

    static Evaluation evaluation(Scorecard card) {
        int[] rows = IntStream.range(FIRST, ROWS).toArray();
        double[] scores =
                IntStream.of(rows).mapToDouble(CreditDesk::probability).toArray();
        boolean[] bad = new boolean[rows.length];
        for (int i = 0; i < bad.length; i++) {
            bad[i] = bad(rows[i]);
        }
        return new Evaluation(
                Map.of(Metric.AUC, 0.8, Metric.CUT_OFF, 0.5),
                Map.of(Metric.AUC, new Interval(0.6, 0.95)),
                List.of(),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfCredit(rows, scores, scores, bad, null, List.of(), card, null, null));
    }
}
