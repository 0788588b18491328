package io.riskloom.app.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Interval;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run as CONTRACTS.md prints it. */
final class RunJson {

    private RunJson() {}

    /** @param study that the run belongs to */
    static JsonObject of(Run run, Optional<String> study, Texts texts) {
        JsonObject json = of(run, texts);
        json.addProperty("study", study.orElse(null));
        json.addProperty("fold", run.spec().inFolds() ? run.spec().fold() : null);
        return json;
    }

    static JsonObject of(Run run, Texts texts) {
        JsonObject json = new JsonObject();
        json.addProperty("run", run.id());
        json.addProperty("outcome", run.outcome().word());
        json.addProperty("task", run.spec().task());
        json.addProperty("model", run.spec().model());
        json.addProperty("seconds", run.seconds());
        json.addProperty("epochs", run.epochs().size());
        json.addProperty("device", run.provenance().device());
        json.addProperty("threads", run.provenance().lastThreads());
        json.addProperty("seed", run.spec().seed());
        json.addProperty("data", run.spec().data());
        json.addProperty("dataSha256", run.provenance().dataSha256());
        json.addProperty("started", run.started().toString());
        json.add("spec", Specs.toJson(run.spec()));
        switch (run.outcome()) {
            case Outcome.Finished(Evaluation e) -> evaluation(json, e, texts);
            case Outcome.Failed(var reason) -> {
                nothing(json);
                json.addProperty("reason", texts.of(reason));
            }
            case Outcome.Cancelled c -> nothing(json);
            case Outcome.Running r -> nothing(json);
        }
        return json;
    }

    /** The keys of an evaluation, for a run that has none. */
    private static void nothing(JsonObject json) {
        json.add("metrics", new JsonObject());
        json.add("intervals", new JsonObject());
        json.add("challengers", new JsonArray());
        json.add("verdict", JsonNull.INSTANCE);
        json.add("warnings", new JsonArray());
        json.add("audits", new JsonArray());
    }

    private static void evaluation(JsonObject json, Evaluation e, Texts texts) {
        json.add("metrics", numbers(e.metrics()));
        json.add("intervals", intervals(e.intervals()));
        JsonArray challengers = new JsonArray();
        for (ChallengerScore score : e.challengers()) {
            JsonObject challenger = new JsonObject();
            challenger.addProperty("name", score.name());
            challenger.add("metrics", numbers(score.metrics()));
            challenger.add("intervals", intervals(score.intervals()));
            challenger.add("differences", gaps(score.differences()));
            challengers.add(challenger);
        }
        json.add("challengers", challengers);
        json.addProperty("verdict", texts.of(e.verdict()));
        JsonArray warnings = new JsonArray();
        e.warnings().forEach(w -> warnings.add(texts.of(w)));
        json.add("warnings", warnings);
        json.add("audits", audits(e.audits()));
    }

    private static JsonObject intervals(Map<String, Interval> intervals) {
        JsonObject json = new JsonObject();
        new TreeMap<>(intervals).forEach((name, interval) -> json.add(name, ends(interval.low(), interval.high())));
        return json;
    }

    private static JsonArray ends(double low, double high) {
        JsonArray ends = new JsonArray();
        ends.add(number(low));
        ends.add(number(high));
        return ends;
    }

    /** Model − challenger by metric: difference, interval, p-value. */
    static JsonObject gaps(Map<String, Gap> gaps) {
        JsonObject json = new JsonObject();
        new TreeMap<>(gaps).forEach((name, gap) -> {
            JsonObject each = new JsonObject();
            each.add("difference", number(gap.difference()));
            each.add("interval", ends(gap.low(), gap.high()));
            each.add("pValue", number(gap.pValue()));
            json.add(name, each);
        });
        return json;
    }

    static JsonArray audits(List<Audit> audits) {
        JsonArray json = new JsonArray();
        audits.forEach(audit -> json.add(audit(audit)));
        return json;
    }

    private static JsonObject audit(Audit audit) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", audit.kind());
        json.addProperty("checked", audit.checked());
        json.addProperty("changed", audit.changed());
        json.addProperty("from", Formats.day(audit.from()));
        json.addProperty("passed", audit.passed());
        return json;
    }

    /** By name in alphabetical order; what is no number is {@code null}. */
    static JsonObject numbers(Map<String, Double> metrics) {
        JsonObject json = new JsonObject();
        new TreeMap<>(metrics).forEach((name, value) -> json.add(name, number(value)));
        return json;
    }

    static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }
}
