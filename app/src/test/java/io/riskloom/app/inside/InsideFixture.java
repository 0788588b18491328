package io.riskloom.app.inside;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.CsvReader;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.FeatureMaps;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Sixty trading days, a run with windows of eight of them, and an engine that answers with maps made by hand. */
final class InsideFixture {

    static final int DAYS = 60;
    static final int WINDOW = 8;

    /** Origins asked for, in order. */
    final List<Integer> asked = new ArrayList<>();

    /** Background work that waits for {@link #work()} while {@link #held}. */
    final Deque<Runnable> waiting = new ArrayDeque<>();

    boolean held;
    RuntimeException failure;
    private final Path file;
    private final PriceHistory history;

    InsideFixture(Path folder) throws Exception {
        StringBuilder csv = new StringBuilder("Date,Close\n");
        LocalDate day = LocalDate.parse("2024-01-01");
        for (int i = 0; i < DAYS; i++) {
            csv.append(day).append(',').append(100 + i % 7).append('\n');
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        file = Files.writeString(folder.resolve("prices.csv"), csv);
        history = ((Imported.Prices) CsvReader.read(file)).series().getFirst();
    }

    Path file() {
        return file;
    }

    LocalDate date(int index) {
        return history.dates().get(index);
    }

    Session session(Path folder) {
        return new Session(
                new Tasks(
                        work -> {
                            if (held) {
                                waiting.add(work);
                            } else {
                                work.run();
                            }
                        },
                        Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, events) -> engine()));
    }

    void work() {
        waiting.remove().run();
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "close" -> null;
                        case "features" -> answer((Requests.FeaturesRequest) args[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private CompletableFuture<FeatureMaps> answer(Requests.FeaturesRequest request) {
        asked.add(request.origin());
        return failure != null
                ? CompletableFuture.failedFuture(failure)
                : CompletableFuture.completedFuture(maps(request.origin()));
    }

    /** A stem of three channels of 2 × 2, then seventy channels of one cell. */
    private FeatureMaps maps(int origin) {
        float[] stem = {0, 0, 0, 1, 5, 5, 5, 5, 2, 2, 2, 2};
        float[] stage = new float[70];
        for (int i = 0; i < stage.length; i++) {
            stage[i] = i;
        }
        return new FeatureMaps(
                history.dates().subList(origin - WINDOW + 1, origin + 1),
                Arrays.copyOfRange(history.close(), origin - WINDOW + 1, origin + 1),
                new double[16][16],
                List.of(new FeatureMaps.Layer("stem", 3, 2, 2, stem), new FeatureMaps.Layer("stage1", 70, 1, 1, stage)),
                new double[][] {{1, 0}, {0, 0}},
                0.25);
    }

    /** Tested on the days 40 to 49, five days ahead. */
    Run run(String id, int minute, Object... settings) throws Exception {
        ClassifySpec spec = Specs.defaults(ClassifySpec.class, file.toString());
        for (int i = 0; i < settings.length; i += 2) {
            spec = Specs.with(spec, (String) settings[i], settings[i + 1]);
        }
        spec = Specs.with(spec, "window", WINDOW);
        return ResultFixtures.run(
                id, minute, spec, CsvReader.read(file).source().sha256(), evaluation());
    }

    private Evaluation evaluation() {
        return new Evaluation(
                Map.of(Metric.ACCURACY, 0.521, Metric.AUC, 0.508, Metric.BRIER, 0.2507),
                Map.of(Metric.ACCURACY, new Interval(0.472, 0.57)),
                List.of(new ChallengerScore("majority", Map.of(Metric.ACCURACY, 0.53))),
                Notice.of("common.error.busy", "x"),
                0,
                List.of(),
                new Details.OfClassify(
                        history.dates().subList(40, 50), new double[10], new boolean[10], null, null, null, null));
    }
}
