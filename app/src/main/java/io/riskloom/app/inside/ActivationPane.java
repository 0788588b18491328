package io.riskloom.app.inside;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.Segments;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What of the input bore the answer, whether that can be trusted, and what becomes of the answer where parts are covered. */
final class ActivationPane implements InsidePane {

    private static final double SIDE = 340;
    /** How long the map on show must stay before its control is asked for. */
    private static final Duration REST = Duration.millis(400);

    private final ActivationViewModel model;
    private final OcclusionModel occlusion;
    private final Trial trial;
    private final Texts texts;
    private final ActivationWords words;
    private final VBox content = new VBox(12);
    private final VBox settings = new VBox(16);
    private final PauseTransition rest = new PauseTransition(REST);

    ActivationPane(Looked looked, Texts texts) {
        this.texts = texts;
        this.model = new ActivationViewModel(looked, rest::playFromStart);
        rest.setOnFinished(event -> model.rested());
        this.occlusion = new OcclusionModel(looked);
        this.trial = new Trial(model);
        this.words = new ActivationWords(texts);
        SightCharts charts = new SightCharts(texts, words);
        ControlCard control = new ControlCard(model, trial, charts, words, texts);
        Region covered = new OcclusionCard(occlusion, model, charts, texts);
        covered.setMinWidth(SIDE);
        covered.setMaxWidth(SIDE);
        VBox trust = new VBox(12, control.control(), Cards.grow(control.curves()));
        trust.setMinWidth(0);
        HBox below = new HBox(12, covered, trust);
        HBox.setHgrow(trust, Priority.ALWAYS);
        ObservableValue<Boolean> there = model.evidence().isNotNull();
        Label trouble = Panels.wrapped("", "amber-text");
        trouble.setId("inside-activation-trouble");
        trouble.textProperty().bind(WorkLine.problem(model.maps(), texts));
        content.getChildren()
                .addAll(
                        Panels.showWhen(trouble, model.maps().problem().isNotNull()),
                        Panels.showWhen(new EvidenceCards(model, charts, words, texts), there),
                        Panels.showWhen(below, there));
        content.setMinHeight(Region.USE_PREF_SIZE);
        settings.getChildren().addAll(method(), layer(), about());
    }

    private Node method() {
        Segments<String> methods = new Segments<>(model.method());
        ObservableValue<Boolean> flat = Bindings.isEmpty(model.layers());
        ToggleButton cam = methods.add(Methods.GRAD_CAM, texts.bind("inside.activation.gradcam"), "inside-gradcam");
        ToggleButton plus =
                methods.add(Methods.GRAD_CAM_PLUS, texts.bind("inside.activation.gradcam++"), "inside-gradcam-plus");
        methods.add(Methods.GRADIENTS, texts.bind("inside.activation.gradients"), "inside-gradients");
        cam.disableProperty().bind(flat);
        plus.disableProperty().bind(flat);
        methods.setStyle("-fx-alignment: center-left;");
        return Cards.field(texts.bind("inside.activation.method"), methods);
    }

    private Node layer() {
        ComboBox<String> box = new ComboBox<>(model.layers());
        box.setId("inside-activation-layer");
        box.accessibleTextProperty().bind(texts.bind("inside.activation.layer"));
        Panels.words(box, texts, words::layer);
        box.setValue(model.layer().get());
        model.layer().addListener((o, was, is) -> box.setValue(is));
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.layer().set(is);
            }
        });
        model.layers().addListener((ListChangeListener<String>) change -> {
            box.setValue(null); // the choice is that of the list before
            box.setValue(model.layer().get());
        });
        return Panels.showWhen(
                Cards.field(texts.bind("inside.activation.layer"), box),
                model.method().isNotEqualTo(Methods.GRADIENTS));
    }

    private Node about() {
        Label about = Panels.wrapped("", "caption");
        about.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                "inside.activation.method." + model.method().get()),
                        model.method(),
                        texts.locale()));
        return about;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node settings() {
        return settings;
    }

    @Override
    public void look(boolean shown) {
        model.look(shown);
        occlusion.look(shown);
        if (!shown) {
            rest.stop();
            trial.asked().cancel();
        }
    }

    @Override
    public void cancel() {
        trial.asked().cancel();
        occlusion.map().cancel();
    }
}
