package io.riskloom.app;

import io.riskloom.app.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;

/** Pictures of the lessons on the residual block and the recurrent cell: {@code LessonTour PROJECT OUT [lesson …]}. Not a test. */
public final class LessonTour {

    private static final int LONGEST = 300;

    private final TourWindow window;
    private final Workbench bench;

    private LessonTour(TourWindow window) {
        this.window = window;
        this.bench = window.bench();
    }

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        List<String> wanted = args.length > 2 ? List.of(args).subList(2, args.length) : List.of("residual", "cell");
        LessonTour tour = new LessonTour(window);
        Tour.on(() -> tour.bench.session().page().set("playground"));
        Tour.settle(60);
        if (wanted.contains("residual")) {
            tour.residual();
        }
        if (wanted.contains("cell")) {
            tour.cell();
        }
        window.close();
    }

    private void residual() throws Exception {
        press("#playground-lesson-residual");
        slide("#residual-speed", 5);
        await("#residual-place", "0");
        press("#residual-play");
        await("#residual-place", "60");
        press("#residual-play");
        Tour.settle(120);
        pictures("residual-race", true);
        press("#residual-look-block");
        Tour.settle(60);
        pictures("residual-block", true);
        slide("#residual-block-number", 5);
        Tour.settle(120);
        press("#residual-block-back");
        press("#residual-block-back");
        Tour.settle(60);
        pictures("residual-projection", false);
        press("#residual-look-race");
        slide("#residual-depth", 50);
        await("#residual-place", "0");
        press("#residual-play");
        await("#residual-place", "10");
        press("#residual-play");
        Tour.settle(240);
        pictures("residual-fifty", false);
    }

    private void cell() throws Exception {
        press("#playground-lesson-cell");
        Tour.settle(120);
        pictures("cell-step", true);
        press("#cell-look-days");
        Tour.settle(120);
        pictures("cell-days", true);
        Tour.on(() -> ((ComboBox<?>) bench.root().lookup("#cell-preset"))
                .getSelectionModel()
                .select(4));
        press("#cell-weights");
        Tour.settle(60);
        pictures("cell-weights", false);
        press("#cell-look-step");
        Tour.settle(60);
        pictures("cell-gru", false);
    }

    private void press(String id) throws Exception {
        Node node = bench.root().lookup(id);
        Tour.on(((ButtonBase) node)::fire);
    }

    private void slide(String id, double value) throws Exception {
        Tour.on(() -> ((Slider) bench.root().lookup(id)).setValue(value));
    }

    /** Until the label's number has reached the one given. */
    private void await(String id, String number) throws Exception {
        for (int i = 0; i < LONGEST; i++) {
            String digits = ((Labeled) bench.root().lookup(id)).getText().replaceAll("\\D", "");
            if (!digits.isEmpty() && Integer.parseInt(digits) >= Integer.parseInt(number)) {
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
