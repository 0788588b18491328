package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.riskloom.app.text.QualityText;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.quality.ColumnShift;
import io.riskloom.engine.quality.Finding;
import java.nio.file.Path;
import java.util.List;

/** A file's facts as CONTRACTS.md prints them, with the findings of the quality report. */
final class InspectJson {

    private InspectJson() {}

    static JsonObject of(FileFacts facts, Texts texts) {
        JsonObject json = facts.inspection().toJson(texts::of);
        JsonArray warnings = json.getAsJsonArray("warnings");
        facts.findingsAlone().forEach(finding -> warnings.add(warning(finding, texts)));
        JsonArray findings = new JsonArray();
        facts.findings().forEach(finding -> findings.add(finding(finding, texts)));
        json.add("findings", findings);
        return json;
    }

    /** @param shifts from the file to the other; an index that cannot be computed is null */
    static void addShifts(JsonObject json, Path other, List<ColumnShift> shifts) {
        JsonArray columns = new JsonArray();
        for (ColumnShift shift : shifts) {
            JsonObject column = new JsonObject();
            column.addProperty("name", shift.name());
            if (Double.isFinite(shift.psi())) {
                column.addProperty("psi", shift.psi());
            } else {
                column.add("psi", JsonNull.INSTANCE);
            }
            column.addProperty("unseenLevels", shift.unseenLevels());
            columns.add(column);
        }
        JsonObject compared = new JsonObject();
        compared.addProperty("file", other.toString());
        compared.add("columns", columns);
        json.add("compared", compared);
    }

    private static JsonObject warning(Finding finding, Texts texts) {
        JsonObject json = new JsonObject();
        json.addProperty(
                "line", finding.lines().isEmpty() ? null : finding.lines().getFirst());
        json.addProperty("column", finding.column().isEmpty() ? null : finding.column());
        json.addProperty("message", QualityText.of(finding, true, texts));
        return json;
    }

    private static JsonObject finding(Finding finding, Texts texts) {
        JsonObject json = new JsonObject();
        json.addProperty("check", finding.check().name());
        json.addProperty("severity", finding.severity().name());
        json.addProperty("series", finding.series().isEmpty() ? null : finding.series());
        json.addProperty("column", finding.column().isEmpty() ? null : finding.column());
        json.addProperty("count", finding.count());
        JsonArray lines = new JsonArray();
        finding.lines().forEach(lines::add);
        json.add("lines", lines);
        json.addProperty("message", QualityText.of(finding, true, texts));
        JsonArray fixes = new JsonArray();
        finding.fixes().forEach(step -> fixes.add(step.fix().name()));
        json.add("fixes", fixes);
        return json;
    }
}
