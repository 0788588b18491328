package io.riskloom.app.result;

import io.riskloom.app.control.Cards;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.Ikon;

/** Pieces of the pages of results: run chooser, lists of figures, export button, what is shown before the first run. */
public final class Panels {

    private Panels() {}

    /** Chooses among the task's finished runs. */
    public static VBox runChooser(ChosenRun chosen, Texts texts, String id) {
        ComboBox<Run> box = new ComboBox<>(chosen.finished());
        box.setId(id);
        box.setCellFactory(list -> new WordCell<>(texts, run -> RunWords.fullLine(texts, run)));
        box.setButtonCell(new WordCell<>(texts, run -> RunWords.name(texts, run)));
        box.accessibleTextProperty().bind(texts.bind("common.run"));
        box.setValue(chosen.run().get());
        chosen.run().addListener((run, before, now) -> box.setValue(now));
        // a list that changes clears the choice for a moment; only a real other run is passed on
        box.valueProperty().addListener((value, before, now) -> {
            if (now != null && now != chosen.run().get()) {
                chosen.choose(now);
            }
        });
        chosen.finished().addListener((ListChangeListener<Run>)
                change -> box.setValue(chosen.run().get()));
        VBox field = Cards.field(texts.bind("common.run"), box);
        Label origin = wrapped("", "caption");
        origin.setId(id + "-origin");
        origin.textProperty().bind(chosen.run().map(RunWords::origin).orElse(""));
        field.getChildren().add(origin);
        return field;
    }

    /** Shows a list's values in words that follow the language. */
    public static <T> void words(ComboBox<T> box, Texts texts, Function<T, String> words) {
        box.setCellFactory(list -> new WordCell<>(texts, words));
        box.setButtonCell(new WordCell<>(texts, words));
    }

    private static final class WordCell<T> extends ListCell<T> {
        private final Texts texts;
        private final Function<T, String> words;

        WordCell(Texts texts, Function<T, String> words) {
            this.texts = texts;
            this.words = words;
            setTextOverrun(OverrunStyle.ELLIPSIS);
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            textProperty().unbind();
            if (empty || value == null) {
                setText(null);
            } else {
                textProperty().bind(Bindings.createStringBinding(() -> words.apply(value), texts.locale()));
            }
        }
    }

    /** A list of figures under a heading, made anew when one of {@code changes} does; hidden while it is empty. */
    public static VBox rows(ObservableValue<String> heading, Supplier<List<Row>> rows, ObservableValue<?>... changes) {
        VBox lines = new VBox(6);
        Label head = wrapped("", "caption");
        head.textProperty().bind(heading);
        VBox box = new VBox(8, head, lines);
        InvalidationListener fill = changed -> {
            List<Node> nodes = new ArrayList<>();
            for (Row row : rows.get()) {
                nodes.add(line(row));
            }
            lines.getChildren().setAll(nodes);
            box.setVisible(!nodes.isEmpty());
            box.setManaged(!nodes.isEmpty());
        };
        for (ObservableValue<?> change : changes) {
            change.addListener(fill);
            // an invalidation listener hears again only after the value was read
            change.addListener((value, before, now) -> {});
        }
        fill.invalidated(null);
        return box;
    }

    private static HBox line(Row row) {
        HBox line = Cards.line(new SimpleStringProperty(row.words()), new SimpleStringProperty(row.value()));
        List<String> tip = new ArrayList<>();
        if (!row.note().isEmpty()) {
            tip.add(row.words() + "  " + row.value() + "  (" + row.note() + ")");
        }
        if (!row.help().isEmpty()) {
            tip.add(row.help());
        }
        if (!tip.isEmpty()) {
            Tooltip tooltip = new Tooltip(String.join("\n", tip));
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(360);
            Tooltip.install(line, tooltip);
        }
        return line;
    }

    /** Sentences that a reader must know, in the colour of caution; they stand below the verdict. */
    public static VBox warnings(ChosenRun chosen, Texts texts) {
        return warnings(chosen, texts, new SimpleBooleanProperty(true));
    }

