package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ScoreReport;
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

/** Has a file of applicants scored; how far it is and what should be known about the file goes to standard error. */
final class FileScorer {

    private static final long PAUSE = 2_000_000_000;

    private final Common common;
    private final Requests.ModelRef model;
    private final double cutOff;
    private final int reasons;

    FileScorer(Common common, Requests.ModelRef model, double cutOff, int reasons) {
        this.common = common;
        this.model = model;
        this.cutOff = cutOff;
        this.reasons = reasons;
    }

    /** @param out null for standard output, to which nothing goes of a file that cannot be scored to its end */
    void score(Path data, Path out) throws IOException, NoticeException {
        String decides = anomalies() ? "cli.score.alarm" : "cli.score.cutOff";
        System.err.println(common.texts.get(decides, Formats.number(cutOff, 3)));
        if (out != null) {
            tell(scored(data, out.toAbsolutePath()));
            return;
        }
        Path folder = Files.createTempDirectory("riskloom-score");
        Path whole = folder.resolve("scores.csv");
        try {
            ScoreReport report = scored(data, whole);
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

    private boolean anomalies() {
        return model.spec() instanceof AnomalySpec;
    }

    private ScoreReport scored(Path data, Path out) {
        Requests.ScoreFileRequest request =
                new Requests.ScoreFileRequest(model, data.toString(), out.toString(), cutOff, reasons);
        try (Engine engine = EngineStarter.child().start(ChildOptions.defaults(), progress())) {
            CompletableFuture<ScoreReport> answer = engine.scoreFile(request);
            StopHook hook = StopHook.on(() -> {
                engine.stopScoring();
                answer.handle((report, thrown) -> report).join(); // so that nothing half written stays
            });
            try {
                return answer.join();
            } finally {
                hook.remove();
            }
        }
    }

    private void tell(ScoreReport report) {
        report.notes().forEach(note -> System.err.println(common.texts.of(note)));
        System.err.println(common.texts.get(
                anomalies() ? "cli.score.doneAlarms" : "cli.score.done",
                report.rows(),
                Formats.number(report.seconds(), 1),
                report.refused(),
                Formats.number(report.mean(), 3)));
    }

    /** A line every two seconds from the first news on. */
    private EngineEvents progress() {
        AtomicLong told = new AtomicLong();
        return common.events(
                report -> {},
                scored -> {
                    long now = System.nanoTime();
                    if (!told.compareAndSet(0, now) && now - told.get() >= PAUSE) {
                        told.set(now);
                        String done = Formats.percent(Math.floor(100 * scored.share()) / 100, 0);
                        System.err.println(
                                common.texts.get("cli.score.progress", Formats.number(scored.rows(), 0), done));
                    }
                },
                written -> {});
    }
}
