package io.riskloom.app.playground;

import io.riskloom.engine.service.EngineService;
import io.riskloom.engine.service.Requests;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What the page says that a set-up gives, and the question whose answer must be the same.
 *
 * @param explained grids, in the order of the answer
 */
record Claim(double[][][] explained, Function<EngineService, CompletableFuture<double[][][]>> question) {

    static Claim of(PlaygroundState s, Working w) {
        return switch (s.mode()) {
            case CONVOLUTION -> new Claim(values(w.maps()), engine -> engine.convolve(convolution(s)));
            case POOLING ->
                new Claim(
                        joined(values(w.maps()), values(w.gradient())), engine -> engine.pool(new Requests.PoolRequest(
                                        s.inputs().values(),
                                        s.pool().shape(),
                                        s.pool().word()))
                                .thenApply(pooled -> joined(pooled.output(), pooled.gradient())));
            case DENSE -> {
                DenseWorking end = w.end().orElseThrow();
                Requests.DenseRequest dense =
                        new Requests.DenseRequest(end.values(), end.weights(), new double[DenseEnd.CLASSES]);
                yield new Claim(joined(values(w.maps()), wrapped(end.probabilities())), engine -> engine.convolve(
                                convolution(s))
                        .thenCombine(engine.dense(dense), (maps, p) -> joined(maps, wrapped(p))));
            }
            case SERIES ->
                new Claim(joined(values(w.row().orElseThrow().maps()), values(w.maps())), engine -> engine.convolve(
                                plane(s, s.series().returns(), s.series().kernel()))
                        .thenCombine(
                                engine.convolve(
                                        plane(s, s.series().image(), s.series().imageKernel())),
                                Claim::joined));
        };
    }

    private static Requests.ConvolveRequest convolution(PlaygroundState s) {
        Convolving c = s.conv();
        return new Requests.ConvolveRequest(
                s.inputs().values(),
                c.bank().kernels(c.groups()),
                c.bank().biasValues(),
                c.stride(),
                c.padding(),
                c.dilation(),
                c.groups(),
                c.padWord(),
                c.activation());
    }

    private static Requests.ConvolveRequest plane(PlaygroundState s, Grid input, Grid kernel) {
        return Requests.ConvolveRequest.plane(
                input.values(), kernel.values(), s.conv().stride(), 0, s.conv().dilation(), "zeros", 0);
    }

    private static double[][][] values(List<Grid> grids) {
        return grids.stream().map(Grid::values).toArray(double[][][]::new);
    }

    private static double[][][] wrapped(double[] row) {
        return new double[][][] {{row}};
    }

    private static double[][][] joined(double[][][] first, double[][][] second) {
        double[][][] all = new double[first.length + second.length][][];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
