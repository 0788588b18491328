package io.riskloom.app.train;

import io.riskloom.app.control.Cards;
import io.riskloom.app.result.Figure;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the next run will do: in a sentence, in key figures, as the cut of the data, as the layers of the network. */
final class PlanPane extends VBox {

    private final TrainViewModel model;
    private final Texts texts;

    PlanPane(TrainViewModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        HBox sentence = Cards.verdict(sentence());
        sentence.setId("train-plan-sentence");
        model.obstacle().subscribe(obstacle -> grade(sentence));
        model.plan().subscribe(plan -> grade(sentence));
        getChildren()
                .addAll(
                        sentence,
                        notes(),
                        Panels.showWhen(figures(), known(Draft::plan)),
                        Panels.showWhen(new SplitCard(model, texts), known(Draft::split)),
                        Panels.showWhen(
                                new SightCard(model.sight(), texts),
                                model.sight().offered()),
                        Panels.showWhen(
                                new ApplicantSightCard(model.applicant(), texts),
                                model.applicant().offered()),
                        Panels.showWhen(Cards.grow(new LayerCard(model, texts)), known(Draft::layers)));
    }

    private ObservableValue<Boolean> known(Function<Draft, Optional<?>> part) {
        return model.draft().map(draft -> part.apply(draft).isPresent());
    }

    private StringBinding sentence() {
        return Bindings.createStringBinding(
                () -> unanswered()
                        ? texts.get("train.groups.none")
                        : model.obstacle()
                                .get()
                                .or(model::intro)
                                .map(texts::of)
                                .orElseGet(() -> texts.get("train.invalid.plan")),
                model.obstacle(),
                model.plan(),
                model.form(),
                texts.locale());
    }

    /** Whether only the column of groups is still to be chosen, which is no fault. */
    private boolean unanswered() {
        return model.obstacle()
                .get()
                .filter(notice -> notice.key().equals("run.error.groupsUnnamed"))
                .isPresent();
    }

    private void grade(HBox sentence) {
        boolean fits = model.plan().get() != null;
        sentence.getStyleClass().removeAll("good", "neutral", "bad");
        if (!fits) {
            Cards.grade(sentence, model.obstacle().get().isPresent() && !unanswered() ? -1 : 0);
        }
    }

    private Node notes() {
        VBox lines = new VBox(4);
        lines.setId("train-plan-notes");
        Runnable fill = () -> {
            List<Notice> notes =
                    model.plan().get() == null ? List.of() : model.plan().get().notes();
            lines.getChildren()
                    .setAll(notes.stream()
                            .map(note -> Panels.wrapped(texts.of(note), "amber-text"))
                            .toList());
            lines.setVisible(!notes.isEmpty());
            lines.setManaged(!notes.isEmpty());
        };
        model.plan().subscribe(plan -> fill.run());
        texts.locale().subscribe(locale -> fill.run());
        return lines;
    }

    private Node figures() {
        return Cards.row(
                figure("train-plan-parameters", PlanFigures::parameters, PlanFigures::parametersTip),
                figure("train-plan-memory", PlanFigures::memory, PlanFigures::memoryTip),
                figure("train-plan-epoch", PlanFigures::epoch, PlanFigures::timeTip),
                figure("train-plan-time", PlanFigures::time, PlanFigures::timeTip));
    }

    private Node figure(String id, Function<PlanFigures, Figure> figure, Function<PlanFigures, String> tip) {
        VBox card =
                Panels.kpi(Bindings.createObjectBinding(() -> now(figure, Figure.NONE), model.draft(), texts.locale()));
        card.setId(id);
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.textProperty().bind(Bindings.createStringBinding(() -> now(tip, ""), model.draft(), texts.locale()));
        Tooltip.install(card, tooltip);
        return card;
    }

    private <T> T now(Function<PlanFigures, T> figure, T otherwise) {
        return model.draft()
                .get()
                .plan()
                .flatMap(plan -> model.spec().map(spec -> figure.apply(new PlanFigures(plan, spec, texts))))
                .orElse(otherwise);
    }
}
