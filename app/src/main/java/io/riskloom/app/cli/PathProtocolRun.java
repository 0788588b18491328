package io.riskloom.app.cli;

import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.service.ChildOptions;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.service.Requests;
import java.util.concurrent.atomic.AtomicLong;

/** Has TimeGAN's scores counted by an engine; how far they are goes to standard error. */
final class PathProtocolRun {

    private static final long PAUSE = 2_000_000_000;

    private final Common common;

    PathProtocolRun(Common common) {
        this.common = common;
    }

    ProtocolScores scores(Requests.JudgeFilesRequest request) {
        try (Engine engine = EngineStarter.child().start(ChildOptions.defaults(), progress())) {
            return engine.judgeFiles(request).join();
        }
    }

    /** A line every two seconds. */
    private EngineEvents progress() {
        AtomicLong told = new AtomicLong(System.nanoTime());
        return new EngineEvents() {
            @Override
            public void epoch(EpochReport report) {}

            @Override
            public void progress(Progress progress) {}

            @Override
            public void judged(Judged judged) {
                long now = System.nanoTime();
                if (now - told.get() >= PAUSE) {
                    told.set(now);
                    System.err.println(common.texts.get(
                            "cli.evaluate.progress",
                            common.texts.get("cli.evaluate.score." + judged.score()),
                            Formats.percent(Math.floor(100 * judged.share()) / 100, 0)));
                }
            }

            @Override
            public void log(LogLine line) {
                if (common.verbose) {
                    System.err.println(line.text());
                }
            }
        };
    }
}
