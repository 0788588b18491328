package io.riskloom.app.playground;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.feature.Convolution;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.Pooling;
import io.riskloom.engine.feature.SetupException;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** An engine that calculates rightly, save for an error that the test puts in, and a session that asks it. */
final class PlaygroundFixture {

    /** What was asked, in order. */
    final List<Object> asked = new ArrayList<>();

    /** Background work that waits for {@link #work()}; run at once unless {@link #held}. */
    final Deque<Runnable> waiting = new ArrayDeque<>();

    boolean held;
    double error;
    boolean wrongShape;
    RuntimeException failure;

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

    /** Does the oldest waiting work. */
    void work() {
        waiting.remove().run();
    }

    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "alive" -> true;
                        case "close" -> null;
                        case "convolve", "pool" -> answer(args[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private CompletableFuture<double[][]> answer(Object request) throws SetupException {
        asked.add(request);
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        double[][] output =
                switch (request) {
                    case Requests.ConvolveRequest r ->
                        Convolution.output(
                                r.input(), r.kernel(), r.stride(), r.padding(), r.dilation(), mode(r), r.bias());
                    case Requests.PoolRequest r ->
                        Pooling.output(
                                r.input(),
                                r.kind().equals("max") ? Pooling.Kind.MAX : Pooling.Kind.AVERAGE,
                                r.rows(),
                                r.columns(),
                                r.stride());
                    default -> throw new IllegalArgumentException(String.valueOf(request));
                };
        output[0][0] += error;
        return CompletableFuture.completedFuture(wrongShape ? new double[][] {output[0]} : output);
    }

    private static PadMode mode(Requests.ConvolveRequest request) {
        return switch (request.padMode()) {
            case "zeros" -> PadMode.ZERO;
            case "reflect" -> PadMode.REFLECT;
            case "replicate" -> PadMode.REPLICATE;
            default -> throw new IllegalArgumentException(request.padMode());
        };
    }
}
