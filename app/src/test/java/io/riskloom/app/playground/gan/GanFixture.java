package io.riskloom.app.playground.gan;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Branch;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import io.riskloom.engine.lesson.ArenaLook;
import io.riskloom.engine.lesson.ArenaPaths;
import io.riskloom.engine.lesson.ArenaPreset;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaTrace;
import io.riskloom.engine.lesson.ArenaTrace.Kind;
import io.riskloom.engine.lesson.ArenaTrace.Stage;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** An engine that keeps branches as the real one does, every tenth step, and invents what the networks do; a session that asks it. */
final class GanFixture {

    /** What was asked, in order. */
    final List<Object> asked = new ArrayList<>();

    /** Background work that waits for {@link #work()}; run at once unless {@link #held}. */
    final Deque<Runnable> waiting = new ArrayDeque<>();

    boolean held;
    Notice failure;
    Notice trouble;
    private final List<Branch> branches = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<ArenaSettings> then = new ArrayList<>();
    private String id = "";
    private ArenaSettings settings;
    private int branch;
    private long step;

    Session session(Path folder) {
        Executor background = work -> {
            if (held) {
                waiting.add(work);
            } else {
                work.run();
            }
        };
        return new Session(
                new Tasks(background, Runnable::run),
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
                        case "arena", "arenaTrace", "arenaRewind", "arenaLook", "arenaClose" ->
                            answer(method.getName(), args[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private CompletableFuture<?> answer(String method, Object request) {
        asked.add(request);
        if (failure != null) {
            return CompletableFuture.failedFuture(new NoticeException(failure));
        }
        return CompletableFuture.completedFuture(
                switch (request) {
                    case Requests.ArenaRequest r
                    when method.equals("arenaTrace") -> {
                        advance(r, 1);
                        yield new ArenaTrace(stages(), frame());
                    }
                    case Requests.ArenaRequest r -> {
                        advance(r, r.steps());
                        yield frame();
                    }
                    case Requests.ArenaRewind r -> {
                        branch = r.branch();
                        step = r.step();
                        settings = then.get(kept.indexOf(new Kept(branch, step)));
                        yield frame();
                    }
                    case Requests.ArenaLookRequest r -> look(r.noise());
                    case Requests.ArenaId r -> true;
                    default -> throw new IllegalArgumentException(String.valueOf(request));
                });
    }

    private void advance(Requests.ArenaRequest r, int steps) {
        if (!r.id().equals(id)) {
            id = r.id();
            branches.clear();
            kept.clear();
            then.clear();
            branches.add(new Branch(0, -1, 0, 0));
            branch = 0;
            step = 0;
            settings = r.settings();
            keep();
        }
        settings = r.settings();
        if (steps > 0 && step < branches.get(branch).to()) {
            branches.add(new Branch(branches.size(), branch, step, step));
            branch = branches.size() - 1;
        }
        for (int i = 0; i < steps; i++) {
            step++;
            Branch here = branches.get(branch);
            branches.set(branch, new Branch(branch, here.parent(), here.from(), step));
            if (step % 10 == 0) {
                keep();
            }
        }
    }

    private void keep() {
        kept.add(new Kept(branch, step));
        then.add(settings);
    }

    /** Collapsed wherever the settings are those of the lesson on collapse. */
    ArenaFrame frame() {
        boolean collapsed = settings.equals(ArenaPreset.COLLAPSE.settings()) && step > 200;
        return new ArenaFrame(
                id,
                settings,
                branch,
                step,
                List.copyOf(branches),
                List.copyOf(kept),
                List.of(),
                measures(step),
                coverage(collapsed),
                settings.data().ofPaths() ? null : plane(),
                settings.data().ofPaths() ? paths() : null,
                manifold(),
                trouble);
    }

    static ArenaFrame.Measures measures(long step) {
        double v = step == 0 ? Double.NaN : 1.0 / step;
        return new ArenaFrame.Measures(
                v,
                2 * v,
                0,
                3 * v,
                4 * v,
                1.5,
                0.6,
                0.4,
                0.7,
                0.3,
                0.2,
                0.1,
                0.05,
                new ArenaFrame.Floor(0.02, 0.02, 0.01, 0.005));
    }

    private ArenaFrame.Coverage coverage(boolean collapsed) {
        double[] fair = {0.5, 0.5};
        double[] shares = collapsed || step == 0 ? new double[] {1, 0} : new double[] {0.6, 0.4};
        return new ArenaFrame.Coverage(
                settings.data().ofPaths() ? 0 : 2,
                collapsed || step == 0 ? 1 : 2,
                shares,
                fair,
                0.8,
                collapsed ? 0.1 : 0.9,
                collapsed,
                new float[][] {{1, 0}, {-1, 0}});
    }

    private static ArenaFrame.Plane plane() {
        return new ArenaFrame.Plane(
                new float[][] {{1, 0}, {-1, 0}},
                new float[][] {{0.5f, 0.5f}, {0, -1}},
                new float[][] {{0.1f, 0}, {0, 0.2f}},
                2,
                new float[] {0.1f, 0.9f, 0.4f, 0.6f});
    }

    private static ArenaFrame.Manifold manifold() {
        return new ArenaFrame.Manifold(
                2,
                2,
                new float[][] {{-2, -2}, {2, -2}, {-2, 2}, {2, 2}},
                new float[][] {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}},
                new float[] {0.5f});
    }

    static ArenaPaths paths() {
        return new ArenaPaths(
                new double[] {0.05, 0.25, 0.5, 0.75, 0.95},
                new double[][] {{1, 0.95}, {1, 0.98}, {1, 1}, {1, 1.02}, {1, 1.05}},
                new double[][] {{1, 0.9}, {1, 0.95}, {1, 1.01}, {1, 1.04}, {1, 1.1}},
                new double[] {0.05, 0.95},
                new double[] {-0.02, 0.02},
                new double[] {-0.03, 0.01},
                new double[] {0.3, 0.2},
                new double[] {0.1, 0.1},
                5,
                0.5,
                List.of(),
                new double[][] {{1, 1.01}});
    }

    private static ArenaLook look(float[] noise) {
        LocalDate day = LocalDate.of(2020, 3, 2);
        return new ArenaLook(
                noise,
                new double[] {1, 1 + noise[0]},
                0.5,
                new double[] {1, 0.99},
                0.1,
                new ArenaPaths.Match(day, day.plusDays(1), 0.1, 0.08));
    }

    static Stage stage(Kind kind) {
        float[][] none = {};
        boolean noise = kind == Kind.NOISE;
        boolean arrows = kind == Kind.GRADIENTS;
        return new Stage(
                kind,
                1,
                1,
                new float[][] {{0.1f, 0.2f}},
                kind == Kind.SCORES ? new float[][] {{1, 0}} : none,
                noise ? none : new float[][] {{0, 1}},
                kind == Kind.SCORES ? new double[] {0.75} : new double[0],
                kind == Kind.SCORES ? new double[] {0.25} : new double[0],
                kind == Kind.DISCRIMINATOR_LOSS ? 1.25 : Double.NaN,
                0,
                Double.NaN,
                arrows ? new float[][] {{0.1f, 0.1f}} : none,
                new float[0]);
    }

    private static List<Stage> stages() {
        return List.of(stage(Kind.NOISE), stage(Kind.FAKES), stage(Kind.SCORES), stage(Kind.DISCRIMINATOR_LOSS));
    }
}
