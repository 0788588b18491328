package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.PathFileReport;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.Requests;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Paths drawn into a file by an engine that does nothing else, so that questions are answered meanwhile. */
final class PathFiling implements Tasks.Work<PathFileReport> {

    private final Tasks tasks;
    private final EngineHost engines;
    private final Requests.PathFileRequest request;
    private final Notice title;
    private final Consumer<EngineEvents.Written> written;

    PathFiling(
            Tasks tasks,
            EngineHost engines,
            Requests.PathFileRequest request,
            Notice title,
            Consumer<EngineEvents.Written> written) {
        this.tasks = tasks;
        this.engines = engines;
        this.request = request;
        this.title = title;
        this.written = written;
    }

    @Override
    public PathFileReport call(TaskItem item) {
        Engine engine = engines.start(new EngineEvents() {
            @Override
            public void epoch(EpochReport report) {}

            @Override
            public void progress(Progress progress) {}

            @Override
            public void log(LogLine line) {}

            @Override
            public void written(Written now) {
                item.report(title, now.share());
                tasks.ui(() -> written.accept(now));
            }
        });
        try {
            CompletableFuture<PathFileReport> report = engine.writePaths(request);
            // also where it was cancelled while the engine started
            tasks.ui(() -> item.cancelled().subscribe(stop -> {
                if (stop) {
                    engine.stopWriting();
                }
            }));
            return report.join();
        } finally {
            engines.end(engine);
        }
    }
}
