package io.riskloom.app.playground.gan;

import io.riskloom.app.control.Cards;
import io.riskloom.app.control.WholeNumbers;
import io.riskloom.app.result.Panels;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaSettings;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Noise;
import io.riskloom.engine.lesson.ArenaSettings.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;

/** Everything that can be set of a duel, while it goes on. */
final class GanPanel {

    private static final double[] SPREADS = {0.02, 0.03, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3};
    private static final double[] PENALTIES = {0, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};
    private static final double[] BATCHES = {8, 16, 32, 64, 128, 256, 512};

    private final GanViewModel model;
    private final Texts texts;
    private final SettingsFields fields;

    GanPanel(GanViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.fields = new SettingsFields(model, texts);
    }

    Node content() {
        Button begin = new Button();
        begin.setId("arena-begin-anew");
        begin.textProperty().bind(texts.bind("arena.beginAnew"));
        begin.setOnAction(e -> model.begin());
        return Cards.context(
                begin,
                fields.field("arena.data", data()),
                ringModes(),
                gridModes(),
                spread(),
                window(),
                noise(),
                noiseDimension(),
                fields.section("arena.rule"),
                rule(),
                penalty(),
                fields.tick(
                        "arena.spectral",
                        "spectral",
                        s -> s.rule().spectral(),
                        (s, on) -> s.with(new Rule(s.rule().loss(), s.rule().penalty(), on))),
                new SideFields(fields, SideFields.Side.GENERATOR).content(),
                new SideFields(fields, SideFields.Side.DISCRIMINATOR).content(),
                fields.section("arena.both"),
                fields.slider(
                        "arena.batch", "batch", BATCHES, ArenaSettings::batch, (s, n) -> s.withBatch(n.intValue())),
                seed(),
                rebuilt());
    }

    /** Prices are offered even where none are loaded: choosing them says what is missing. */
    private Node data() {
        ComboBox<String> box = fields.choice(
                "arena.data", "data", "arena.data.", Data.KINDS, s -> s.data().kind(), this::kind);
        box.valueProperty().subscribe((was, is) -> {
            if ("paths".equals(is) && !model.settings().get().data().ofPaths()) {
                model.needsPrices();
                box.setValue(model.settings().get().data().kind());
            }
        });
        return box;
    }

    private ArenaSettings kind(ArenaSettings s, String kind) {
        return switch (kind) {
            case "paths" -> model.prices().map(s::with).orElse(s);
            case "drawn" -> s.with(Data.drawn(DrawnStart.POINTS));
            case "grid" -> s.with(Data.plane(kind, 9, spread(s)));
            default -> s.with(Data.plane(kind, 8, spread(s)));
        };
    }

    private static double spread(ArenaSettings s) {
        return s.data().spread() > 0 ? s.data().spread() : 0.05;
    }

    private Node ringModes() {
        Node ring = fields.slider(
                "arena.modes",
                "ring-modes",
                IntStream.rangeClosed(Data.LEAST_MODES, Data.MOST_MODES)
                        .asDoubleStream()
                        .toArray(),
                s -> s.data().modes(),
                (s, n) -> s.with(
                        Data.plane(s.data().kind(), n.intValue(), s.data().spread())));
        return when(ring, List.of("ring"));
    }

    private Node gridModes() {
        Node grid = fields.slider(
                "arena.modes",
                "grid-modes",
                Data.GRIDS.stream().mapToDouble(Integer::doubleValue).toArray(),
                s -> s.data().modes(),
                (s, n) -> s.with(
                        Data.plane(s.data().kind(), n.intValue(), s.data().spread())));
        return when(grid, List.of("grid"));
    }

    private Node spread() {
        return when(
                fields.slider(
                        "arena.spread",
                        "spread",
                        SPREADS,
                        s -> s.data().spread(),
                        (s, spread) ->
                                s.with(Data.plane(s.data().kind(), s.data().modes(), spread))),
                List.of("ring", "grid", "line", "moons", "spiral", "circles"));
    }

    private Node window() {
        return when(
                fields.slider(
                        "arena.window",
                        "window",
                        IntStream.of(5, 10, 20, 40, 60).asDoubleStream().toArray(),
                        s -> s.data().window(),
                        (s, days) -> s.with(Data.paths(s.data().source(), days.intValue()))),
                List.of("paths"));
    }

    private Node when(Node field, List<String> kinds) {
        return Panels.showWhen(
                field, model.settings().map(s -> kinds.contains(s.data().kind())));
    }

    private Node noise() {
        return fields.field(
                "arena.noise",
                fields.choice(
                        "arena.noise",
                        "noise",
                        "arena.noise.",
                        Noise.KINDS,
                        s -> s.noise().kind(),
                        (s, kind) -> s.with(new Noise(kind, s.noise().dimension()))));
    }

    private Node noiseDimension() {
        return fields.slider(
                "arena.noise.dimension",
                "dimension",
                new double[] {1, 2, 4, 8, 16},
                s -> s.noise().dimension(),
                (s, n) -> s.with(new Noise(s.noise().kind(), n.intValue())));
    }

    private Node rule() {
        return fields.choice(
                "arena.rule",
                "loss",
                "arena.loss.",
                Rule.LOSSES,
                s -> s.rule().loss(),
                (s, loss) -> s.with(new Rule(loss, s.rule().penalty(), s.rule().spectral())));
    }

    private Node penalty() {
        return fields.slider(
                "arena.penalty",
                "penalty",
                PENALTIES,
                s -> s.rule().penalty(),
                (s, penalty) ->
                        s.with(new Rule(s.rule().loss(), penalty, s.rule().spectral())));
    }

    private Node seed() {
        Spinner<Integer> spinner =
                WholeNumbers.spinner(0, 9999, (int) model.settings().get().seed());
        spinner.setId("arena-seed");
        spinner.accessibleTextProperty().bind(texts.bind("arena.seed"));
        UnaryOperator<ArenaSettings> edit = s -> s.withSeed(spinner.getValue());
        spinner.valueProperty().subscribe((was, is) -> {
            if (is != model.settings().get().seed()) {
                model.change("seed", edit);
            }
        });
        model.settings().subscribe(s -> spinner.getValueFactory().setValue((int) s.seed()));
        return fields.field("arena.seed", spinner);
    }

    /** What the last change began anew, and that a seed counts from the next beginning. */
    private Node rebuilt() {
        Label label = Cards.label(
                Bindings.createStringBinding(
                        () -> model.frame().get() == null
                                ? ""
                                : GanWords.rebuilt(model.frame().get(), texts),
                        model.frame(),
                        texts.locale()),
                "amber-text");
        label.setId("arena-rebuilt");
        label.setWrapText(true);
        return Panels.showWhen(label, label.textProperty().isNotEmpty());
    }

    /** A hand-drawn smile to begin with, so that there is something to learn. */
    static final class DrawnStart {
        static final List<ArenaSettings.Point> POINTS = points();

        private DrawnStart() {}

        private static List<ArenaSettings.Point> points() {
            List<ArenaSettings.Point> points = new ArrayList<>();
            for (int i = 0; i <= 24; i++) {
                double angle = Math.PI * (1.1 + 0.8 * i / 24);
                points.add(new ArenaSettings.Point(Math.cos(angle), 0.3 + Math.sin(angle)));
            }
            for (double eye : new double[] {-0.45, 0.45}) {
                points.add(new ArenaSettings.Point(eye, 0.6));
                points.add(new ArenaSettings.Point(eye + 0.06, 0.65));
                points.add(new ArenaSettings.Point(eye - 0.06, 0.65));
            }
            return List.copyOf(points);
        }
    }
}
