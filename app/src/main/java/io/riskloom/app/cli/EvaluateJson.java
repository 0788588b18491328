package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.judge.PathComparison;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.ProtocolScores;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code evaluate paths} prints with {@code --json}. */
final class EvaluateJson {

    private EvaluateJson() {}

    static JsonObject of(PathPair pair, PathComparison found, Optional<ProtocolScores> scores, Texts texts) {
        JsonObject json = new JsonObject();
        json.add("real", table(pair.real()));
        json.add("generated", table(pair.generated()));
        json.add("columns", names(pair.prices()));
        json.addProperty("days", found.days());
        json.add("metrics", RunJson.numbers(found.metrics()));
        json.add("intervals", intervals(found));
        json.add("challengers", challengers(found.challengers()));
        json.add("facts", facts(found.facts()));
        json.add("spans", spans(found.spans()));
        json.add("correlation", correlation(found.correlation()));
        json.addProperty("verdict", texts.of(found.verdict()));
        JsonArray warnings = new JsonArray();
        pair.warnings(found).forEach(warning -> warnings.add(texts.of(warning)));
        json.add("warnings", warnings);
        json.add("timegan", scores.<JsonElement>map(EvaluateJson::scores).orElse(JsonNull.INSTANCE));
        return json;
    }

    private static JsonObject table(PathTable table) {
        JsonObject json = new JsonObject();
        json.addProperty("file", table.file());
        json.addProperty("paths", table.paths());
        json.addProperty("days", table.days());
        json.add("columns", names(table.columns()));
        return json;
    }

    private static JsonArray names(List<String> names) {
        JsonArray json = new JsonArray();
        names.forEach(json::add);
        return json;
    }

    private static JsonObject intervals(PathComparison found) {
        JsonObject json = new JsonObject();
        new TreeMap<>(found.intervals()).forEach((name, interval) -> {
            JsonArray ends = new JsonArray();
            ends.add(RunJson.number(interval.low()));
            ends.add(RunJson.number(interval.high()));
            json.add(name, ends);
        });
        return json;
    }

    private static JsonArray challengers(List<ChallengerScore> scores) {
        JsonArray json = new JsonArray();
        for (ChallengerScore score : scores) {
            JsonObject each = new JsonObject();
            each.addProperty("name", score.name());
            each.add("metrics", RunJson.numbers(score.metrics()));
            each.add("differences", RunJson.gaps(score.differences()));
            json.add(each);
        }
        return json;
    }

    private static JsonArray facts(List<Details.Fact> facts) {
        JsonArray json = new JsonArray();
        for (Details.Fact fact : facts) {
            JsonObject each = RunJson.numbers(Map.of(
                    "real", fact.real(),
                    "low", fact.low(),
                    "high", fact.high(),
                    "farLow", fact.farLow(),
                    "farHigh", fact.farHigh(),
                    "generated", fact.generated(),
                    "blockBootstrap", fact.bootstrap(),
                    "garch", fact.garch()));
            each.addProperty("name", fact.name());
            each.addProperty(
                    "light",
                    Double.isNaN(fact.generated())
                            ? null
                            : fact.light(fact.generated()).name().toLowerCase(Locale.ROOT));
            json.add(each);
        }
        return json;
    }

    private static JsonArray spans(List<PathSight.Span> spans) {
        JsonArray json = new JsonArray();
        for (PathSight.Span span : spans) {
            JsonObject each = new JsonObject();
            each.addProperty("days", span.days());
            span.figures().forEach(figure -> each.add(figure.simulator(), RunJson.number(figure.value())));
            each.add("floor", RunJson.number(span.floor()));
            json.add(each);
        }
        return json;
    }

    private static JsonArray correlation(List<PathSight.Correlation> matrices) {
        JsonArray json = new JsonArray();
        for (PathSight.Correlation matrix : matrices) {
            JsonObject each = new JsonObject();
            each.addProperty("source", matrix.source());
            each.add("names", names(matrix.names()));
            JsonArray rows = new JsonArray();
            for (double[] row : matrix.values()) {
                JsonArray cells = new JsonArray();
                for (double value : row) {
                    cells.add(RunJson.number(value));
                }
                rows.add(cells);
            }
            each.add("values", rows);
            json.add(each);
        }
        return json;
    }

    private static JsonObject scores(ProtocolScores scores) {
        JsonObject json = new JsonObject();
        json.addProperty("windows", scores.windows());
        json.addProperty("days", scores.days());
        json.add("columns", names(scores.columns()));
        json.addProperty("rebased", scores.rebased());
        json.add("discriminative", repeated(scores.discriminative()));
        json.add("predictive", repeated(scores.predictive()));
        json.add("strongGru", repeated(scores.strongGru()));
        json.add("trees", repeated(scores.trees()));
        json.add("nearestRealRatio", RunJson.number(scores.nearest()));
        return json;
    }

    private static JsonObject repeated(ProtocolScores.Repeated score) {
        JsonObject json = RunJson.numbers(Map.of(
                "mean", score.mean(),
                "deviation", score.deviation(),
                "floorMean", score.floorMean(),
                "floorDeviation", score.floorDeviation()));
        json.addProperty("repeats", score.repeats());
        return json;
    }
}
