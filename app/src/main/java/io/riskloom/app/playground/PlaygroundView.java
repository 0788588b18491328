package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Page;
import io.riskloom.app.control.Segments;
import io.riskloom.app.playground.cell.CellLesson;
import io.riskloom.app.playground.gan.GanLesson;
import io.riskloom.app.playground.residual.ResidualLesson;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The playground: a few lessons, one of them shown. A lesson is built when it is looked at first. */
public final class PlaygroundView implements Page {

    private static final String REMEMBERED = "lesson";

    private final Session session;
    private final Texts texts;
    private final SequencedMap<String, BiFunction<Session, Texts, Lesson>> offered = new LinkedHashMap<>();
    private final Map<String, Lesson> built = new LinkedHashMap<>();
    private final ObjectProperty<String> chosen = new SimpleObjectProperty<>();
    private final StackPane middle = new StackPane();
    private final StackPane side = new StackPane();
    private final VBox content;
    private Optional<Lesson> lesson = Optional.empty();
    private boolean looked;

    public PlaygroundView(Session session, Texts texts) {
        this.session = session;
        this.texts = texts;
        offered.put("convolution", ConvolutionLesson::new);
        offered.put("residual", ResidualLesson::new);
        offered.put("cell", CellLesson::new);
        offered.put("gan", GanLesson::new);
        chosen.set(session.remembered(REMEMBERED)
                .filter(offered::containsKey)
                .orElse(offered.firstEntry().getKey()));
        content = new VBox(16, head(), Cards.grow(middle));
        content.getStyleClass().add("page");
        content.setPadding(new Insets(20, 24, 20, 24));
        content.getStylesheets()
                .add(Texts.class
                        .getResource("/io/riskloom/ui/css/playground.css")
                        .toExternalForm());
        side.getStylesheets().setAll(content.getStylesheets());
        middle.setMinHeight(0);
        keysFrom();
        chosen.subscribe(this::choose);
    }

    private HBox head() {
        Label about = new Label();
        chosen.subscribe(id -> {
            about.textProperty().unbind();
            about.textProperty().bind(texts.bind("playground.lesson." + id + ".about"));
        });
        about.getStyleClass().add("page-subtitle");
        Segments<String> lessons = new Segments<>(chosen);
        for (String id : offered.keySet()) {
            lessons.add(id, texts.bind("playground.lesson." + id), "playground-lesson-" + id);
        }
        lessons.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                16, new VBox(2, Cards.label(texts.bind("page.playground"), "page-title"), about), gap, lessons);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void keysFrom() {
        EventHandler<KeyEvent> anywhere = this::anywhere;
        content.sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                lesson.ifPresent(Lesson::hidden);
                looked = false;
            }
            if (was != null) {
                was.removeEventFilter(KeyEvent.KEY_PRESSED, anywhere);
            }
            if (is != null) {
                is.addEventFilter(KeyEvent.KEY_PRESSED, anywhere);
            }
        });
        content.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            undoKeys(e);
            if (!e.isConsumed()) {
                lesson.ifPresent(l -> l.keys(e));
            }
        });
        side.addEventHandler(KeyEvent.KEY_PRESSED, this::undoKeys);
    }

    private void choose(String id) {
        session.remember(REMEMBERED, id);
        if (looked) {
            lesson.ifPresent(Lesson::hidden);
            open(id);
        }
    }

    private void open(String id) {
        Lesson next = built.computeIfAbsent(id, key -> offered.get(key).apply(session, texts));
        if (lesson.filter(next::equals).isEmpty()) {
            lesson = Optional.of(next);
            middle.getChildren().setAll(next.content());
            side.getChildren().setAll(next.context());
            content.applyCss(); // else what a scroll pane holds is not there yet to take the focus
        }
        next.shown();
    }

    @Override
    public String id() {
        return "playground";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node context() {
        return side;
    }

    @Override
    public void shown() {
        looked = true;
        open(chosen.get());
    }

    @Override
    public void primaryAction() {
        lesson.ifPresent(Lesson::primaryAction);
    }

    @Override
    public void cancelAction() {
        lesson.ifPresent(Lesson::cancelAction);
    }

    @Override
    public void undo() {
        lesson.ifPresent(Lesson::undo);
    }

    @Override
    public void redo() {
        lesson.ifPresent(Lesson::redo);
    }

    /**
     * A lesson's keys are its own on buttons of the middle, which would pass arrows on to their neighbours; elsewhere, as on the rail where the
     * focus is when the page has been chosen, arrows step. Where arrows move within a control they are the control's.
     */
    private void anywhere(KeyEvent e) {
        boolean keeps = e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER;
        if (keeps || !(e.getTarget() instanceof ButtonBase button) || button instanceof MenuButton) {
            return;
        }
        boolean grouped = button instanceof Toggle toggle && toggle.getToggleGroup() != null;
        boolean rail = within(button, n -> n.getStyleClass().contains("rail"));
        boolean arrow = e.getCode().isArrowKey();
        if (within(button, content::equals) || arrow && (rail || !grouped)) {
            lesson.ifPresent(l -> l.keys(e));
        }
    }

    private static boolean within(Node node, Predicate<Node> outer) {
        return Stream.iterate(node, n -> n != null, Node::getParent).anyMatch(outer);
    }

    private void undoKeys(KeyEvent e) {
        if (!e.isShortcutDown()) {
            return;
        }
        if (e.getCode() == KeyCode.Y || e.getCode() == KeyCode.Z && e.isShiftDown()) {
            redo();
            e.consume();
        } else if (e.getCode() == KeyCode.Z) {
            undo();
            e.consume();
        }
    }
}
