package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Settings on the right: those of the shown mode, the days, the size formula and the engine's word. */
final class PlaygroundPanel {

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final Node panel;

    PlaygroundPanel(PlaygroundViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        List<Node> fields = new ArrayList<>();
        fields.addAll(new ConvolutionFields(model, texts).fields());
        fields.addAll(new PoolingFields(model, texts).fields());
        fields.addAll(new SeriesFields(model, texts).fields());
        fields.addAll(new InputFields(model, texts).fields());
        BorderPane context = Cards.context(null, fields.toArray(Node[]::new));
        VBox foot = new VBox(12, new Separator(), formula(), check());
        foot.setPadding(new Insets(0, 16, 20, 16));
        context.setBottom(foot);
        panel = context;
    }

    Node content() {
        return panel;
    }

    private Node formula() {
        Label label = Cards.label(
                Bindings.createStringBinding(
                        () -> {
                            List<String> sizes = SizeFormula.of(model.state().get());
                            return sizes.size() == 1
                                    ? sizes.getFirst()
                                    : texts.get("playground.formula", sizes.get(0), sizes.get(1));
                        },
                        model.state(),
                        texts.locale()),
                "mono",
                "muted");
        label.setId("playground-formula");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node check() {
        Label label = Cards.label(
                Bindings.createStringBinding(() -> words(model.check().get()), model.check(), texts.locale()),
                "caption");
        label.setId("playground-check");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        model.check().addListener((o, was, is) -> {
            label.getStyleClass().removeAll("bad-text", "amber-text");
            if (is.kind() == EngineCheck.Kind.DIFFERS) {
                label.getStyleClass().add("bad-text");
            } else if (is.kind() == EngineCheck.Kind.FAILED) {
                label.getStyleClass().add("amber-text");
            }
        });
        return label;
    }

    private String words(EngineCheck.Result result) {
        String words = result.words().map(texts::of).orElse("");
        return result.kind() == EngineCheck.Kind.FAILED ? texts.get("playground.check.failed", words) : words;
    }
}
