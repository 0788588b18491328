package io.riskloom.app.session;

import io.riskloom.app.task.TaskItem;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.service.Engine;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.Requests;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Paths judged by networks, which takes minutes, by an engine that does nothing else. */
final class PathJudging implements Tasks.Work<ProtocolScores> {

    private final Tasks tasks;
    private final EngineHost engines;
    private final Requests.ProtocolRequest request;
    private final Notice title;
    private final Consumer<EngineEvents.Judged> judged;

    PathJudging(
            Tasks tasks,
            EngineHost engines,
            Requests.ProtocolRequest request,
            Notice title,
            Consumer<EngineEvents.Judged> judged) {
        this.tasks = tasks;
        this.engines = engines;
        this.request = request;
        this.title = title;
        this.judged = judged;
    }

    @Override
    public ProtocolScores call(TaskItem item) {
        Engine engine = engines.start(new EngineEvents() {
            @Override
            public void epoch(EpochReport report) {}

            @Override
            public void progress(Progress progress) {}

            @Override
            public void log(LogLine line) {}

            @Override
            public void judged(Judged now) {
                item.report(title, now.share());
                tasks.ui(() -> judged.accept(now));
            }
        });
        try {
            CompletableFuture<ProtocolScores> scores = engine.protocol(request);
            CompletableFuture<Void> stop = new CompletableFuture<>();
            // also where it was cancelled while the engine started
            tasks.ui(() -> item.cancelled().subscribe(stopped -> {
                if (stopped) {
                    stop.complete(null);
                }
            }));
            CompletableFuture.anyOf(scores, stop).join();
            // by this thread, so that the engine hears of it before it is ended
            if (!scores.isDone()) {
                scores.cancel(true);
            }
            return scores.join();
        } finally {
            engines.end(engine);
        }
    }
}
