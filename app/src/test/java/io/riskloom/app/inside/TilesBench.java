package io.riskloom.app.inside;

import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.NetworkGraph;
import io.riskloom.engine.inside.NetworkGraph.Edge;
import io.riskloom.engine.inside.NetworkGraph.Node;
import io.riskloom.engine.inside.ReceptiveField;
import io.riskloom.engine.inside.Stage;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** Milliseconds of a frame while 2048 tiles are scrolled through from end to end. Not a test: its figures are the machine's. */
public final class TilesBench {

    private static final int FRAMES = 400;

    private TilesBench() {}

    public static void main(String[] args) throws Exception {
        InsideFixture fixture = new InsideFixture(Files.createTempDirectory("tiles"));
        Node input = new Node("input", "", "input", List.of(1, 8, 8), 0, 0, 0, 0, 0, 0, ReceptiveField.INPUT);
        Node conv = new Node("conv", "", "conv", List.of(2048, 8, 8), 1, 1, 0, 1, 2048, 0, ReceptiveField.INPUT);
        fixture.graph = new NetworkGraph(
                List.of(1, 8, 8), List.of(input, conv), List.of(new Edge(0, 1)), List.of(Stage.TRAINED));
        CountDownLatch done = new CountDownLatch(1);
        double[] frames = new double[FRAMES];
        double[] paints = new double[FRAMES];
        Platform.startup(() -> {});
        long begun = used();
        Platform.runLater(() -> {
            try {
                Session session = fixture.session(Files.createTempDirectory("tiles"));
                Looked looked = new Looked(session, new Texts(Texts.ENGLISH));
                MapsModel model = new MapsModel(looked);
                TilesView view = new TilesView(model, new Texts(Texts.ENGLISH));
                javafx.stage.Stage stage = new javafx.stage.Stage();
                stage.setScene(new Scene(new StackPane(view), 900, 600));
                stage.show();
                ResultFixtures.add(session, fixture.run("r1", 1));
                looked.shown();
                model.look(true);
                view.size().set(args.length > 0 ? Integer.parseInt(args[0]) : 48);
                scroll(view, frames, paints, done);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        done.await();
        double cpu = (used() - begun) / 1e6 / FRAMES;
        Arrays.sort(frames);
        Arrays.sort(paints);
        System.out.printf(
                "frame: median %.1f ms, 95%% %.1f ms; processor %.1f ms a frame with the start; painting: median %.1f ms, 95%% %.1f ms%n",
                frames[FRAMES / 2], frames[FRAMES * 95 / 100], cpu, paints[FRAMES / 2], paints[FRAMES * 95 / 100]);
        Platform.exit();
    }

    /** Nanoseconds of processor time, of all threads. */
    private static long used() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void scroll(TilesView view, double[] frames, double[] paints, CountDownLatch done) {
        new AnimationTimer() {
            private int frame = -20;
            private long before;

            @Override
            public void handle(long now) {
                if (frame >= 0 && frame < FRAMES) {
                    frames[frame] = (now - before) / 1e6;
                    long begun = System.nanoTime();
                    view.paint();
                    paints[frame] = (System.nanoTime() - begun) / 1e6;
                }
                before = now;
                view.scroll(view.tiles().total() / (double) FRAMES);
                if (++frame == FRAMES) {
                    stop();
                    done.countDown();
                }
            }
        }.start();
    }
}
