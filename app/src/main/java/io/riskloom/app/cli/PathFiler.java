package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.model.PathRequest;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Has paths drawn into a file; how far it is goes to standard error. */
final class PathFiler {

    private static final long PAUSE = 2_000_000_000;
    private static final double MB = 1e6;

    private final Common common;
    private final Requests.ModelRef model;
    private final Wanted wanted;

    /** What is drawn. */
    record Wanted(int paths, int length, long seed, PathRequest.Start start) {}

    PathFiler(Common common, Requests.ModelRef model, Wanted wanted) {
        this.common = common;
        this.model = model;
        this.wanted = wanted;
    }

    /** @param out null for standard output, to which nothing goes of paths that could not all be drawn */
    void write(Path out) throws IOException {
        if (out != null) {
            tell(drawn(out.toAbsolutePath()));
            return;
        }
        Path folder = Files.createTempDirectory("riskloom-paths");
        Path whole = folder.resolve("paths.csv");
        try {
            PathFileReport report = drawn(whole);
            if (report.complete()) {
                Files.copy(whole, System.out);
                System.out.flush();
            }
            tell(report);
        } finally {
            Files.deleteIfExists(whole);
            Files.delete(folder);
        }
    }

    private PathFileReport drawn(Path out) {
        Requests.PathFileRequest request = new Requests.PathFileRequest(
                model, out.toString(), wanted.paths(), wanted.length(), wanted.seed(), wanted.start());
        try (Engine engine = EngineStarter.child().start(ChildOptions.defaults(), progress())) {
            CompletableFuture<PathFileReport> answer = engine.writePaths(request);
            StopHook hook = StopHook.on(() -> {
                engine.stopWriting();
                answer.handle((report, thrown) -> report).join(); // so that nothing half written stays
            });
            try {
                return answer.join();
            } finally {
                hook.remove();
            }
        }
    }

    private void tell(PathFileReport report) {
        if (!report.complete()) {
            System.err.println(common.texts.get("cli.generate.stopped"));
            return;
        }
        System.err.println(common.texts.get(
                "cli.generate.done",
                Formats.number(report.paths(), 0),
                Formats.number(report.bytes() / MB, 1),
                Formats.number(report.seconds(), 1)));
    }

    /** A line every two seconds until all are drawn. */
    private EngineEvents progress() {
        AtomicLong told = new AtomicLong(System.nanoTime());
        return common.events(report -> {}, scored -> {}, written -> {
            long now = System.nanoTime();
            if (now - told.get() >= PAUSE && written.share() < 1) {
                told.set(now);
                String done = Formats.percent(Math.floor(100 * written.share()) / 100, 0);
                System.err.println(common.texts.get("cli.generate.progress", Formats.number(written.paths(), 0), done));
            }
        });
    }
}
