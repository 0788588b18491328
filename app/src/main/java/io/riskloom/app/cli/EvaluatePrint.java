package io.riskloom.app.cli;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.FactWords;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.PathTable;
import io.riskloom.engine.judge.PathComparison;
import io.riskloom.engine.model.ChallengerScore;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.ProtocolScores;
import io.riskloom.engine.model.ProtocolScores.Repeated;
import java.util.Locale;
import java.util.Optional;

/** What {@code evaluate paths} prints for a reader. */
final class EvaluatePrint {

    private static final int DIGITS = 4;
    private static final String BOOTSTRAP = "blockBootstrap";
    private static final String GARCH = "garch";

    private final Texts texts;

    EvaluatePrint(Texts texts) {
        this.texts = texts;
    }

    void print(PathPair pair, PathComparison found, Optional<ProtocolScores> scores) {
        System.out.println(texts.get(
                "cli.evaluate.files", told(pair.real()), told(pair.generated()), String.join(", ", pair.prices())));
        System.out.println(texts.of(found.verdict()));
        pair.warnings(found).forEach(warning -> System.out.println(texts.of(warning)));
        facts(found);
        metrics(found);
        scores.ifPresent(this::scores);
    }

    private String told(PathTable table) {
        return texts.get(
                "cli.evaluate.file", table.file(), Formats.number(table.paths(), 0), Formats.number(table.days(), 0));
    }

    private void facts(PathComparison found) {
        System.out.println();
        TextTable table = new TextTable("<>>>>><");
        table.row(
                texts.get("cli.evaluate.facts"),
                texts.get("cli.evaluate.real"),
                texts.get("cli.evaluate.band"),
                texts.get("cli.evaluate.generated"),
                texts.get("challenger." + BOOTSTRAP),
                texts.get("challenger." + GARCH),
                "");
        for (Details.Fact fact : found.facts()) {
            table.row(
                    texts.get("fact." + fact.name()),
                    FactWords.value(fact.name(), fact.real()),
                    FactWords.band(fact),
                    FactWords.value(fact.name(), fact.generated()),
                    FactWords.value(fact.name(), fact.bootstrap()),
                    FactWords.value(fact.name(), fact.garch()),
                    light(fact));
        }
        table.lines().forEach(System.out::println);
    }

    private String light(Details.Fact fact) {
        return Double.isNaN(fact.generated())
                ? "–"
                : texts.get("cli.evaluate.light."
                        + fact.light(fact.generated()).name().toLowerCase(Locale.ROOT));
    }

    private void metrics(PathComparison found) {
        System.out.println();
        TextTable table = new TextTable("<>>>");
        table.row(
                texts.get("cli.evaluate.errors"),
                texts.get("cli.evaluate.generated"),
                texts.get("challenger." + BOOTSTRAP),
                texts.get("challenger." + GARCH));
        for (String name : ChosenRun.sorted(found.metrics())) {
            double value = found.metrics().get(name);
            if (!Double.isNaN(value)) {
                table.row(
                        texts.get("metric." + name),
                        MetricWords.value(name, value),
                        other(found, BOOTSTRAP, name),
                        other(found, GARCH, name));
            }
        }
        table.lines().forEach(System.out::println);
        System.out.println(texts.get("cli.evaluate.inSample"));
    }

    private static String other(PathComparison found, String name, String metric) {
        return found.challengers().stream()
                .filter(score -> score.name().equals(name))
                .map(ChallengerScore::metrics)
                .map(metrics -> metrics.get(metric))
                .filter(value -> value != null && !value.isNaN())
                .findFirst()
                .map(value -> MetricWords.value(metric, value))
                .orElse("–");
    }

    private void scores(ProtocolScores scores) {
        System.out.println();
        System.out.println(texts.get(
                "cli.evaluate.timegan",
                Formats.number(scores.windows(), 0),
                scores.days(),
                String.join(", ", scores.columns())));
        TextTable table = new TextTable("<>>>");
        table.row(
                texts.get("cli.evaluate.score"),
                texts.get("cli.evaluate.meanDeviation"),
                texts.get("cli.evaluate.floor"),
                texts.get("cli.evaluate.repeats"));
        row(table, "discriminative", scores.discriminative());
        row(table, "predictive", scores.predictive());
        row(table, "strongGru", scores.strongGru());
        row(table, "trees", scores.trees());
        table.lines().forEach(System.out::println);
        System.out.println(texts.get("cli.evaluate.nearest", number(scores.nearest())));
        System.out.println(texts.get(scores.rebased() ? "cli.evaluate.rebased" : "cli.evaluate.weakJudge"));
    }

    private void row(TextTable table, String name, Repeated score) {
        if (score.repeats() > 0) {
            table.row(
                    texts.get("cli.evaluate.score." + name),
                    number(score.mean()) + " ± " + number(score.deviation()),
                    number(score.floorMean()) + " ± " + number(score.floorDeviation()),
                    String.valueOf(score.repeats()));
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Formats.number(value, DIGITS) : "–";
    }
}
