package io.riskloom.app.playground.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.chart.ChartModel.PlaneChart;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.ArenaFrame;
import io.riskloom.engine.lesson.ArenaFrame.Kept;
import io.riskloom.engine.lesson.ArenaSettings.Data;
import io.riskloom.engine.lesson.ArenaSettings.Rule;
import io.riskloom.engine.lesson.ArenaTrace.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);
    private final PlaneLayers layers = new PlaneLayers();
    private Session session;
    private GanViewModel model;

    @BeforeEach
    void open() {
        session = new GanFixture().session(folder);
        model = new GanViewModel(session);
        model.shown();
        model.step(30);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ArenaFrame frame() {
        return model.frame().get();
    }

    private CourseCharts course() {
        return new CourseCharts(texts, model.chronicle(), frame());
    }

    @Test
    void layersThatAreOffAreNotDrawn() {
        PlanePicture picture = new PlanePicture(texts, layers);
        assertEquals(2, picture.of(frame()).clouds().size());
        assertNull(picture.of(frame()).arrows());
        layers.real().set(false);
        layers.ground().set(false);
        layers.manifold().set(false);
        layers.arrows().set(true);
        PlaneChart chart = picture.of(frame());
        assertEquals("generated", chart.clouds().getFirst().name());
        assertNull(chart.field());
        assertNull(chart.mesh());
        assertEquals(2, chart.arrows().by().length);
    }

    @Test
    void theGroundsMiddleFollowsTheLoss() {
        PlanePicture picture = new PlanePicture(texts, layers);
        assertEquals(0.5, picture.of(frame()).field().middle());
        model.change("loss", s -> s.with(new Rule("hinge", 0, false)));
        assertEquals(0, picture.of(frame()).field().middle());
        model.change("loss", s -> s.with(new Rule("wasserstein", 0, false)));
        assertEquals(0.5, picture.of(frame()).field().middle(), 1e-9);
        assertEquals(0.4, picture.of(frame()).field().span(), 1e-6);
    }

    @Test
    void aPartThatIsMissedHasABrokenRing() {
        PlanePicture picture = new PlanePicture(texts, layers);
        assertEquals(true, picture.of(frame()).rings().get(1).held());
        model.begin();
        assertEquals(0, picture.of(frame()).rings().size());
    }

    @Test
    void aStageShowsWhatItIsAbout() {
        PlanePicture picture = new PlanePicture(texts, layers);
        PlaneChart noise = picture.of(frame(), GanFixture.stage(Kind.NOISE));
        assertEquals(3, noise.extent());
        assertNull(noise.field());
        assertEquals(
                1, picture.of(frame(), GanFixture.stage(Kind.FAKES)).clouds().size());
        assertEquals(
                2, picture.of(frame(), GanFixture.stage(Kind.SCORES)).clouds().size());
        assertEquals(
                1,
                picture.of(frame(), GanFixture.stage(Kind.GRADIENTS)).arrows().by().length);
    }

    @Test
    void theCourseShowsTheBranchTheOthersAndTheFloor() {
        model.rewind(new Kept(0, 10));
        LineChart behind = course().of(CourseCharts.Kind.LOSSES);
        assertEquals(10, behind.marks().getFirst().x());
        model.step(5);
        LineChart losses = course().of(CourseCharts.Kind.LOSSES);
        assertArrayEquals(new double[] {0, 15}, losses.lines().getFirst().x());
        assertEquals("other branches", losses.lines().getLast().name());
        assertArrayEquals(new double[] {0, 30, 30}, losses.lines().getLast().x());
        LineChart distances = course().of(CourseCharts.Kind.DISTANCES);
        assertArrayEquals(new double[] {0.01, 0.01}, distances.lines().get(3).y());
        assertArrayEquals(new double[] {0.005, 0.005}, distances.lines().get(4).y());
        assertEquals(2 * 1.08, course().of(CourseCharts.Kind.PARTS).yRange().high(), 1e-9);
    }

    @Test
    void theFanShowsThePathThatIsPointedAt() {
        PathCharts charts = new PathCharts(texts);
        LineChart still = charts.fan(GanFixture.paths(), null);
        assertArrayEquals(new double[] {1, 1.01}, still.lines().get(1).y());
        assertArrayEquals(new double[] {1, 0.9}, still.areas().get(1).low());
        model.point(new float[] {0.5f, 0});
        LineChart pointed = charts.fan(GanFixture.paths(), model.looked().get());
        assertArrayEquals(new double[] {1, 1.5}, pointed.lines().getFirst().y());
        assertArrayEquals(new double[] {1, 0.99}, pointed.lines().getLast().y());
        assertArrayEquals(
                new double[] {-0.03, 0.01},
                charts.quantiles(GanFixture.paths()).spots().getFirst().y());
        assertArrayEquals(
                new double[] {0.3, 0.2},
                charts.memory(GanFixture.paths()).lines().getFirst().y());
    }

    @Test
    void theVerdictNamesTheModes() {
        assertEquals(1, GanWords.grade(frame()));
        assertEquals(
                "The generator makes 2 of 2 modes. 80% of its points lie on the data; they differ 0.90 times as much as "
                        + "real ones. Jensen–Shannon 0.100, fresh real data 0.010.",
                GanWords.verdict(frame(), texts));
    }

    @Test
    void pointsAreDrawnNoCloserThanAStrokeAndTakenAway() {
        DrawPad pad = new DrawPad(model);
        model.change("data", s -> s.with(Data.drawn(GanPanel.DrawnStart.POINTS)));
        int before = model.settings().get().data().points().size();
        pad.move(1.2, -1.2);
        pad.add();
        pad.nudge(0.01, 0);
        pad.add();
        assertEquals(before + 1, model.settings().get().data().points().size());
        pad.erase();
        pad.erase();
        assertEquals(before, model.settings().get().data().points().size());
        pad.clear();
        assertEquals(1, model.settings().get().data().points().size());
        pad.move(9, 9);
        assertEquals(1.5, pad.pencil().get().x());
    }
}
