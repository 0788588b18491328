package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.Spots;
import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.task.LastAsked;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.feature.WindowMap;
import io.riskloom.engine.model.PathSight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Generated and real windows on one map, placed in the background. */
final class OverlayModel {

    /** How windows come onto a plane. */
    enum Method {
        PCA,
        TSNE
    }

    private static final int WINDOWS = 300;
    private static final int DAYS = 20;
    private static final long SEED = 5;
    private static final double[] NONE = {};

    private record Question(Method method, PathSight sight, Shown shown, int days) {}

    private final GenerateViewModel page;
    private final Texts texts;
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.PCA);
    private final LastAsked<Question, WindowMap> map;
    private final ReadOnlyObjectWrapper<ChartModel> overlay = new ReadOnlyObjectWrapper<>();
    // read by the background task, which gives up when another question has come
    private volatile Question last;

    OverlayModel(GenerateViewModel page, Texts texts) {
        this.page = page;
        this.texts = texts;
        this.map =
                new LastAsked<Question, WindowMap>(page.session().tasks(), this::map).telling(page.session()::report);
        map.latest().addListener((value, before, now) -> draw());
        texts.locale().addListener((locale, before, now) -> draw());
        page.shown().addListener((value, before, now) -> ask());
        page.tab().addListener((value, before, now) -> ask());
        method.addListener((value, before, now) -> ask());
        ask();
    }

    ObjectProperty<Method> method() {
        return method;
    }

    /** Null until it is counted, and where path or history is shorter than a window. */
    ReadOnlyObjectProperty<ChartModel> overlay() {
        return overlay.getReadOnlyProperty();
    }

    /** Whether the map is that of what was asked last. */
    ReadOnlyBooleanProperty settled() {
        return map.settled();
    }

    /** Why there is no map. */
    StringBinding none() {
        return Bindings.createStringBinding(
                () -> {
                    if (!map.settled().get()) {
                        return texts.get("generate.map.counting");
                    }
                    return page.sight().isEmpty()
                            ? texts.get("generate.copies.none")
                            : texts.get(
                                    "generate.map.none",
                                    page.unit().count(days(page.sight().get()), texts));
                },
                map.settled(),
                page.chosen().run(),
                texts.locale());
    }

    /** What the map's axes carry of all variance; empty for t-SNE, which has no such share. */
    StringBinding explained() {
        return Bindings.createStringBinding(
                () -> {
                    WindowMap found = map.latest().get().answer();
                    if (found == null) {
                        return "";
                    }
                    return Double.isNaN(found.explained())
                            ? texts.get("generate.map.tsne.note")
                            : texts.get("generate.map.pca.note", Formats.percent(found.explained(), 0));
                },
                map.latest(),
                texts.locale());
    }

    /** Nothing is placed while another tab is on show; what is under way for other paths is then given up. */
    private void ask() {
        Question next = question().orElse(null);
        if (next != null && next.equals(last)) {
            return;
        }
        last = page.tab().get() == GenerateTab.COPIES ? next : null;
        if (last == null) {
            map.clear();
        } else {
            map.ask(last);
        }
    }

    private Optional<Question> question() {
        Shown shown = page.shown().get();
        return page.sight()
                .filter(sight -> shown != null)
                .filter(sight -> sight.training().length >= days(sight))
                .filter(sight -> shown.paths().length() >= days(sight))
                .map(sight -> new Question(method.get(), sight, shown, days(sight)));
    }

    private static int days(PathSight sight) {
        return Optional.ofNullable(sight.copying())
                .map(PathSight.Copying::days)
                .filter(d -> d > 0)
                .orElse(DAYS);
    }

    private WindowMap map(Question question) {
        double[][] real = WindowMap.windows(new double[][] {question.sight().training()}, question.days(), WINDOWS);
        double[][] generated = WindowMap.windows(question.shown().returns(), question.days(), WINDOWS);
        return question.method() == Method.PCA
                ? WindowMap.pca(real, generated)
                : WindowMap.tsne(real, generated, SEED, () -> last != question);
    }

    private void draw() {
        WindowMap found = map.latest().get().answer();
        overlay.set(
                found == null
                        ? null
                        : new LineChart(
                                List.of(),
                                texts.get("generate.map.first"),
                                texts.get("generate.map.second"),
                                false,
                                null,
                                null,
                                List.of(),
                                List.of(
                                        spots("generate.copies.learnt", found.real(), Tone.MUTED),
                                        spots("generate.generated", found.generated(), Tone.ACCENT))));
    }

    private Spots spots(String key, double[][] points, Tone tone) {
        return new Spots(texts.get(key), column(points, 0), column(points, 1), NONE, NONE, tone, false);
    }

    private static double[] column(double[][] points, int at) {
        return Arrays.stream(points).mapToDouble(point -> point[at]).toArray();
    }
}
