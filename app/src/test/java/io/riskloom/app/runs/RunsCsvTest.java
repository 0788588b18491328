package io.riskloom.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.riskloom.app.text.Csv;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.RunSpec;
import io.riskloom.engine.model.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsCsvTest {

    @Test
    void numbersStayNumbersAndMissingScoresAreEmptyCells() {
        String[] lines = RunsCsv.of(List.of(
                        new RunRow(RunsFixture.forecast(), 2),
                        new RunRow(
                                RunsFixture.run(
                                        "x-2", Specs.defaults("credit", "c.csv"), 1e-5, new Outcome.Cancelled()),
                                0)))
                .split("\n");
        assertEquals(3, lines.length);
        assertEquals(
                "started,run,task,model,outcome,epochs,epochs_planned,seconds,data,series,data_sha256,seed,metric,value,"
                        + "challenger_value,study,fold",
                lines[0]);
        assertEquals(
                "2025-06-01T10:00:00Z,forecast-lstm-0001,forecast,lstm,finished,2,12,48,/data/prices.csv,,ab12,7,relMae,"
                        + "1.01,1,,",
                lines[1]);
        assertEquals("2025-06-01T10:00:00Z,x-2,credit,mlp,cancelled,0,60,0.00001,c.csv,,ab12,7,auc,,,,", lines[2]);
    }

    @Test
    void aRunOfAStudyTellsItsFold() {
        RunSpec third = Specs.with(Specs.with(Specs.defaults("credit", "c.csv"), "scheme", "kfold"), "fold", 3);
        RunRow row = new RunRow(RunsFixture.run("x-2", third, 1, new Outcome.Cancelled()), 0, "study-credit-mlp-0001");
        assertEquals(3, row.fold());
        String line = RunsCsv.of(List.of(row)).split("\n")[1];
        assertTrue(line.endsWith(",auc,,,study-credit-mlp-0001,3"), line);
    }

    @Test
    void textThatASpreadsheetWouldRunIsDisarmed() {
        assertEquals("'=HYPERLINK(1)", Csv.text("=HYPERLINK(1)"));
        assertEquals("'-2", Csv.text("-2"));
        assertEquals("'@x", Csv.text("@x"));
        assertEquals("\"a,\"\"b\"\"\"", Csv.text("a,\"b\""));
        assertEquals("plain", Csv.text("plain"));
    }

    @Test
    void noRunsGiveTheHeadingOnly() {
        assertEquals(1, RunsCsv.of(List.of()).lines().count());
    }
}
