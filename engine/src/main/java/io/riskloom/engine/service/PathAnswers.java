package io.riskloom.engine.service;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.data.PathFile;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.djl.Judging;
import io.riskloom.engine.djl.PathProtocol;
import io.riskloom.engine.feature.WindowSet;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.model.PathSet;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** TimeGAN's scores of a trained generator or of a file of paths. Used by the engine's one thread only. */
final class PathAnswers {

    /** Days of a window in TimeGAN's protocol. */
    static final int DAYS = 24;

    /** The last windows of a long history; TimeGAN's authors, whose history has fewer, take and scale by all. */
    private static final int MOST = 8_000;

    private final Library library;
    private final EngineEvents events;

    PathAnswers(Library library, EngineEvents events) {
        this.library = library;
        this.events = events;
    }

    /**
     * Of a generator of bars against the bars that it learnt, of another one against the path of prices from 1 on.
     *
     * @throws NoticeException {@code service.tooShort} (series, days, needed) for a history with few windows, and as
     *     {@link LearntDays#table}, {@link MadeLevels#both} and {@link PathProtocol#scores} say
     * @throws java.util.concurrent.CancellationException where it is stopped
     */
    ProtocolScores protocol(Requests.ProtocolRequest request, BooleanSupplier stopped) throws Exception {
        PathGenerator model = library.model(request.model(), PathGenerator.class, "protocol");
        GenerateSpec spec = (GenerateSpec) request.model().spec();
        boolean rebased = !spec.bars();
        PathTable known = new LearntDays(library, spec).table(request.data());
        requireWindows(known);
        model.cancelWhen(stopped);
        try {
            int windows = Math.min(MOST, known.days() - DAYS + (rebased ? 0 : 1));
            PathSet made = model.generate(
                    new PathRequest(windows, DAYS, Seeds.mix(request.seed(), 1), PathRequest.Start.ANY_DAY));
            PathTable real = MadeLevels.both(known, made);
            WindowSet generated = WindowSet.drawn(
                    real.columns(), MadeLevels.of(made, real, rebased), DAYS, rebased, windows, request.seed());
            return PathProtocol.scores(request.plan(rebased), real(real, rebased), generated, judging(stopped));
        } finally {
            model.cancelWhen(() -> false);
        }
    }

    /**
     * Of the columns that both files have.
     *
     * @throws NoticeException {@code service.tooShort} (file, days, needed), {@code service.zeroBase} (file, column) for a 0 that
     *     windows would be divided by, and as {@link PathFile#read}
     */
    ProtocolScores judgeFiles(Requests.JudgeFilesRequest request, BooleanSupplier stopped) throws Exception {
        PathTable real = table(request.real());
        PathTable generated = table(request.generated());
        int days = DAYS + (request.rebased() ? 1 : 0);
        requireWindows(real);
        if (generated.days() < days) {
            throw new NoticeException(Notice.of("service.tooShort", generated.file(), generated.days(), days));
        }
        if (request.rebased()) {
            requireBases(real);
            requireBases(generated);
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

    /** Windows are divided by their level of the day before, which is 0 on a day without trade. */
    private static void requireBases(PathTable table) throws NoticeException {
        for (double[][] path : table.levels()) {
            for (int c = 0; c < path.length; c++) {
                if (Arrays.stream(path[c]).anyMatch(level -> level == 0)) {
                    throw new NoticeException(Notice.of(
                            "service.zeroBase", table.file(), table.columns().get(c)));
                }
            }
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
