package io.riskloom.app;

import io.riskloom.app.chart.ChartView;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;

/**
 * Pictures of what bore the answers of a project's runs, and of their gates, in both languages and both themes: {@code EvidenceTour
 * PROJECT OUT [all]}. Not a test: it wants a project with runs of networks. Without {@code all} it takes English by light and
 * Chinese by dark.
 */
public final class EvidenceTour {

    private static final int ANSWERED = 240;

    private EvidenceTour() {}

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        boolean all = args.length > 2;
        Workbench bench = window.bench();
        Tour.on(() -> bench.session().page().set("inside"));
        for (Run run : bench.session().runs()) {
            Tour.on(() -> bench.session().choose(run));
            Tour.settle(ANSWERED);
            press(bench, "#inside-tab-activation");
            Tour.settle(ANSWERED);
            press(bench, "#inside-occlude");
            Tour.settle(ANSWERED);
            press(bench, "#inside-trial");
            Tour.settle(2 * ANSWERED);
            Tour.on(() -> ((ChartView) bench.root().lookup("#inside-occlusion"))
                    .hoveredProperty()
                    .set(new double[] {12.5, 2.5}));
            Tour.settle(20);
            save(window, run.id() + "-evidence", all);
            press(bench, "#inside-gradients");
            Tour.settle(ANSWERED);
            save(window, run.id() + "-gradients", false);
            if (bench.root().lookup("#inside-tab-gates").isVisible()) {
                press(bench, "#inside-tab-gates");
                Tour.settle(ANSWERED);
                save(window, run.id() + "-gates", all);
            }
        }
        window.close();
    }

    private static void press(Workbench bench, String id) throws InterruptedException {
        Tour.on(() -> {
            Node button = bench.root().lookup(id);
            if (button instanceof ButtonBase b && !b.isDisabled()) {
                b.fire();
            }
        });
    }

    private static void save(TourWindow window, String name, boolean all) throws InterruptedException {
        for (boolean chinese : new boolean[] {false, true}) {
            for (boolean dark : new boolean[] {false, true}) {
                if (all || chinese == dark) {
                    Tour.on(() -> {
                        window.texts().locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                        window.bench().appearance().dark().set(dark);
                    });
                    String end = (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en") + ".png";
                    for (int part = 0; part < 3; part++) {
                        double at = part / 2.0;
                        Tour.on(() -> ((ScrollPane) window.bench().root().lookup("#inside-page")).setVvalue(at));
                        Tour.settle(20);
                        Path file = window.out().resolve(name + "-" + part + end);
                        Tour.on(() -> Tour.save(window.bench(), file));
                    }
                }
            }
        }
    }
}
