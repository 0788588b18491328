package io.riskloom.engine.service;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Questions and the waiting for their answers. */
final class Asked {

    private Asked() {}

    static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }

    /** The notice of an answer that must fail. */
    static Notice refusal(CompletableFuture<?> answer) {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
        return assertInstanceOf(EngineFailure.class, thrown.getCause()).notice();
    }

    static ForecastSpec spec(String series, int epochs) {
        ForecastSpec spec = Specs.with(Specs.defaults(ForecastSpec.class, "prices.csv"), "series", series);
        return Specs.with(spec, "epochs", epochs);
    }

    static TrainRequest train(Path folder, String series, int epochs) {
        return new TrainRequest(spec(series, epochs), folder.toString(), "cpu");
    }

    static Requests.ModelRef model(String task) {
        RunSpec spec = Specs.defaults(task, "prices.csv");
        return new Requests.ModelRef(spec, "runs/" + task);
    }

    static Requests.ConvolveRequest convolve(double[][] input, String padMode) {
        return Requests.ConvolveRequest.plane(input, new double[][] {{1}}, 1, 0, 1, padMode, 0);
    }
}
