package io.riskloom.app.playground.cell;

import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.lesson.CellStates;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An engine that calculates rightly, save for an error that the test puts in, and a session that asks it. */
final class CellFixture {

    final List<Requests.CellRequest> asked = new ArrayList<>();
    double error;

    Session session(Path folder) {
        return new Session(
                new Tasks(Runnable::run, Runnable::run),
                Project.open(folder.resolve("project")),
                new EngineHost((options, events) -> engine()));
    }

    static Path prices(Path folder) {
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close\n");
        for (int day = 0; day < 80; day++) {
            double close = 100 * Math.exp(day % 2 == 0 ? 0 : 0.01);
            csv.append(LocalDate.parse("2024-01-01").plusDays(day))
                    .append(",%1$s,%2$s,%3$s,%1$s\n".formatted(close, close + 1, close - 1));
        }
        try {
            return Files.writeString(folder.resolve("saw.csv"), csv);
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
                        case "cell" -> CompletableFuture.completedFuture(answer((Requests.CellRequest) args[0]));
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    private CellStates answer(Requests.CellRequest r) {
        asked.add(r);
        double[] b = new double[r.b().length];
        for (int row = 0; row < b.length; row++) {
            b[row] = r.b()[row][0] + r.b()[row][1];
        }
        RecurrentCell.Kind kind = r.kind().equals("lstm") ? RecurrentCell.Kind.LSTM : RecurrentCell.Kind.GRU;
        List<CellStep> steps = new RecurrentCell(kind, r.w(), r.u(), b).run(r.inputs(), r.h(), r.c());
        double[][] hidden = steps.stream().map(s -> s.hidden().clone()).toArray(double[][]::new);
        hidden[0][0] += error;
        return new CellStates(hidden, steps.stream().map(CellStep::cell).toArray(double[][]::new));
    }
}
