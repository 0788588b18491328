package io.riskloom.app.chart;

import io.riskloom.app.task.Tasks;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.data.NoticeException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Alert;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Saving and copying a chart. */
final class ExportMenu {

    enum Kind {
        PNG,
        SVG,
        CSV
    }

    private final ChartView view;
    private final Tasks tasks;
    private final Consumer<Notice> failed;
    private ContextMenu context;

    ExportMenu(ChartView view) {
        this.view = view;
        this.tasks = Tasks.forWindow();
        this.failed = this::tell;
    }

    /** @param failed hears in the window's thread why a file was not written */
    ExportMenu(ChartView view, Tasks tasks, Consumer<Notice> failed) {
        this.view = view;
        this.tasks = tasks;
        this.failed = failed;
    }

    Node button() {
        MenuButton button = new MenuButton("", new FontIcon(Feather.DOWNLOAD), items().toArray(MenuItem[]::new));
        button.getStyleClass().addAll("flat", "button-icon", "chart-export");
        button.accessibleTextProperty().bind(view.texts().bind("chart.export"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(view.texts().bind("chart.export"));
        button.setTooltip(tip);
        button.disableProperty().bind(view.modelProperty().isNull());
        return button;
    }

    /** The menu of the right mouse button: besides saving, the scale and the way back. */
    ContextMenu context() {
        if (context == null) {
            context = new ContextMenu(items().toArray(MenuItem[]::new));
            CheckMenuItem log = new CheckMenuItem();
            log.textProperty().bind(view.texts().bind("chart.scale.log"));
            log.selectedProperty().bindBidirectional(view.logScaleProperty());
            MenuItem reset = item("chart.reset", view::reset);
            context.getItems().addAll(new SeparatorMenuItem(), log, reset);
            context.setOnShowing(e -> {
                log.setDisable(!view.painter().scales());
                reset.setDisable(!view.painter().zooms());
            });
        }
        return context;
    }

    private List<MenuItem> items() {
        return List.of(
                item("chart.export.png", () -> ask(Kind.PNG)),
                item("chart.export.svg", () -> ask(Kind.SVG)),
                item("chart.export.csv", () -> ask(Kind.CSV)),
                item("chart.export.copy", this::copy));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(view.texts().bind(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(e -> action.run());
        return item;
    }

    private void ask(Kind kind) {
        String ending = kind.name().toLowerCase(Locale.ROOT);
        FileChooser chooser = new FileChooser();
        chooser.setTitle(view.texts().get("chart.export." + ending));
        chooser.setInitialFileName("chart." + ending);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), "*." + ending));
        File file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file == null) {
            return;
        }
        save(kind, file.toPath());
    }

    /** Writes in the background what is on screen now; of the data, all. What goes wrong is said in words. */
    void save(Kind kind, Path file) {
        ChartModel model = view.getModel();
        Viewport shown = view.viewportProperty().get();
        Style style = view.style(0);
        double width = view.getWidth();
        double height = view.getHeight();
        tasks.run(
                Notice.of("chart.export"),
                item -> {
                    ChartPainter painter = Painter.of(model); // its own, since a painter remembers what it drew
                    try {
                        switch (kind) {
                            case PNG -> ChartExport.png(painter, shown, style, width, height, file);
                            case SVG -> ChartExport.svg(painter, shown, style, width, height, file);
                            case CSV -> ChartExport.csv(painter, file);
                        }
                    } catch (IOException e) {
                        throw new NoticeException(
                                Notice.of("chart.export.failed.why", file, String.valueOf(e.getLocalizedMessage())));
                    }
                    return file;
                },
                written -> {},
                failed);
    }

    private void tell(Notice reason) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        if (view.getScene() != null) {
            alert.initOwner(view.getScene().getWindow());
        }
        alert.setHeaderText(view.texts().get("chart.export.failed"));
        alert.setContentText(view.texts().of(reason));
        alert.show();
    }

    /** Puts the picture on the clipboard, at twice the resolution. */
    void copy() {
        double w = view.getWidth();
        double h = view.getHeight();
        Canvas canvas = new Canvas(2 * w, 2 * h);
        canvas.getGraphicsContext2D().scale(2, 2);
        CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
        Style style = view.style(0);
        surface.rect(0, 0, w, h, style.palette().panel());
        Painter.of(view.getModel()).paint(view.viewportProperty().get(), style, surface, w, h);
        WritableImage image = canvas.snapshot(null, null);
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
