package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ScoreReport;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.Requests;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One file scored by an engine that does nothing else, so that questions are answered meanwhile. */
final class FileScoring implements Tasks.Work<ScoreReport> {

    private final Tasks tasks;
    private final EngineHost engines;
    private final Requests.ScoreFileRequest request;
    private final Notice title;
    private final Consumer<EngineEvents.Scored> scored;

    FileScoring(
            Tasks tasks,
            EngineHost engines,
            Requests.ScoreFileRequest request,
            Notice title,
            Consumer<EngineEvents.Scored> scored) {
        this.tasks = tasks;
        this.engines = engines;
        this.request = request;
        this.title = title;
        this.scored = scored;
    }

    @Override
    public ScoreReport call(TaskItem item) {
        Engine engine = engines.start(new EngineEvents() {
            @Override
            public void epoch(EpochReport report) {}

            @Override
            public void progress(Progress progress) {}

            @Override
            public void log(LogLine line) {}

            @Override
            public void scored(Scored now) {
                item.report(title, now.share());
                tasks.ui(() -> scored.accept(now));
            }
        });
        try {
            CompletableFuture<ScoreReport> report = engine.scoreFile(request);
            // also where it was cancelled while the engine started
            tasks.ui(() -> item.cancelled().subscribe(stop -> {
                if (stop) {
                    engine.stopScoring();
                }
            }));
            return report.join();
        } finally {
            engines.end(engine);
        }
    }
}
