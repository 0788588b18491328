package io.riskloom.app.playground.residual;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.lesson.BlockTrace;
import io.riskloom.engine.lesson.RaceFrame;
import io.riskloom.engine.lesson.RaceSettings;
import io.riskloom.engine.lesson.RaceTask;
import io.riskloom.engine.lesson.StackFigures;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineFailure;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A session over a price file and an engine that counts steps: the plain stack's gradient shrinks tenfold a layer. */
final class RaceFixture {

    final List<Requests.RaceRequest> asked = new ArrayList<>();
    final Deque<Runnable> waiting = new ArrayDeque<>();
    boolean held;
    boolean dead;
    private final Map<String, Integer> steps = new HashMap<>();

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

    static Path prices(Path folder) {
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close\n");
        for (int day = 0; day < 200; day++) {
            double close = 100 + 5 * Math.sin(day) + day % 7;
            csv.append(LocalDate.parse("2024-01-01").plusDays(day))
                    .append(",%1$s,%2$s,%3$s,%1$s\n".formatted(close, close + 1, close - 1));
        }
        try {
            return Files.writeString(folder.resolve("up.csv"), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "close" -> null;
                        case "hashCode" -> 1;
                        case "equals" -> proxy == args[0];
                        case "race" -> answer((Requests.RaceRequest) args[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    /** As the engine does where a race's file changed. */
    void forget() {
        steps.clear();
    }

    private CompletableFuture<RaceFrame> answer(Requests.RaceRequest request) {
        asked.add(request);
        if (dead) {
            return CompletableFuture.failedFuture(new EngineFailure(Notice.of("service.childDied", 9, "–"), null));
        }
        int now = steps.merge(request.id(), request.steps(), Integer::sum);
        return CompletableFuture.completedFuture(frame(request, now));
    }

    private static RaceFrame frame(Requests.RaceRequest request, int now) {
        RaceSettings s = request.settings();
        LocalDate day = LocalDate.parse("2024-03-01");
        RaceTask task = new RaceTask(s.series(), 32, 5, 0.01, 100, 40, 0.5, day, day.plusDays(60), day.plusDays(100));
        return new RaceFrame(
                now,
                now - now % 10,
                task,
                figures(s.depth(), now - request.steps(), request.steps(), 0.1, 0.5, 0.7),
                figures(s.depth(), now - request.steps(), request.steps(), 1, 0.75, 0.6),
                trace(request, s),
                request.steps() == 0 ? Double.NaN : 12);
    }

    private static StackFigures figures(int depth, int first, int steps, double shrink, double accuracy, double loss) {
        double[] losses = new double[steps];
        Arrays.fill(losses, loss);
        double[] gradients = IntStream.rangeClosed(1, depth)
                .mapToDouble(layer -> 0.1 * Math.pow(shrink, depth - layer))
                .toArray();
        return new StackFigures(first, losses, accuracy, gradients, new double[depth], 1000, false);
    }

    /** The second half of the blocks is projected. */
    private static BlockTrace trace(Requests.RaceRequest request, RaceSettings s) {
        boolean projected = request.block() == s.widening();
        double[][] branch = {{-0.5, 0.25}, {1, 2}};
        double[][] shortcut = {{0.125, 0.5}, {0, -3}};
        double[][] sum = {{-0.375, 0.75}, {1, -1}};
        double[][] output = {{0, 0.75}, {1, 0}};
        return new BlockTrace(
                request.block(),
                request.sample(),
                LocalDate.parse("2024-05-06"),
                true,
                0.64,
                projected ? 2 : 1,
                projected,
                List.of(
                        new BlockTrace.Stage("input", shortcut),
                        new BlockTrace.Stage("conv1", branch),
                        new BlockTrace.Stage("act1", output),
                        new BlockTrace.Stage("conv2", branch),
                        new BlockTrace.Stage("shortcut", shortcut),
                        new BlockTrace.Stage("sum", sum),
                        new BlockTrace.Stage("output", output)));
    }
}
