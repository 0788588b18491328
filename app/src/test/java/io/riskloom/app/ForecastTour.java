package io.riskloom.app;

import io.riskloom.app.forecast.MadeForecasts;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Pictures of the forecast page over runs made by hand, to be looked at: {@code ForecastTour PROJECT OUT}. Not a test. */
public final class ForecastTour {

    private final Path out;
    private final Workbench bench;
    private final Texts texts;

    private ForecastTour(Path out, Workbench bench, Texts texts) {
        this.out = out;
        this.bench = bench;
        this.texts = texts;
    }

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        new ForecastTour(window.out(), window.bench(), window.texts()).walk();
        window.close();
    }

    private void walk() throws Exception {
        String file = Samples.paths(out.resolve("samples")).getFirst().toString();
        RunSpec path = Specs.defaults("forecast", file);
        int days = MadeForecasts.days(path);
        add("forecast-tcn-0002", 1, Specs.with(path, Map.of("model", "tcn", "seed", "5")), days - 12);
        add("forecast-gru-0003", 2, Specs.with(path, Map.of("model", "gru", "seed", "6")), days - 12);
        add("forecast-lstm-0004", 3, Specs.with(path, Map.of("embargo", "10")), days - 12);
        Tour.on(() -> bench.session().page().set("forecast"));
        pictures("forecast");
        press("#forecast-view-bands");
        pictures("bands");
        scroll(1);
        pictures("bands-below");
        press("#forecast-view-leaks");
        pictures("leaks");
        scroll(1);
        pictures("leaks-below");
        scroll(0);
        press("#forecast-view-folds");
        pictures("folds");
        press("#forecast-view-forecast");
        tick("#forecast-overlay-forecast-tcn-0002");
        tick("#forecast-overlay-forecast-gru-0003");
        type("#forecast-origin", "2018-11-12");
        pictures("origin");
        add("forecast-lstm-0005", 4, Specs.with(path, Map.of("target", "return")), days);
        pictures("return");
        add("forecast-lstm-0006", 5, Specs.with(path, Map.of("target", "volatility")), days);
        pictures("volatility");
        add("classify-lstm-0007", 6, Specs.with(Specs.defaults("classify", file), "model", "lstm"), days);
        pictures("direction");
        add(
                "classify-lstm-0008",
                7,
                Specs.with(Specs.defaults("classify", file), Map.of("model", "lstm", "directions", "three")),
                days);
        pictures("three");
    }

    private void add(String id, int minute, RunSpec spec, int trainedOn) throws Exception {
        var run = MadeForecasts.run(id, minute, spec, trainedOn);
        Session session = bench.session();
        Tour.on(() -> ResultFixtures.add(session, run));
        Tour.settle(60);
    }

    private <N extends Node> N find(String id, Class<N> type) {
        return type.cast(bench.root().lookup(id));
    }

    private void scroll(double to) throws Exception {
        Tour.on(() -> ((ScrollPane) bench.root().lookup("#forecast-page")).setVvalue(to));
    }

    private void press(String id) throws Exception {
        Tour.on(() -> find(id, ButtonBase.class).fire());
    }

    private void tick(String id) throws Exception {
        Tour.on(() -> find(id, CheckBox.class).setSelected(true));
    }

    private void type(String id, String words) throws Exception {
        Tour.on(() -> {
            TextField field = find(id, TextField.class);
            field.setText(words);
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    private void pictures(String name) throws Exception {
        for (boolean chinese : new boolean[] {false, true}) {
            boolean dark = chinese; // the other two of the four look alike
            Tour.on(() -> {
                texts.locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                bench.appearance().dark().set(dark);
            });
            Tour.settle(90);
            String file = name + (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en") + ".png";
            Tour.on(() -> {
                Tour.save(bench, out.resolve(file));
                List<String> cut = new ArrayList<>();
                CutWords.collect(bench.root(), cut);
                cut.forEach(words -> System.out.println(file + " cuts off: " + words));
            });
        }
        Tour.on(() -> {
            texts.locale().set(Texts.ENGLISH);
            bench.appearance().dark().set(false);
        });
    }
}
