package io.riskloom.engine.service;

import io.riskloom.engine.data.CreditBook;
import io.riskloom.engine.data.CreditColumn;
import io.riskloom.engine.data.ImportReport;
import io.riskloom.engine.data.Imported;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.data.ReadSettings;
import io.riskloom.engine.data.Source;
import io.riskloom.engine.djl.EngineArithmetic;
import io.riskloom.engine.feature.PoolShape;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.ForecastSpec;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.RunMonitor;
import io.riskloom.engine.model.TrainedModel;
import io.riskloom.engine.quality.Reading;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Work without natives, so that what surrounds it can be tested in little time. The spec's {@code series} says what
 * a training does beside counting: {@code flood} floods the log, {@code held} holds a lock on the folder's file
 * {@code lock} until the process ends, {@code die} ends the process, {@code pause} waits after
 * the first epoch until it is paused, {@code refuse} refuses.
 */
class FakeWork implements Work {

    static final int DAYS = 100;

    /** Of a file whose name says short: fewer than the forecaster's window. */
    private static final int FEW = 5;

    static final String CHECKPOINT = "checkpoint.safetensors";
    static final int FLOOD_LINES = 60_000;

    private FileLock held;

    @Override
    public Imported read(Path data, Reading reading) throws IOException {
        Source source =
                new Source(data.toString(), "0".repeat(64), data.toString().contains("credit") ? 3 : DAYS);
        ImportReport report = new ImportReport(
                "UTF-8",
                ",",
                source.rows(),
                List.of(),
                List.of(),
                List.of(),
                ReadSettings.DETECTED,
                List.of(new ImportReport.Warning(5, "", Notice.of("data.warn.shortRows", 5, "", 1))));
        if (data.toString().contains("credit")) {
            CreditColumn age = new CreditColumn.Numeric("age", new double[] {20, 40, Double.NaN});
            CreditColumn home = new CreditColumn.Categorical("home", List.of("own", "boat"), new int[] {0, 1, 1});
            return new Imported.Credit(
                    new CreditBook("credit", List.of(age, home), "", "", "", new boolean[0], List.of(), source),
                    new int[] {2, 3, 5},
                    report);
        }
        int days = data.toString().contains("short") ? FEW : DAYS;
        double[] close = IntStream.range(0, days).mapToDouble(i -> 100 + i).toArray();
        List<LocalDate> dates = IntStream.range(0, days)
                .mapToObj(i -> LocalDate.of(2020, 1, 1).plusDays(i))
                .toList();
        double[] none = {};
        return new Imported.Prices(
                List.of(new PriceHistory("FAKE", dates, none, none, none, close, none, source)),
                List.of(IntStream.range(2, days + 2).toArray()),
                report);
    }

    @Override
    public Outcome train(TrainRequest request, RunMonitor monitor) throws Exception {
        Path folder = Files.createDirectories(Path.of(request.folder()));
        switch (request.spec().series()) {
            case "flood" -> IntStream.range(0, FLOOD_LINES).forEach(i -> System.err.println("flood ".repeat(16) + i));
            case "held" ->
                held = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                        .lock();
            case "refuse" -> throw new NoticeException(Notice.of("feature.error.tooShort", "12", "60"));
            default -> System.out.println("training " + request.spec().series());
        }
        int epochs = request.spec().epochs();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            if (monitor.paused()) {
                monitor.halted(epoch, 0, 2);
            }
            if (monitor.cancelled()) {
                return new Outcome.Cancelled();
            }
            if (monitor.enough()) {
                return finished();
            }
            step();
            Path fresh = Files.writeString(folder.resolve("fresh"), Integer.toString(epoch));
            Files.move(fresh, folder.resolve(CHECKPOINT), StandardCopyOption.ATOMIC_MOVE);
            monitor.onProgress(epoch, 1, 2, 10);
            monitor.onEpoch(new EpochReport(epoch, epochs, 1.0 / epoch, Double.NaN, Map.of("x", Double.NaN), 0.1));
            while (request.spec().series().equals("pause") && epoch == 1 && !monitor.paused() && !monitor.cancelled()) {
                Thread.onSpinWait();
            }
            if (request.spec().series().equals("die")) {
                System.err.println("terminate called after throwing an instance of 'c10::Error'");
                Runtime.getRuntime().halt(134);
            }
        }
        return finished();
    }

    static Outcome.Finished finished() {
        return new Outcome.Finished(new Evaluation(
                Map.of("mae", 1.5, "smape", Double.NaN),
                Map.of("mae", new Interval(1, 2)),
                List.of(),
                Notice.of("verdict.better", "12"),
                1,
                List.of(),
                new Details.OfGenerate(
                        new PathSet(new double[][] {{0.1, Double.NaN}}, 3), new double[] {1}, List.of(), null)));
    }

    /** Some arithmetic in place of a training step. */
    void step() throws InterruptedException {
        double sum = 0;
        for (int i = 1; i < 2_000_000; i++) {
            sum += 1.0 / i;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a harmonic sum is a number");
        }
    }

    @Override
    public TrainedModel load(Requests.ModelRef model) throws Exception {
        return switch (model.spec()) {
            case ForecastSpec s -> new FakeModels.Straight();
            case ClassifySpec s -> new FakeModels.Even();
            case AnomalySpec s -> throw new IllegalArgumentException("no such model here");
            case CreditSpec s -> new FakeModels.Third();
            case GenerateSpec s -> new FakeModels.Seeded();
        };
    }

    @Override
    public double[][][] convolve(Requests.ConvolveRequest request) throws Exception {
        System.out.println("Content-Length: 7\r\n\r\nstray text that must not reach the protocol");
        switch (request.padMode()) {
            case "refused" -> throw new NoticeException(Notice.of("run.error.convolution", "stride", "0", "≥ 1"));
            case "broken" -> throw new IllegalStateException("a bug");
            default -> {
                return request.input();
            }
        }
    }

    @Override
    public EngineArithmetic.Pooled pool(Requests.PoolRequest request) {
        PoolShape shape = request.shape();
        return new EngineArithmetic.Pooled(
                new double[][][] {{{shape.rows(), shape.columns(), shape.stride()}}}, request.input());
    }

    @Override
    public double[] dense(Requests.DenseRequest request) {
        return request.biases();
    }

    @Override
    public DeviceInfo device() {
        return new DeviceInfo("cpu", 2, Integer.getInteger("riskloom.threads", 0), "Fake 1", 0, 0);
    }

    @Override
    public CheckReport check() {
        return new CheckReport(List.of(
                new CheckReport.Item("native", true, "1"), new CheckReport.Item("lstm", held != null, "no lock")));
    }
}
