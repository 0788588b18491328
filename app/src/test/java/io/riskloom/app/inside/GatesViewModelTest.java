package io.riskloom.app.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.chart.ChartModel.BarChart;
import io.riskloom.app.chart.ChartModel.HeatPanels;
import io.riskloom.app.chart.ChartModel.LineChart;
import io.riskloom.app.session.Session;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.inside.Gates;
import io.riskloom.engine.service.Requests.MapsRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesViewModelTest {

    @TempDir
    Path folder;

    private final Texts texts = new Texts(Texts.ENGLISH);

    @Test
    void theLastRecurrentLayerIsOpenedAndItsLiveliestUnitChosen() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.series(folder);
        try (Session session = fixture.session(folder)) {
            Looked looked = fixture.looked(session, texts);
            GatesViewModel model = new GatesViewModel(looked);
            assertEquals(List.of("lstm.layer1", "lstm.layer2"), model.layers());
            assertTrue(fixture.asked(MapsRequest.class).isEmpty(), "nobody looks yet");
            model.look(true);
            assertEquals("lstm.layer2", model.opened().get().gates().layer());
            assertEquals(3, model.units());
            assertEquals(2, model.unit().get(), "the others stand still");
            model.pick(7);
            assertEquals(2, model.unit().get());
            model.pick(0);
            looked.step(-1);
            assertEquals(0, model.unit().get(), "the unit stays while the window moves");
            model.layer().set("lstm.layer1");
            assertEquals("lstm.layer1", model.opened().get().gates().layer());
            assertEquals(2, model.unit().get());
        }
    }

    @Test
    void equalQuestionsAreAskedOnce() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.series(folder);
        try (Session session = fixture.session(folder)) {
            GatesViewModel model = new GatesViewModel(fixture.looked(session, texts));
            model.look(true);
            model.look(false);
            model.look(true);
            assertEquals(1, fixture.asked(MapsRequest.class).size());
        }
    }

    @Test
    void aNetworkWithoutRecurrentLayersIsNotAsked() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.bars(folder);
        try (Session session = fixture.session(folder)) {
            GatesViewModel model = new GatesViewModel(fixture.looked(session, texts));
            model.look(true);
            assertTrue(model.layers().isEmpty());
            assertTrue(fixture.asked(MapsRequest.class).isEmpty());
        }
    }

    @Test
    void monthsOfAnApplicantAreBarsAndLinesWithoutDates() throws Exception {
        EvidenceFixture fixture = EvidenceFixture.series(folder);
        double[][] months = {{0.2, 0.4}, {0.3, -0.6}};
        fixture.answers.put(
                "gates",
                request -> new Gates(
                        "lstm.layer2",
                        "rnn",
                        List.of(),
                        List.of(new Gates.Series("state", months)),
                        new double[] {0.5, -0.25},
                        months,
                        List.of("bill", "paid")));
        try (Session session = fixture.session(folder)) {
            GatesViewModel model = new GatesViewModel(fixture.looked(session, texts));
            model.look(true);
            assertEquals(1, model.unit().get(), "it moves from 0.4 to −0.6");
            GatesCharts charts = new GatesCharts(texts);
            BarChart lags = (BarChart) charts.lags(model.opened().get(), "heat");
            assertEquals("Month 2", lags.bars().getLast().name());
            assertEquals(-0.25, lags.bars().getLast().value(), 0);
            LineChart states = (LineChart) charts.unit(model.opened().get(), 1, false);
            assertArrayEquals(
                    new double[] {0.4, -0.6}, states.lines().getFirst().y(), 0);
            HeatPanels maps = charts.maps(model.opened().get(), 1);
            assertEquals(-0.6, maps.panels().getFirst().low(), 1e-12, "signed states lie about 0");
            assertEquals(List.of("Month 1", "Month 2"), maps.panels().getFirst().columns());
        }
    }
}
