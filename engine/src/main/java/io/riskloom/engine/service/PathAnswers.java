package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PathFile;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.data.PriceHistory;
import io.riskloom.engine.djl.Judging;
import io.riskloom.engine.djl.PathProtocol;
import io.riskloom.engine.feature.DateSplit;
import io.riskloom.engine.feature.SharedDays;
import io.riskloom.engine.feature.WindowSet;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.Seeds;
import io.riskloom.engine.model.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** TimeGAN's scores of a trained generator or of a file of paths. Used by the engine's one thread only. */
final class PathAnswers {

    /** Days of a window in TimeGAN's protocol. */
    static final int DAYS = 24;

    /** The last windows of a long history. */
    private static final int MOST = 8_000;

    private static final String ADJUSTED = "adjclose";

    private final Library library;
    private final EngineEvents events;

    PathAnswers(Library library, EngineEvents events) {
        this.library = library;
        this.events = events;
    }

    /**
     * Of a generator of bars against the bars that it learnt, of another one against the path of prices from 1 on.
     *
     * @throws NoticeException {@code service.tooShort} (series, days, needed) for a history with few windows
     * @throws java.util.concurrent.CancellationException where it is stopped
     */
    ProtocolScores protocol(Requests.ProtocolRequest request, BooleanSupplier stopped) throws Exception {
        PathGenerator model = library.model(request.model(), PathGenerator.class, "protocol");
        GenerateSpec spec = (GenerateSpec) request.model().spec();
        boolean rebased = !spec.bars();
        PathTable known = known(spec, request.data());
        requireWindows(known);
        WindowSet real = real(known, rebased);
        model.cancelWhen(stopped);
        try {
            PathSet made = model.generate(
                    new PathRequest(real.size(), DAYS, Seeds.mix(request.seed(), 1), PathRequest.Start.ANY_DAY));
            WindowSet generated = WindowSet.drawn(
                    known.columns(), levels(made, known.columns(), rebased), DAYS, rebased, real.size(), request.seed());
            return PathProtocol.scores(request.plan(rebased), real, generated, judging(stopped));
        } finally {
            model.cancelWhen(() -> false);
        }
    }

    /**
     * Of the columns that both files have.
     *
     * @throws NoticeException {@code service.tooShort} (file, days, needed), and as {@link PathFile#read}
     */
    ProtocolScores judgeFiles(Requests.JudgeFilesRequest request, BooleanSupplier stopped) throws Exception {
        PathTable real = table(request.real());
        PathTable generated = table(request.generated());
        int days = DAYS + (request.rebased() ? 1 : 0);
        requireWindows(real);
        if (generated.days() < days) {
            throw new NoticeException(Notice.of("service.tooShort", generated.file(), generated.days(), days));
        }
        WindowSet windows = real(real, request.rebased());
        WindowSet made = WindowSet.drawn(
                real.columns(),
                generated.levels(),
                DAYS,
                request.rebased(),
                windows.size(),
                Seeds.mix(request.seed(), 2));
        return PathProtocol.scores(request.plan(), windows, made, judging(stopped));
    }

    private static PathTable table(Requests.PathColumns asked) throws NoticeException, IOException {
        return PathFile.read(Path.of(asked.file()), asked.returns())
                .only(asked.columns())
                .literature();
    }

    private static void requireWindows(PathTable table) throws NoticeException {
        int needed = 2 * DAYS + 1;
        if (table.paths() == 1 && table.days() < needed) {
            throw new NoticeException(Notice.of("service.tooShort", table.file(), table.days(), needed));
        }
        if (table.days() < DAYS + 1) {
            throw new NoticeException(Notice.of("service.tooShort", table.file(), table.days(), DAYS + 1));
        }
    }

    /** Every window of each path, the last ones of many. */
    private static WindowSet real(PathTable table, boolean rebased) {
        float[][] rows = Arrays.stream(table.levels())
                .flatMap(path -> Arrays.stream(
                        WindowSet.every(table.columns(), path, DAYS, rebased).rows()))
                .toArray(float[][]::new);
        int from = Math.max(0, rows.length - MOST);
        return new WindowSet(table.columns(), DAYS, Arrays.copyOfRange(rows, from, rows.length));
    }

    /** The days that the generator learnt and, but for bars, chose its epoch by; all of another file. */
    private PathTable known(GenerateSpec spec, String data) throws Exception {
        String file = data.isEmpty() ? spec.data() : data;
        PriceHistory main = library.prices(file, spec);
        List<PriceHistory> series = spec.joint() ? SharedDays.of(main, library.all(file, spec)) : List.of(main);
        int size = series.getFirst().size();
        int from = 0;
        int to = size;
        if (data.isEmpty()) {
            DateSplit split = Splits.days(spec, size);
            from = split.trainingDays().first();
            // bars come at the price levels of training windows, so that other days would give them away
            int last = spec.bars() ? split.trainingDays().last() : split.validation().last();
            to = Math.max(split.trainingDays().last(), last) + 1;
        }
        PathTable table = spec.bars()
                ? bars(series.getFirst())
                : new PathTable(
                        series.getFirst().symbol(),
                        series.stream().map(PriceHistory::symbol).toList(),
                        new double[][][] {series.stream().map(PriceHistory::close).toArray(double[][]::new)});
        return part(table, from, to);
    }

    private static PathTable bars(PriceHistory history) {
        double[] close = history.close();
        boolean volume = history.volume().length > 0;
        double[][] prices = {history.open(), history.high(), history.low(), close};
        List<String> names = List.of("open", "high", "low", "close");
        return volume
                ? new PathTable(
                        history.symbol(), List.of("open", "high", "low", "close", ADJUSTED, "volume"), new double[][][] {
                            {prices[0], prices[1], prices[2], close, close, history.volume()}
                        })
                : new PathTable(history.symbol(), names, new double[][][] {prices});
    }

    private static PathTable part(PathTable table, int from, int to) {
        double[][] columns = Arrays.stream(table.levels()[0])
                .map(column -> Arrays.copyOfRange(column, from, to))
                .toArray(double[][]::new);
        return new PathTable(table.file(), table.columns(), new double[][][] {columns});
    }

    /** Paths × columns × days; those that begin at their level of the day before have it in front. */
    private static double[][][] levels(PathSet made, List<String> columns, boolean rebased) {
        List<double[][]> each = columns.stream().map(name -> column(made, name)).toList();
        return IntStream.range(0, made.paths())
                .mapToObj(p -> each.stream()
                        .map(levels -> Arrays.copyOfRange(levels[p], rebased ? 0 : 1, levels[p].length))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[][] column(PathSet made, String name) {
        String source = name.equals(ADJUSTED) ? "close" : name;
        return made.others().stream()
                .filter(column -> column.name().equals(source))
                .findFirst()
                .map(PathSet.Column::levels)
                .orElseGet(made::prices);
    }

    private Judging judging(BooleanSupplier stopped) {
        return new Judging() {
            @Override
            public void on(String score, double share) {
                events.judged(new EngineEvents.Judged(score, share));
            }

            @Override
            public boolean stopped() {
                return stopped.getAsBoolean();
            }
        };
    }
}
