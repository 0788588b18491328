package io.riskloom.app.credit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.riskloom.app.chart.ChartModel.HistogramChart;
import io.riskloom.app.result.ResultFixtures;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.explain.Strangeness;
import io.riskloom.engine.service.Requests;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty applicants with the scores .04 to .8; those of an odd row above 29 are bad. */
class AnomalyViewModelTest {

    @TempDir
    Path folder;

    private final CreditDesk desk = new CreditDesk();
    private final Texts texts = new Texts(Texts.ENGLISH);
    private Session session;
    private AnomalyViewModel model;

    @BeforeEach
    void open() {
        session = desk.session(folder);
        model = new AnomalyViewModel(session, texts);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void add(boolean labelled) throws Exception {
        ResultFixtures.add(session, CreditDesk.unusual("a1", 0, folder, labelled));
    }

    @Test
    void withoutARunThereIsNothing() {
        model.look(true);
        assertNull(model.scores().get());
        assertNull(model.distribution().get());
        assertEquals("", model.pointedOut().get());
        assertEquals(List.of(), desk.asked());
    }

    @Test
    void theRunsOwnAlarmStandsFirstAndTheShareMovesIt() throws Exception {
        add(false);
        assertEquals(0.25, model.share().get(), 1e-12);
        // rows 38 and 39 score .76 and .8
        assertEquals(
                "2 of 20 test applicants (10.0%) are pointed out, from score 0.750 on.",
                model.pointedOut().get());
        model.share().set(0.5);
        assertEquals(
                "8 of 20 test applicants (40.0%) are pointed out, from score 0.500 on.",
                model.pointedOut().get());
        assertEquals(
                0.5,
                ((HistogramChart) model.distribution().get()).marks().getFirst().x());
    }

    @Test
    void aLabelSaysHowManyOfThemAreBad() throws Exception {
        add(true);
        // of rows 38 and 39 the odd one; 31 33 35 37 39 are bad
        assertEquals(
                "2 of 20 test applicants (10.0%) are pointed out, from score 0.750 on. By the label 1 of them are bad, of 5"
                        + " bad ones in all.",
                model.pointedOut().get());
        HistogramChart chart = (HistogramChart) model.distribution().get();
        assertEquals(
                List.of("Good", "Bad"),
                chart.groups().stream().map(HistogramChart.Bars::name).toList());
        chart.groups()
                .forEach(bars -> assertEquals(1, Arrays.stream(bars.heights()).sum(), 1e-12));
    }

    @Test
    void withoutALabelAllAreOneGroup() throws Exception {
        add(false);
        HistogramChart chart = (HistogramChart) model.distribution().get();
        assertEquals(
                List.of("Test applicants"),
                chart.groups().stream().map(HistogramChart.Bars::name).toList());
        // .04 lies in the first bin of .05, .8 in the 17th
        assertEquals(0.05, chart.groups().getFirst().heights()[0], 1e-12);
        assertEquals(0.05, chart.groups().getFirst().heights()[16], 1e-12);
        assertEquals(0, chart.groups().getFirst().heights()[17]);
    }

    @Test
    void theStrangestAreAskedForOnceThePageIsLookedAt() throws Exception {
        add(false);
        assertEquals(List.of(), desk.asked());
        model.look(true);
        Requests.StrangersRequest asked =
                (Requests.StrangersRequest) desk.asked().getFirst();
        assertArrayEquals(IntStream.range(0, 20).map(i -> 39 - i).toArray(), asked.rows());
        assertEquals(model.chosen().run().get().provenance().dataSha256(), asked.sha256());
        assertEquals(20, model.strangers().answer().get().size());
        model.look(false);
        model.look(true);
        assertEquals(1, desk.asked().size());
    }

    @Test
    void theExportHasTheStrangestFirst() throws Exception {
        add(true);
        model.look(true);
        Path file = folder.resolve(model.exportName());
        model.exportTo(file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("row,score,isolationForest,bad,decision,reason_1,reason_2,reason_3", lines.get(0));
        assertEquals("40,0.8,0.4,1,alarm,amount=4900,sex=f,purpose=tv", lines.get(1));
        assertEquals("38,0.72,0.36,1,usual,amount=4700,sex=f,purpose=tv", lines.get(3));
        assertEquals(21, lines.size());
        assertEquals("anomalies-a1.csv", file.getFileName().toString());
        assertEquals(file, model.export().saved().get());
    }

    @Test
    void theForestsRankIsAShare() throws Exception {
        add(false);
        AnomalyScores scores = model.scores().get();
        assertEquals(19 / 20.0, scores.plain(39), 1e-12);
        assertEquals(0, scores.plain(20));
        List<Strangeness> none = List.of();
        StringWriter out = new StringWriter();
        scores.csv(2, none, out);
        assertEquals(
                "40,0.8,0.4,usual,,,",
                out.toString().lines().skip(1).findFirst().orElseThrow());
    }
}
