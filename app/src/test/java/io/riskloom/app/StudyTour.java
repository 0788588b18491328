package io.riskloom.app;

import io.riskloom.app.session.LiveStudy;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Pictures of validation in folds, to be looked at: {@code StudyTour PROJECT OUT}. Trains two small studies, so it takes a
 * minute or two. Not a test.
 */
public final class StudyTour {

    private final Path out;
    private final Workbench bench;
    private final Texts texts;

    private StudyTour(Path out, Workbench bench, Texts texts) {
        this.out = out;
        this.bench = bench;
        this.texts = texts;
    }

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        new StudyTour(window.out(), window.bench(), window.texts()).walk();
        window.close();
    }

    private void walk() throws Exception {
        List<Path> samples = Samples.paths(out.resolve("samples"));
        open(samples.get(0));
        choose("#train-scheme", "expanding");
        pictures("plan-expanding");
        type("#train-embargo", "100");
        choose("#train-scheme", "sliding");
        pictures("plan-sliding-embargo");
        type("#train-folds", "20");
        type("#train-repeats", "3");
        pictures("plan-20-folds");
        open(samples.get(3));
        choose("#train-scheme", "kfold");
        pictures("plan-kfold");
        choose("#train-scheme", "grouped");
        pictures("plan-grouped-unnamed");
        choose("#train-groups", "purpose");
        pictures("plan-grouped");
        train(Specs.with(Specs.defaults("credit", samples.get(3).toString()), "scheme", "kfold"));
        until(study -> study.finished() >= 2);
        pictures("study-running");
        until(study -> !study.running());
        pictures("study-finished");
        Tour.on(() -> {
            TableView<?> table = (TableView<?>) node("#study-table");
            table.getSelectionModel().select(1);
            table.getOnKeyPressed()
                    .handle(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        pictures("study-member");
        Tour.on(() -> session().page().set("runs"));
        pictures("runs");
        RunSpec walk = Specs.with(Specs.defaults("forecast", samples.get(0).toString()), "scheme", "expanding");
        for (String[] setting :
                new String[][] {{"folds", "3"}, {"epochs", "2"}, {"units", "8"}, {"layers", "1"}, {"repeats", "2"}}) {
            walk = Specs.with(walk, setting[0], setting[1]);
        }
        train(walk);
        until(study -> study.finished() >= 3);
        Tour.on(() -> session().studies().live().get().cancel());
        until(study -> !study.running());
        pictures("study-stopped");
    }

    private interface State {
        boolean reached(LiveStudy study);
    }

    private Session session() {
        return bench.session();
    }

    private Node node(String id) {
        return bench.root().lookup(id);
    }

    private void open(Path file) throws Exception {
        Tour.on(() -> session().load(file));
        Tour.settle(120);
        Tour.on(() -> {
            session().page().set("train");
            session().watched().open().set(false);
        });
        Tour.settle(20);
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, String word) throws Exception {
        Tour.on(() -> ((ComboBox<String>) node(id)).setValue(word));
    }

    private void type(String id, String words) throws Exception {
        Tour.on(() -> ((TextField) node(id)).setText(words));
    }

    private void train(RunSpec spec) throws Exception {
        Tour.on(() -> {
            session().page().set("train");
            session().train(spec);
        });
        Tour.settle(60);
    }

    private void until(State state) throws Exception {
        for (int i = 0; i < 600; i++) {
            boolean[] reached = new boolean[1];
            Tour.on(() -> {
                LiveStudy study = session().studies().live().get();
                reached[0] = study != null && state.reached(study);
            });
            if (reached[0]) {
                return;
            }
            new CountDownLatch(1).await(500, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the study did not come so far");
    }

    private void pictures(String name) throws Exception {
        for (boolean chinese : new boolean[] {false, true}) {
            for (boolean dark : new boolean[] {false, true}) {
                Tour.on(() -> {
                    texts.locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                    bench.appearance().dark().set(dark);
                });
                Tour.settle(30);
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
