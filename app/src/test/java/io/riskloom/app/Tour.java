package io.riskloom.app;

import io.riskloom.app.task.Tasks;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.service.EngineStarter;
import io.riskloom.engine.store.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Pictures of every page in both languages and both themes, to be looked at: {@code Tour PROJECT OUT [page …]}. Not a test: it
 * wants a project with runs, such as the demo leaves.
 */
public final class Tour {

    private static final int SETTLE_PULSES = 60;
    private static final int LONGEST_SECONDS = 120;

    private Tour() {}

    public static void main(String[] args) throws Exception {
        Path out = Path.of(args[1]);
        Files.createDirectories(out);
        List<String> pages = args.length > 2
                ? List.of(args).subList(2, args.length)
                : List.of("data", "train", "forecast", "credit", "generate", "inside", "playground", "runs");
        CountDownLatch done = new CountDownLatch(1);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Platform.exit();
        });
        Platform.startup(() -> {});
        Texts texts = new Texts(Texts.ENGLISH);
        Workbench[] bench = new Workbench[1];
        on(() -> {
            bench[0] = new Workbench(
                    Project.open(Path.of(args[0])),
                    Tasks.forWindow(),
                    EngineStarter.child(),
                    texts,
                    out.resolve("samples"));
            Stage stage = new Stage();
            Scene scene = new Scene(bench[0].root(), 1440, 900);
            stage.setScene(scene);
            stage.show();
            bench[0].begin(List.of());
        });
        settle(150);
        Map<String, Runnable> scenes = new LinkedHashMap<>();
        TrainScenes train = new TrainScenes(bench[0]);
        for (String page : pages) {
            if (page.equals("data")) {
                scenes.putAll(DataScenes.of(bench[0], out));
            } else if (page.equals("train")) {
                scenes.putAll(train.all());
            } else if (page.equals("forecast")) {
                scenes.putAll(ForecastScenes.of(bench[0]));
            } else if (page.equals("playground")) {
                scenes.putAll(PlaygroundScenes.of(bench[0]));
            } else {
                scenes.put(page, () -> bench[0].session().page().set(page));
            }
        }
        for (Map.Entry<String, Runnable> scene : scenes.entrySet()) {
            String page = scene.getKey();
            on(scene.getValue());
            settle(SETTLE_PULSES);
            BooleanSupplier ready = train.waits().getOrDefault(page, () -> true);
            for (int i = 0; i < LONGEST_SECONDS && !ready.getAsBoolean(); i++) {
                settle(SETTLE_PULSES);
            }
            for (boolean chinese : new boolean[] {false, true}) {
                for (boolean dark : new boolean[] {false, true}) {
                    on(() -> {
                        texts.locale().set(chinese ? Texts.CHINESE : Texts.ENGLISH);
                        bench[0].appearance().dark().set(dark);
                    });
                    settle(page.equals("inside") || page.equals("playground") ? 5 * SETTLE_PULSES : SETTLE_PULSES);
                    String name = page + (dark ? "-dark" : "-light") + (chinese ? "-zh" : "-en") + ".png";
                    on(() -> {
                        save(bench[0], out.resolve(name));
                        List<String> cut = new ArrayList<>();
                        CutWords.collect(bench[0].root(), cut);
                        cut.forEach(words -> System.out.println(name + " cuts off: " + words));
                    });
                }
            }
        }
        on(() -> {
            texts.locale().set(Texts.ENGLISH);
            bench[0].appearance().dark().set(false);
            bench[0].close();
            done.countDown();
        });
        done.await(30, TimeUnit.SECONDS);
        Platform.exit();
    }

    static void save(Workbench bench, Path file) {
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(bench.root().getScene().snapshot(null), null), "png", file.toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Lets the window draw some frames, as it does while a person looks. */
    static void settle(int pulses) throws InterruptedException {
        CountDownLatch frames = new CountDownLatch(1);
        Platform.runLater(() -> {
            javafx.animation.AnimationTimer timer = new javafx.animation.AnimationTimer() {
                private int left = pulses;

                @Override
                public void handle(long now) {
                    if (--left <= 0) {
                        stop();
                        frames.countDown();
                    }
                }
            };
            timer.start();
        });
        frames.await(60, TimeUnit.SECONDS);
    }

    static void on(Runnable work) throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        RuntimeException[] failure = new RuntimeException[1];
        Platform.runLater(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failure[0] = e;
            } finally {
                ran.countDown();
            }
        });
        ran.await();
        if (failure[0] != null) {
            throw failure[0];
        }
    }
}
