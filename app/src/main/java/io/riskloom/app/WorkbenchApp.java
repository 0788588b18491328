package io.riskloom.app;

import io.riskloom.app.session.UserFolders;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window. Its parameters are a project folder or CSV files. */
public final class WorkbenchApp extends Application {

    private Project project;
    private Workbench workbench;

    @Override
    public void init() {
        List<Path> named = getParameters().getRaw().stream().map(Path::of).toList();
        Path folder = named.stream().filter(Files::isDirectory).findFirst().orElse(UserFolders.firstProject());
        project = Project.open(folder);
    }

    @Override
    public void start(Stage stage) {
        Texts texts = new Texts(startLocale());
        workbench = new Workbench(project, Tasks.forWindow(), EngineStarter.child(), texts, UserFolders.samples());
        Scene scene = new Scene(workbench.root(), 1440, 900);
        workbench.keys(scene);
        stage.setTitle(texts.get("app.name"));
        stage.setMinWidth(1024);
        stage.setMinHeight(640);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!workbench.mayClose()) {
                event.consume();
            }
        });
        stage.show();
        List<Path> files = getParameters().getRaw().stream()
                .map(Path::of)
                .filter(p -> !Files.isDirectory(p))
                .toList();
        workbench.begin(files);
    }

    private Locale startLocale() {
        String chosen =
                project.setting(Workbench.LANGUAGE).orElse(Locale.getDefault().getLanguage());
        return chosen.equals("zh") ? Texts.CHINESE : Texts.ENGLISH;
    }

    @Override
    public void stop() {
        workbench.close();
    }
}
