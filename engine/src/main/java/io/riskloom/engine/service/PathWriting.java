package io.riskloom.engine.service;

import io.riskloom.engine.data.AtomicFiles;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.PathGenerator;
import io.riskloom.engine.model.PathRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Draws paths into a file, a block at a time, so that their number costs time but no memory; the days of a block do. */
final class PathWriting {

    private static final long PAUSE = 100_000_000;
    /** Numbers of a block at most; of eight bytes each, twice while they are handed over. */
    private static final long MOST_NUMBERS = 60_000_000;
    /** Numbers of a generator's day: returns, and the columns of bars, or of as many series as are learnt together. */
    private static final int BAR_NUMBERS = 6;

    private static final int JOINT_NUMBERS = 8;

    private final PathGenerator model;
    private final Requests.PathFileRequest request;
    private final EngineEvents events;
    private final BooleanSupplier stopped;
    private final long start = System.nanoTime();
    private long told = start;
    private long paths;
    private long bytes;

    PathWriting(PathGenerator model, Requests.PathFileRequest request, EngineEvents events, BooleanSupplier stopped) {
        this.model = model;
        this.request = request;
        this.events = events;
        this.stopped = stopped;
    }

    /**
     * @throws NoticeException {@code service.pathCount} (paths, length), {@code service.pathLength} (length, longest), {@code
     *     paths.error.write} (file, reason), and as {@link WriteTarget#check}
     */
    PathFileReport run() throws NoticeException, IOException {
        if (request.paths() < 1 || request.length() < 1) {
            throw new NoticeException(Notice.of("service.pathCount", request.paths(), request.length()));
        }
        long longest = longest();
        if (request.length() > longest) {
            throw new NoticeException(Notice.of("service.pathLength", request.length(), longest));
        }
        Path out = Path.of(request.out());
        WriteTarget.check(out, request.model());
        model.cancelWhen(stopped);
        try {
            AtomicFiles.write(out, this::write);
        } catch (CancellationException e) {
            return report(false);
        } catch (IOException e) {
            throw new NoticeException(Notice.of("paths.error.write", out, String.valueOf(e.getMessage())), e);
        } finally {
            model.cancelWhen(() -> false);
        }
        events.written(new EngineEvents.Written(paths, 1));
        return report(true);
    }

    private long longest() {
        GenerateSpec spec = (GenerateSpec) request.model().spec();
        int numbers = spec.bars() ? BAR_NUMBERS : spec.joint() ? JOINT_NUMBERS : 1;
        return MOST_NUMBERS / numbers / Math.min(request.paths(), PathRequest.BLOCK);
    }

    private void write(OutputStream out) throws IOException {
        PathCsv csv = new PathCsv(out, ((GenerateSpec) request.model().spec()).bars());
        for (int from = 0; from < request.paths(); from += PathRequest.BLOCK) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            int rows = Math.min(PathRequest.BLOCK, request.paths() - from);
            csv.add(model.generate(new PathRequest(from, rows, request.length(), request.seed(), request.start())));
            paths = csv.paths();
            bytes = csv.written();
            tell();
        }
    }

    private void tell() {
        long now = System.nanoTime();
        if (now - told >= PAUSE) {
            told = now;
            events.written(new EngineEvents.Written(paths, (double) paths / request.paths()));
        }
    }

    private PathFileReport report(boolean complete) {
        return new PathFileReport(paths, paths * request.length(), bytes, (System.nanoTime() - start) / 1e9, complete);
    }
}
