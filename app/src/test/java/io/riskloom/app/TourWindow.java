package io.riskloom.app;

import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The window of a picture tour, 1440 × 900, over a project.
 *
 * @param out folder of the pictures
 */
record TourWindow(Path out, Workbench bench, Texts texts) {

    static TourWindow open(Path project, Path out) throws Exception {
        Files.createDirectories(out);
        Platform.startup(() -> {});
        Texts texts = new Texts(Texts.ENGLISH);
        Workbench[] bench = new Workbench[1];
        Tour.on(() -> {
            bench[0] = new Workbench(
                    Project.open(project), Tasks.forWindow(), EngineStarter.child(), texts, out.resolve("samples"));
            Stage stage = new Stage();
            stage.setScene(new Scene(bench[0].root(), 1440, 900));
            stage.show();
            bench[0].begin(List.of());
        });
        Tour.settle(150);
        return new TourWindow(out, bench[0], texts);
    }

    void close() throws Exception {
        Tour.on(bench::close);
        Platform.exit();
    }
}
