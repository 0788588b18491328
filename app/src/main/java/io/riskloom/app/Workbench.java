package io.riskloom.app;

import io.riskloom.app.control.FileDrop;
import io.riskloom.app.control.Page;
import io.riskloom.app.credit.CreditView;
import io.riskloom.app.data.DataView;
import io.riskloom.app.forecast.ForecastView;
import io.riskloom.app.frame.Action;
import io.riskloom.app.frame.Appearance;
import io.riskloom.app.frame.CommandList;
import io.riskloom.app.frame.PageHost;
import io.riskloom.app.frame.ProblemBar;
import io.riskloom.app.frame.Rail;
import io.riskloom.app.frame.StatusBar;
import io.riskloom.app.frame.TopBar;
import io.riskloom.app.generate.GenerateView;
import io.riskloom.app.inside.InsideView;
import io.riskloom.app.playground.PlaygroundView;
import io.riskloom.app.runs.RunsView;
import io.riskloom.app.session.EngineHost;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.app.train.TrainView;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Builds the whole window by hand: the one place that knows every page. */
public final class Workbench implements AutoCloseable {

    /** Setting of the project: {@code en} or {@code zh}. */
    public static final String LANGUAGE = "language";

    private static final String DARK = "dark";

    private final Session session;
    private final Texts texts;
    private final Appearance appearance;
    private final Path samples;
    private final List<Page> pages;
    private final PageHost host;
    private final CommandList commands;
    private final StackPane root;

    public Workbench(Project project, Tasks tasks, EngineStarter starter, Texts texts, Path samples) {
        this.texts = texts;
        this.samples = samples;
        this.session = new Session(tasks, project, new EngineHost(starter));
        this.appearance = new Appearance(
                texts, project.setting(DARK).map(Boolean::valueOf).orElse(false));
        DataView data = new DataView(session, texts, Samples.paths(samples));
        this.pages = List.of(
                data,
                new TrainView(session, texts),
                new ForecastView(session, texts),
                new CreditView(session, texts),
                new GenerateView(session, texts),
                new InsideView(session, texts),
                new PlaygroundView(session, texts),
                new RunsView(session, texts));
        this.host = new PageHost(pages, session.page());
        this.commands = new CommandList(actions(), texts);
        String name = project.folder().getFileName().toString();
        BorderPane frame = new BorderPane();
        frame.getStyleClass().add("workbench");
        frame.setTop(new VBox(
                new TopBar(texts, appearance, new ReadOnlyStringWrapper(name), commands::open),
                new ProblemBar(session, texts)));
        frame.setLeft(new Rail(pages, session.page(), texts));
        frame.setCenter(host.content());
        frame.setRight(host.context());
        frame.setBottom(new StatusBar(session, texts));
        this.root = new StackPane(frame, commands);
        appearance.dress(root);
        FileDrop.accept(root, this::show);
        texts.locale().addListener((o, was, is) -> session.remember(LANGUAGE, is.getLanguage()));
        appearance.dark().addListener((o, was, is) -> session.remember(DARK, is.toString()));
    }

    public Parent root() {
        return root;
    }

    public Session session() {
        return session;
    }

    public Appearance appearance() {
        return appearance;
    }

    /** Puts the samples in place, then opens {@code files}, or what was open last, or the first sample. */
    public void begin(List<Path> files) {
        session.tasks()
                .run(
                        Notice.of("common.task.open"),
                        item -> Samples.unpack(samples),
                        unpacked -> session.restore(files, Optional.of(unpacked.getFirst())),
                        failure -> {
                            session.report(failure);
                            session.restore(files, Optional.empty());
                        });
    }

    /** Asks before a run or a study in progress is stopped by closing; {@code true} where the window may close. */
    public boolean mayClose() {
        if (!session.busy()) {
            return true;
        }
        ButtonType stop = new ButtonType(texts.get("common.close.stop"), ButtonBar.ButtonData.OK_DONE);
        ButtonType stay = new ButtonType(texts.get("common.close.stay"), ButtonBar.ButtonData.CANCEL_CLOSE);
        String words;
        if (session.training()) {
            words = texts.get(
                    "common.close.question", session.live().get().run().get().id());
        } else if (session.studies().running()) {
            words = texts.get(
                    "common.close.studyQuestion",
                    session.studies().live().get().study().id());
        } else {
            words = texts.get("common.close.startQuestion");
        }
        Alert question = new Alert(Alert.AlertType.CONFIRMATION, words, stop, stay);
        question.initOwner(root.getScene().getWindow());
        question.setTitle(texts.get("app.name"));
        question.setHeaderText(null);
        return question.showAndWait().filter(stop::equals).isPresent();
    }

    /** Shortcuts that work everywhere. */
    public void keys(Scene scene) {
        var keys = scene.getAccelerators();
        keys.put(shortcut(KeyCode.K), commands::open);
        keys.put(shortcut(KeyCode.O), this::open);
        keys.put(shortcut(KeyCode.Z), () -> host.current().undo());
        keys.put(shortcut(KeyCode.Y), () -> host.current().redo());
        keys.put(
                new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                () -> host.current().redo());
        keys.put(shortcut(KeyCode.ENTER), () -> host.current().primaryAction());
        keys.put(new KeyCodeCombination(KeyCode.ESCAPE), () -> host.current().cancelAction());
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (Page page : pages) {
            actions.add(new Action(
                    texts.bind("page." + page.id()), "", () -> session.page().set(page.id())));
        }
        actions.add(new Action(texts.bind("common.open"), "Ctrl+O", this::open));
        actions.add(new Action(texts.bind("common.action.primary"), "Ctrl+Enter", () -> host.current()
                .primaryAction()));
        actions.add(new Action(texts.bind("common.action.theme"), "", () -> appearance
                .dark()
                .set(!appearance.dark().get())));
        actions.add(new Action(texts.bind("common.language.switch"), "", () -> texts.locale()
                .set(texts.chinese() ? Texts.ENGLISH : Texts.CHINESE)));
        for (Path sample : Samples.paths(samples)) {
            actions.add(new Action(
                    texts.bind("common.action.sample", sample.getFileName()), "", () -> show(List.of(sample))));
        }
        return actions;
    }

    private void open() {
        show(FileDrop.choose(root.getScene().getWindow(), texts));
    }

    private void show(List<Path> files) {
        if (!files.isEmpty()) {
            session.data().open(files);
            session.page().set("data");
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
