package io.riskloom.app.playground;

import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** The arithmetic of the output cell that is looked at, to read and to copy. */
final class ArithmeticCard extends VBox {

    private static final double TALLEST = 116;

    private final PlaygroundViewModel model;
    private final Texts texts;
    private final Text terms = new Text();
    private final Text result = new Text();
    private final VBox more = new VBox(2);

    ArithmeticCard(PlaygroundViewModel model, Texts texts) {
        super(4);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("card");
        setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = WorkHead.icon(texts, Feather.COPY, "playground.arithmetic.copy", () -> WorkHead.copy(text()));
        copy.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.working().isEmpty(), model.state()));
        HBox head = new HBox(8, Cards.label(title(), "caption"), gap, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        TextFlow line = new TextFlow(terms, result);
        line.setId("playground-arithmetic");
        line.getStyleClass().add("arithmetic");
        line.setLineSpacing(4);
        line.setMinHeight(USE_PREF_SIZE);
        terms.getStyleClass().add("arithmetic-terms");
        result.getStyleClass().add("arithmetic-result");
        more.setId("playground-arithmetic-more");
        getChildren().addAll(head, rolled(new VBox(4, line, more)));
        model.state().addListener((o, was, is) -> show());
        model.stepping().cursor().addListener((o, was, is) -> show());
        model.stepping().term().addListener((o, was, is) -> show());
        texts.locale().addListener((o, was, is) -> show());
        show();
    }

    /** A large kernel has more terms than there is room for beside its grids. */
    private static ScrollPane rolled(VBox body) {
        ScrollPane scroll = new ScrollPane(body);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.prefHeightProperty()
                .bind(Bindings.min(TALLEST, body.heightProperty().add(1)));
        scroll.setMinHeight(USE_PREF_SIZE);
        return scroll;
    }

    private StringBinding title() {
        return Bindings.createStringBinding(
                () -> model.working().map(this::title).orElseGet(() -> texts.get("playground.arithmetic.none")),
                model.state(),
                model.stepping().cursor(),
                texts.locale());
    }

    private String title(Working w) {
        PlaygroundState s = model.state().get();
        if (w.end().isPresent()) {
            return texts.get(
                    "playground.arithmetic.dense",
                    kind(s),
                    model.stepping().cursor().get());
        }
        Place p = w.place(model.stepping().cursor().get());
        return w.shares().size() > 1
                ? texts.get(
                        "playground.arithmetic.channel",
                        p.row(),
                        p.column(),
                        s.look().channel() + 1,
                        s.look().filter() + 1)
                : texts.get("playground.arithmetic", p.row(), p.column());
    }

    private static String kind(PlaygroundState s) {
        return String.valueOf((char) ('A' + s.look().kind()));
    }

    private void show() {
        Optional<DenseWorking> end = model.working().flatMap(Working::end);
        if (end.isPresent()) {
            int kind = model.state().get().look().kind();
            terms.setText(DenseArithmetic.logit(
                    end.get(), kind, model.stepping().cursor().get()));
            result.setText("");
            lines(List.of(texts.get(
                    "playground.softmax", kind(model.state().get()), DenseArithmetic.softmax(end.get(), kind))));
            return;
        }
        Optional<Explanation> e = model.explanation();
        Optional<Integer> term = model.stepping().termShown();
        terms.setText(e.map(x -> Arithmetic.terms(x, term.orElse(x.terms().size() - 1)))
                .orElse("–"));
        boolean whole =
                e.isEmpty() || term.isEmpty() || term.get() == e.get().terms().size() - 1;
        result.setText(
                e.map(x -> whole ? Arithmetic.result(x) : "  →\u00a0" + CellText.of(Arithmetic.partial(x, term.get())))
                        .orElse(""));
        lines(e.map(x -> details(x, term.orElse(x.terms().size() - 1))).orElse(List.of()));
    }

    /** @param last term that has been added */
    private List<String> details(Explanation e, int last) {
        List<String> details = new ArrayList<>();
        Arithmetic.runningSum(e, last)
                .map(sums -> texts.get("playground.running", sums))
                .ifPresent(details::add);
        model.working().flatMap(Working::row).ifPresent(row -> {
            Place cell = model.working()
                    .orElseThrow()
                    .place(model.stepping().cursor().get());
            Explanation one = row.explanation(cell.column());
            details.add(texts.get(
                    "playground.series.arithmetic", cell.column(), Arithmetic.terms(one) + Arithmetic.result(one)));
        });
        if (last == e.terms().size() - 1) {
            Arithmetic.channels(e)
                    .map(sum -> texts.get("playground.channels.sum", sum))
                    .ifPresent(details::add);
            Arithmetic.activated(e)
                    .map(value -> texts.get("playground.activated", value))
                    .ifPresent(details::add);
        }
        if (e.terms().stream().anyMatch(Explanation.Term::padded)) {
            details.add(texts.get("playground.arithmetic.padding"));
        }
        return details;
    }

    private void lines(List<String> words) {
        more.getChildren().clear();
        for (String line : words) {
            Label label = new Label(line);
            label.getStyleClass().addAll("caption", "mono");
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            more.getChildren().add(label);
        }
    }

    /** All lines, as they stand on the card. */
    private String text() {
        return String.join(
                        "\n",
                        Stream.concat(
                                        Stream.of(terms.getText() + result.getText()),
                                        more.getChildren().stream().map(node -> ((Label) node).getText()))
                                .toList())
                .replace('\u00a0', ' ');
    }
}