    /** As above, while {@code shown}. */
    public static VBox warnings(ChosenRun chosen, Texts texts, ObservableValue<Boolean> shown) {
        return sentences(chosen, texts, chosen::warnings, "amber-text", shown);
    }

    /** Sentences that a reader may want to know. */
    public static VBox notes(ChosenRun chosen, Texts texts) {
        return notes(chosen, texts, new SimpleBooleanProperty(true));
    }

    /** As above, while {@code shown}. */
    public static VBox notes(ChosenRun chosen, Texts texts, ObservableValue<Boolean> shown) {
        return sentences(chosen, texts, chosen::notes, "muted", shown);
    }

    private static VBox sentences(
            ChosenRun chosen, Texts texts, Supplier<List<String>> words, String style, ObservableValue<Boolean> shown) {
        VBox box = new VBox(8);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setId(style.equals("muted") ? "run-notes" : "run-warnings");
        Runnable fill = () -> {
            box.getChildren().clear();
            for (String sentence : words.get()) {
                box.getChildren().add(wrapped(sentence, style));
            }
            box.setVisible(shown.getValue() && !box.getChildren().isEmpty());
            box.setManaged(box.isVisible());
        };
        shown.addListener((value, before, now) -> fill.run());
        chosen.run().addListener((run, before, now) -> fill.run());
        texts.locale().addListener((locale, before, now) -> fill.run());
        fill.run();
        return box;
    }

    /** Words over as many lines as they need. */
    public static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** A button that asks for a file and saves there; under it, where it was saved. */
    public static VBox export(
            CsvExport export, Texts texts, String key, String id, Supplier<String> name, Consumer<Path> save) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(texts.get(key));
            chooser.setInitialFileName(name.get());
            chooser.getExtensionFilters()
                    .setAll(new FileChooser.ExtensionFilter(texts.get("common.open.filter"), "*.csv"));
            File file = chooser.showSaveDialog(button.getScene().getWindow());
            if (file != null) {
                save.accept(file.toPath());
            }
        });
        Label saved = Cards.label(
                Bindings.createStringBinding(
                        () -> export.saved().get() == null
                                ? ""
                                : texts.get("result.saved", export.saved().get()),
                        export.saved(),
                        texts.locale()),
                "caption");
        saved.setWrapText(true);
        showWhen(saved, export.saved().isNotNull());
        return new VBox(4, button, saved);
    }

    /** What a page shows before there is a run: the way to one. */
    public static VBox empty(Session session, Texts texts, Ikon icon, String key, String id) {
        Button train = new Button();
        train.setId(id);
        train.textProperty().bind(texts.bind("common.goTrain"));
        train.getStyleClass().add("accent");
        train.setOnAction(event -> session.page().set("train"));
        return Cards.empty(icon, texts.bind(key), train);
    }

    /** A node that takes no room while it is not shown. */
    public static <N extends Node> N showWhen(N node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
        return node;
    }

    /** Colours a verdict by the chosen run's grade, now and later. */
    public static HBox verdict(ChosenRun chosen, String id) {
        HBox bar = Cards.finding(chosen.verdict());
        bar.setId(id);
        Cards.grade(bar, chosen.grade());
        chosen.run().addListener((run, before, now) -> Cards.grade(bar, chosen.grade()));
        return bar;
    }

    /** A key figure of the run; where it has no interval, the text of {@code otherwise}. */
    public static VBox kpi(ChosenRun chosen, Texts texts, String metric, String otherwise) {
        VBox kpi = Cards.kpi(texts.bind("metric." + metric), chosen.value(metric), chosen.interval(metric, otherwise));
        kpi.setId("kpi-" + metric);
        return kpi;
    }

    /** A key figure that changes as a whole. */
    public static VBox kpi(ObservableValue<Figure> figure) {
        return Cards.kpi(figure.map(Figure::caption), figure.map(Figure::value), figure.map(Figure::note));
    }

    /** An empty stretch that pushes what follows to the end. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
