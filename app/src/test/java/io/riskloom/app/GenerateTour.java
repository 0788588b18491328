package io.riskloom.app;

import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;

/**
 * Pictures of the page Generate, to be looked at: {@code GenerateTour PROJECT OUT [tab …]}. Of the project's own runs, which
 * the tabs that ask the engine need. Not a test.
 */
public final class GenerateTour {

    private static final List<String> TABS =
            List.of("paths", "distribution", "memory", "scorecard", "copies", "training", "compare", "risk");

    private final Path out;
    private final Workbench bench;
    private final TourWindow window;
    private final List<String> tabs;

    private GenerateTour(TourWindow window, List<String> tabs) {
        this.out = window.out();
        this.bench = window.bench();
        this.window = window;
        this.tabs = tabs;
    }

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        new GenerateTour(window, List.of(args).subList(2, args.length)).walk();
        window.close();
    }

    private void walk() throws Exception {
        Tour.on(() -> bench.session().page().set("generate"));
        Tour.settle(60);
        if (bench.session().finished("generate").isEmpty()) {
            pictures("empty", true);
            return;
        }
        for (String tab : TABS) {
            if (!tabs.isEmpty() && !tabs.contains(tab)) {
                continue;
            }
            press("#generate-tab-" + tab);
            Tour.settle(240);
            if (tab.equals("risk")) {
                press("#risk-simulate");
                Tour.settle(1200);
            }
            if (tab.equals("paths")) {
                press("#generate-lowest");
                Tour.settle(120);
            }
            pictures(tab, true);
            for (int part = 1; part <= 2; part++) {
                scroll(part / 2.0);
                pictures(tab + "-" + part, false);
            }
            scroll(0);
        }
    }

    private void press(String id) throws Exception {
        Node node = bench.root().lookup(id);
        Tour.on(((ButtonBase) node)::fire);
    }

    private void scroll(double to) throws Exception {
        Tour.on(() -> ((ScrollPane) bench.root().lookup("#generate-page")).setVvalue(to));
    }

    private void pictures(String name, boolean all) throws Exception {
        for (boolean chinese : new boolean[] {false, true}) {
            // of parts of a tab the other two of the four look alike
            for (boolean dark : all ? new boolean[] {false, true} : new boolean[] {chinese}) {
                Tour.on(() -> {
                    window.texts().locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                    bench.appearance().dark().set(dark);
                });
                Tour.settle(30);
                String file = name + (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en") + ".png";
                Tour.on(() -> {
                    Tour.save(bench, out.resolve(file));
                    List<String> cut = new ArrayList<>();
                    CutWords.collect(bench.root(), cut);
                    cut.forEach(words -> System.out.println(file + " cuts off: " + words));
                });
            }
        }
        Tour.on(() -> {
            window.texts().locale().set(Texts.ENGLISH);
            bench.appearance().dark().set(false);
        });
    }
}
