package io.riskloom.app;

import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;

/** Pictures of the lesson on generative adversarial networks: {@code GanTour PROJECT OUT [scene …]}. Not a test. */
public final class GanTour {

    private static final int LONGEST = 400;

    private final TourWindow window;
    private final Workbench bench;

    private GanTour(TourWindow window) {
        this.window = window;
        this.bench = window.bench();
    }

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        List<String> wanted =
                args.length > 2 ? List.of(args).subList(2, args.length) : List.of("plane", "slow", "guide", "paths");
        GanTour tour = new GanTour(window);
        Tour.on(() -> tour.bench.session().page().set("playground"));
        Tour.settle(60);
        tour.press("#playground-lesson-gan");
        tour.await("#arena-place", 0);
        if (wanted.contains("plane")) {
            tour.plane();
        }
        if (wanted.contains("slow")) {
            tour.slow();
        }
        if (wanted.contains("guide")) {
            tour.guide();
        }
        if (wanted.contains("paths")) {
            tour.paths();
        }
        window.close();
    }

    private void plane() throws Exception {
        play(1200);
        press("#arena-layer-arrows");
        pictures("gan-plane", true);
        press("#arena-layer-arrows");
    }

    private void slow() throws Exception {
        press("#arena-slow");
        for (int stage = 0; stage < 3; stage++) {
            press("#arena-one");
            Tour.settle(60);
        }
        pictures("gan-slow-scores", true);
        for (int stage = 3; stage < 10; stage++) {
            press("#arena-one");
            Tour.settle(20);
        }
        pictures("gan-slow-gradients", false);
        press("#arena-slow");
    }

    private void guide() throws Exception {
        press("#arena-guide");
        press("#arena-guide-do");
        done();
        pictures("gan-collapse", true);
        for (int task = 1; task < 4; task++) {
            press("#arena-guide-next");
            press("#arena-guide-do");
            done();
        }
        press("#arena-guide-next");
        pictures("gan-compare", true);
        press("#arena-guide-close");
    }

    /** Until the task of the lesson has been trained. */
    private void done() throws Exception {
        Tour.settle(60);
        for (int i = 0; i < LONGEST && bench.root().lookup("#arena-guide-do").isDisabled(); i++) {
            Tour.settle(30);
        }
        Tour.settle(60);
    }

    @SuppressWarnings("unchecked")
    private void paths() throws Exception {
        Tour.on(() -> ((ComboBox<String>) bench.root().lookup("#arena-data")).setValue("paths"));
        Tour.settle(120);
        press("#arena-begin-anew");
        Tour.settle(120);
        play(1500);
        Tour.on(() -> {
            Node noise = bench.root().lookup("#arena-chart-noise");
            Point2D at = noise.localToScene(noise.getLayoutBounds().getCenterX() + 60, 120);
            noise.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_MOVED,
                    at.getX(),
                    at.getY(),
                    0,
                    0,
                    null,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null));
        });
        Tour.settle(120);
        pictures("gan-paths", true);
    }

    private void play(int steps) throws Exception {
        Tour.on(() -> ((Slider) bench.root().lookup("#arena-pace")).setValue(4));
        press("#arena-play");
        await("#arena-place", steps);
        press("#arena-play");
        Tour.settle(60);
    }

    private void press(String id) throws Exception {
        Node node = bench.root().lookup(id);
        Tour.on(((ButtonBase) node)::fire);
    }

    /** Until the label's number has reached the one given. */
    private void await(String id, int number) throws Exception {
        for (int i = 0; i < LONGEST; i++) {
            Node node = bench.root().lookup(id);
            String digits = node == null ? "" : ((Labeled) node).getText().replaceAll("\\D", "");
            if (!digits.isEmpty() && Integer.parseInt(digits) >= number) {
                return;
            }
            Tour.settle(30);
        }
        throw new IllegalStateException(id + " does not reach " + number);
    }

    private void pictures(String name, boolean all) throws Exception {
        for (boolean chinese : all ? new boolean[] {false, true} : new boolean[] {false}) {
            for (boolean dark : all ? new boolean[] {false, true} : new boolean[] {chinese}) {
                Tour.on(() -> {
                    window.texts().locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                    bench.appearance().dark().set(dark);
                });
                Tour.settle(60);
                String file = name + (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en") + ".png";
                Tour.on(() -> {
                    Tour.save(bench, window.out().resolve(file));
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
        Tour.settle(30);
    }
}
