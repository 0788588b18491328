package io.riskloom.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {

    @TempDir
    Path folder;

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
                 "error": null}""".replace("FILE", file.toString())), JsonParser.parseString(json.toString()));
    }

    @Test
    void creditTablesAreSummedUp() throws Exception {
        Inspection inspection = Inspection.of(Csv.file(folder, "age,class\n30,good\n40,bad\n50,good\n60,good\n"));
        assertEquals("credit", inspection.kind().orElseThrow());
        assertEquals("class", inspection.target().orElseThrow());
        assertEquals(0.25, inspection.eventRate());
        assertEquals(4, inspection.rows());
        assertTrue(inspection.toJson(Notice::toString).get("sumClose").isJsonNull());
    }

    @Test
    void aRefusalIsTheError() throws Exception {
        Inspection inspection = Inspection.of(Csv.file(folder, "date,close\n2020-01-02,x\n2020-01-03,1\n"));
        assertEquals(
                "data.error.notNumber[data.csv, 2, close, , x]",
                inspection.error().orElseThrow().toString());
        JsonObject json = inspection.toJson(Notice::key);
        assertEquals("data.error.notNumber", json.get("error").getAsString());
        assertTrue(json.get("kind").isJsonNull());
        assertEquals(List.of(), inspection.series());
    }
}
