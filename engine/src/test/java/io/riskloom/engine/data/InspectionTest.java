package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    @TempDir
    Path folder;

    @Test
    void rowsOfALongFileWithoutDatesAreNeverDays() throws Exception {
        StringBuilder text = new StringBuilder("close,volume\n");
        for (int i = 0; i < 400_000; i++) {
            text.append(100 + i % 7).append(",5.5\n");
        }
        Path file = Csv.file(folder, text.toString());
        Inspection inspection = Inspection.of(file);
        assertEquals(400_000, inspection.rows());
        assertFalse(inspection.dated());
        assertEquals(Optional.empty(), inspection.firstDate());
        assertEquals(Optional.empty(), inspection.lastDate());
        PriceHistory history = ((Imported.Prices) CsvReader.read(file)).series().getFirst();
        assertFalse(PriceHistory.dated(history.dates().getLast()));
        assertEquals(400_000, PriceHistory.row(history.dates().getLast()));
        assertFalse(PriceHistory.dated(PriceHistory.FIRST_ROW.plusDays(1 << 30)));
    }

    @Test
    void pricesAreSummedUp() throws Exception {
        Path file = Csv.file(folder, "date,close,adj close\n2020-01-03,4,3\n2020-01-02,2,1.5\n2020-01-06,.,.\n");
        JsonObject json = Inspection.of(file).toJson(Notice::toString);
        assertEquals(
                JsonParser.parseString("""
                {"file": "FILE", "kind": "price", "encoding": "UTF-8", "delimiter": ",", "rows": 2, "columns": [
                  {"name": "date", "type": "date", "role": "date", "missing": 0},
                  {"name": "close", "type": "number", "role": "close", "missing": 1},
                  {"name": "adj close", "type": "number", "role": "adjclose", "missing": 1}],
                 "firstDate": "2020-01-02", "lastDate": "2020-01-03", "closeColumn": "adj close", "firstClose": 1.5,
                 "lastClose": 3.0, "sumClose": 4.5, "series": [{"name": "data", "rows": 2}], "target": null, "eventRate": null,
                 "warnings": [
                  {"line": 4, "column": "adj close", "message": "data.warn.missingPrice[4, adj close, 1]"},
                  {"line": 2, "column": "adj close", "message": "data.warn.adjusted[2, adj close, 2]"}],
                 "settings": {"encoding": "UTF-8", "separator": ",", "decimal": ".", "header": 1, "dates": "yyyy-MM-dd",
                  "kind": "price", "target": "", "bad": [], "roles": {}, "conflicts": "last"},
                 "dated": true, "error": null}""".replace("FILE", file.toString())), JsonParser.parseString(json.toString()));
    }

    @Test
    void creditTablesAreSummedUp() throws Exception {
        Inspection inspection = Inspection.of(Csv.file(folder, "age,class\n30,good\n40,bad\n50,good\n60,good\n"));
        assertEquals("credit", inspection.kind().orElseThrow());
        assertEquals("class", inspection.target().orElseThrow());
        assertEquals(0.25, inspection.eventRate());
        assertEquals(4, inspection.rows());
        JsonObject json = inspection.toJson(Notice::toString);
        assertTrue(json.get("sumClose").isJsonNull());
        JsonObject settings = json.getAsJsonObject("settings");
        assertEquals("credit", settings.get("kind").getAsString());
        assertEquals("class", settings.get("target").getAsString());
        assertEquals(JsonParser.parseString("[\"bad\"]"), settings.get("bad"));
        assertFalse(json.get("dated").getAsBoolean());
    }

    @Test
    void aFileWithoutDatesHasNone() throws Exception {
        JsonObject json = Inspection.of(Csv.file(folder, "open,close\n9,10.5\n10,0\n11,12\n"))
                .toJson(Notice::toString);
        assertTrue(json.get("firstDate").isJsonNull());
        assertTrue(json.get("lastDate").isJsonNull());
        assertFalse(json.get("dated").getAsBoolean());
        assertEquals(22.5, json.get("sumClose").getAsDouble());
        assertEquals(JsonParser.parseString("""
                [{"line": null, "column": null, "message": "data.warn.noDates"},
                 {"line": 3, "column": "close", "message": "data.warn.notPositive[3, close, 1]"}]"""), json.get("warnings"));
    }

    @Test
    void aRefusalIsTheError() throws Exception {
        Inspection inspection = Inspection.of(Csv.file(folder, "date,close\n2020-01-02,\"1\"x\n2020-01-03,1\n"));
        assertEquals(
                "data.error.quotes[data.csv, 2, , \", ]",
                inspection.error().orElseThrow().toString());
        JsonObject json = inspection.toJson(Notice::key);
        assertEquals("data.error.quotes", json.get("error").getAsString());
        assertTrue(json.get("kind").isJsonNull());
        assertEquals(List.of(), inspection.series());
        assertTrue(json.get("settings").isJsonNull());
        assertFalse(json.get("dated").getAsBoolean());
    }
}
