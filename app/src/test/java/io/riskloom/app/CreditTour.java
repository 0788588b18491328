package io.riskloom.app;

import io.riskloom.app.credit.MadeCredits;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Samples;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import io.riskloom.engine.model.Study;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;

/**
 * Pictures of the credit page, to be looked at: {@code CreditTour PROJECT OUT [view …]}. Of the project's own run where it has
 * one, which the views that ask the engine need; else of runs made by hand. Not a test.
 */
public final class CreditTour {

    private static final int PLOTS = 11;

    private final Path out;
    private final Workbench bench;
    private final Texts texts;
    private final List<String> views;

    private CreditTour(Path out, Workbench bench, Texts texts, List<String> views) {
        this.out = out;
        this.bench = bench;
        this.texts = texts;
        this.views = views;
    }

    public static void main(String[] args) throws Exception {
        TourWindow window = TourWindow.open(Path.of(args[0]), Path.of(args[1]));
        new CreditTour(
                        window.out(),
                        window.bench(),
                        window.texts(),
                        List.of(args).subList(2, args.length))
                .walk();
        window.close();
    }

    private void walk() throws Exception {
        if (views.isEmpty() || views.contains("empty")) {
            go();
            if (bench.session().finished("credit").isEmpty()) {
                pictures("empty", true);
            }
        }
        if (bench.session().finished("credit").isEmpty()) {
            make();
        }
        go();
        for (String view : List.of("overview", "validation", "scorecard", "explain", "fairness", "score")) {
            if (views.isEmpty() || views.contains(view)) {
                press("#credit-view-" + view);
                Tour.settle(60);
                if (view.equals("validation")) {
                    plots();
                } else {
                    pictures(view, true);
                    for (int part = 1; part <= 2; part++) {
                        scroll(part / 2.0);
                        pictures(view + "-" + part, false);
                    }
                    scroll(0);
                }
            }
        }
    }

    private void go() throws Exception {
        Tour.on(() -> bench.session().page().set("credit"));
        Tour.settle(30);
    }

    private void plots() throws Exception {
        for (int i = 0; i < PLOTS; i++) {
            int index = i;
            Tour.on(() -> ((ListView<?>) bench.root().lookup("#credit-plots"))
                    .getSelectionModel()
                    .select(index));
            Tour.settle(10);
            pictures("validation-" + index, index == 0);
        }
    }

    private void make() throws Exception {
        String german = Samples.paths(out.resolve("samples"))
                .get(Samples.NAMES.indexOf("credit/german_credit.csv"))
                .toString();
        CreditSpec one = (CreditSpec) Specs.with(Specs.defaults("credit", german), Map.of("model", "mlp"));
        CreditSpec folds = Specs.with(one, Map.of("scheme", "kfold"));
        Session session = bench.session();
        List<String> ids = new ArrayList<>();
        for (int fold = 1; fold <= 5; fold++) {
            CreditSpec spec = Specs.with(folds, Map.of("fold", String.valueOf(fold)));
            Run run = MadeCredits.run("credit-mlp-000" + fold, fold, spec, fold, true);
            ids.add(run.id());
            Tour.on(() -> session.runs().addFirst(run));
        }
        Study study = new Study("study-credit-mlp-0001", folds, "", Instant.EPOCH, 60, ids);
        Tour.on(() -> {
            session.studies().all().addFirst(study);
            session.choose(session.runs().getFirst());
        });
        Run alone = MadeCredits.run("credit-mlp-0006", 6, one, 1, false);
        Tour.on(() -> ResultFixtures.add(session, alone));
        Tour.on(() -> session.choose(session.runs().get(1)));
        Tour.settle(60);
    }

    private void press(String id) throws Exception {
        Node node = bench.root().lookup(id);
        Tour.on(((ButtonBase) node)::fire);
    }

    private void scroll(double to) throws Exception {
        Tour.on(() -> ((ScrollPane) bench.root().lookup("#credit-page")).setVvalue(to));
    }

    private void pictures(String name, boolean all) throws Exception {
        for (boolean chinese : new boolean[] {false, true}) {
            // of parts of a view the other two of the four look alike
            for (boolean dark : all ? new boolean[] {false, true} : new boolean[] {chinese}) {
                Tour.on(() -> {
                    texts.locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                    bench.appearance().dark().set(dark);
                });
                Tour.settle(20);
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
            texts.locale().set(Texts.ENGLISH);
            bench.appearance().dark().set(false);
        });
    }
}
