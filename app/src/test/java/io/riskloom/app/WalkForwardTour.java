package io.riskloom.app;

import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.session.Samples;
import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;

/**
 * Walk-forwards through the window's own controls, to be looked at: {@code WalkForwardTour PROJECT OUT [lstm|resnet50]}. On SP500 an LSTM
 * over five folds and ResNet-50 on pictures of the window over three, trained with the page's defaults; prints the verdicts
 * and takes pictures. Some minutes. Not a test.
 */
public final class WalkForwardTour {

    private final Path out;
    private final Workbench bench;
    private final Texts texts;

    private WalkForwardTour(Path out, Workbench bench, Texts texts) {
        this.out = out;
        this.bench = bench;
        this.texts = texts;
    }

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        new WalkForwardTour(window.out(), window.bench(), window.texts()).walk(args.length > 2 ? args[2] : "");
        window.close();
    }

    private void walk(String only) throws Exception {
        Path prices = Samples.paths(out.resolve("samples")).getFirst();
        Tour.on(() -> bench.session().load(prices));
        Tour.settle(150);
        Tour.on(() -> bench.session().page().set("train"));
        Tour.settle(30);
        if (!only.equals("resnet50")) {
            choose("#train-scheme", "expanding");
            train("lstm");
        }
        if (!only.equals("lstm")) {
            choose("#train-task", "classify");
            Tour.settle(30);
            choose("#train-scheme", "expanding");
            Tour.on(() -> ((TextField) node("#train-folds")).setText("3"));
            train("resnet50");
        }
    }

    private void train(String name) throws Exception {
        Tour.settle(60);
        LiveStudy[] before = new LiveStudy[1];
        Tour.on(() -> before[0] = bench.session().studies().live().get());
        Tour.on(() -> ((ButtonBase) node("#train-start")).fire());
        until(before[0]);
        Tour.on(() -> bench.session().page().set("forecast"));
        Tour.settle(60);
        for (String view : new String[] {"forecast", "folds", "bands", "leaks"}) {
            Tour.on(() -> ((ButtonBase) node("#forecast-view-" + view)).fire());
            Tour.settle(80);
            pictures(name + "-" + view);
        }
        Tour.on(() -> ((ButtonBase) node("#forecast-view-folds")).fire());
        Tour.settle(30);
        Tour.on(() -> bench.root().lookupAll(".verdict .label").stream()
                .map(Labeled.class::cast)
                .forEach(label -> System.out.println(name + ": " + label.getText())));
        Tour.on(() -> bench.session().page().set("train"));
        Tour.settle(30);
        Tour.on(() -> bench.session().watched().open().set(false));
        Tour.settle(30);
    }

    private void until(LiveStudy before) throws Exception {
        for (int i = 0; i < 1_800; i++) {
            boolean[] ended = new boolean[1];
            Tour.on(() -> {
                LiveStudy study = bench.session().studies().live().get();
                ended[0] = study != null && study != before && !study.running();
            });
            if (ended[0]) {
                return;
            }
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the study did not end");
    }

    private Node node(String id) {
        return bench.root().lookup(id);
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, String word) throws Exception {
        Tour.on(() -> ((ComboBox<String>) node(id)).setValue(word));
    }

    private void pictures(String name) throws Exception {
        for (boolean chinese : new boolean[] {false, true}) {
            for (boolean dark : new boolean[] {false, true}) {
                Tour.on(() -> {
                    texts.locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                    bench.appearance().dark().set(dark);
                });
                Tour.settle(40);
                Tour.on(() -> Tour.save(
                        bench, out.resolve(name + (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en") + ".png")));
            }
        }
        Tour.on(() -> {
            texts.locale().set(Texts.ENGLISH);
            bench.appearance().dark().set(false);
        });
        Tour.settle(10);
    }
}
