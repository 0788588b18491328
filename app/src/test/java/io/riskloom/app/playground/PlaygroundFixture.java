package io.riskloom.app.playground;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.feature.ConvolutionLayer;
import io.riskloom.engine.feature.PadMode;
import io.riskloom.engine.feature.Pooling;
import io.riskloom.engine.feature.SetupException;
import io.riskloom.engine.inside.Filters;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
    boolean moreGrids;
    RuntimeException failure;

    /** Of the trained network. */
    NetworkGraph graph;

    Filters filters;

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
                        case "convolve", "pool", "dense", "graph", "filters" -> answer(args[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private CompletableFuture<?> answer(Object request) throws SetupException {
        asked.add(request);
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        return CompletableFuture.completedFuture(
                switch (request) {
                    case Requests.ConvolveRequest r -> wrong(layer(r).output());
                    case Requests.PoolRequest r -> pooled(r);
                    case Requests.DenseRequest r ->
                        DenseWorking.softmax(Arrays.stream(r.weights())
                                .mapToDouble(w -> DenseWorking.product(w, r.input(), w.length))
                                .toArray());
                    case Requests.InsideRequest r -> graph;
                    case Requests.FiltersRequest r -> filters;
                    default -> throw new IllegalArgumentException(String.valueOf(request));
                });
    }

    private static ConvolutionLayer layer(Requests.ConvolveRequest r) {
        return new ConvolutionLayer(
                r.input(),
                r.kernels(),
                r.biases(),
                r.stride(),
                r.padding(),
                r.dilation(),
                r.groups(),
                mode(r),
                r.activation());
    }

    private EngineArithmetic.Pooled pooled(Requests.PoolRequest r) throws SetupException {
        Pooling.Kind kind = r.kind().equals("max") ? Pooling.Kind.MAX : Pooling.Kind.AVERAGE;
        double[][][] output = new double[r.input().length][][];
        double[][][] gradient = new double[r.input().length][][];
        for (int c = 0; c < output.length; c++) {
            output[c] = Pooling.output(r.input()[c], kind, r.shape());
            gradient[c] = Pooling.gradient(r.input()[c], kind, r.shape());
        }
        return new EngineArithmetic.Pooled(wrong(output), gradient);
    }

    private double[][][] wrong(double[][][] output) {
        output[0][0][0] += error;
        if (wrongShape) {
            output[0] = new double[][] {output[0][0]};
        }
        return moreGrids ? new double[][][] {output[0], output[0]} : output;
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
