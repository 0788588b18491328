package io.riskloom.app.cli;

import com.google.gson.JsonObject;
import io.riskloom.app.result.MetricWords;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.Audit;
import io.riskloom.engine.model.ChallengerScore.Gap;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Evaluation;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a command that trains says: each epoch on standard error, the run on standard output when it has ended. */
final class RunPrint {

    private final Texts texts;

    RunPrint(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param json whether the run is printed as one JSON object
     * @return the command's exit code
     */
    int end(Run run, boolean json) {
        if (json) {
            JsonObject object = RunJson.of(run, texts);
            trading(run).ifPresent(note -> object.add("trading", note.json(texts)));
            Common.print(object);
        } else {
            print(run);
        }
        goOn(texts, run);
        if (run.outcome() instanceof Outcome.Failed(Notice reason)) {
            Common.complain(texts, reason);
            return 1;
        }
        return 0;
    }

    /** How a stopped run goes on, on standard error. */
    static void goOn(Texts texts, Run run) {
        if (run.outcome() instanceof Outcome.Cancelled) {
            System.err.println(texts.get("cli.train.goOn", run.id()));
        }
    }

    /** That a generator is trained anew on all known days, or has been, on standard error. */
    static void refit(Texts texts, String id, int epochs, boolean over) {
        System.err.println(over ? texts.get("cli.train.refitted", id) : texts.get("cli.train.refit", id, epochs));
    }

    void epoch(String id, EpochReport e) {
        System.err.println(texts.get(
                "cli.train.epoch",
                id,
                e.epoch(),
                e.epochs(),
                Formats.compact(e.trainLoss()),
                Formats.compact(e.validLoss()),
                Formats.number(e.seconds(), 1)));
    }

    private static Optional<TradingNote> trading(Run run) {
        return run.outcome() instanceof Outcome.Finished(Evaluation e)
                ? TradingNote.of(run.spec(), e)
                : Optional.empty();
    }

    private void print(Run run) {
        System.out.println(texts.get(
                "cli.train.done",
                run.id(),
                texts.get("common.outcome." + run.outcome().word()),
                run.epochs().size(),
                Formats.number(run.seconds(), 1)));
        if (run.outcome() instanceof Outcome.Finished(Evaluation e)) {
            System.out.println(texts.of(e.verdict()));
            new TreeMap<>(e.metrics())
                    .forEach((name, value) -> System.out.printf(
                            "  %-24s %12s   %s%n",
                            name,
                            MetricWords.value(name, value),
                            MetricWords.interval(name, e.intervals().get(name))));
            trading(run).stream().flatMap(note -> note.lines(texts).stream()).forEach(System.out::println);
            e.challengers().forEach(c -> {
                System.out.println(texts.get("challenger." + c.name()));
                new TreeMap<>(c.metrics())
                        .forEach((name, value) -> System.out.printf(
                                "  %-24s %12s   %s%n",
                                name,
                                MetricWords.value(name, value),
                                MetricWords.interval(name, c.intervals().get(name))));
                differences(c.differences(), texts).forEach(System.out::println);
            });
            e.warnings().forEach(w -> System.out.println(texts.of(w)));
            // one that failed is among the warnings
            e.audits().stream().filter(Audit::passed).forEach(audit -> System.out.println(texts.of(audit.notice())));
        }
    }

    /** What the model has more than a challenger, a line a metric. */
    static List<String> differences(Map<String, Gap> differences, Texts texts) {
        return new TreeMap<>(differences)
                .entrySet().stream()
                        .map(e -> "  "
                                + texts.get(
                                        "cli.train.difference",
                                        e.getKey(),
                                        MetricWords.difference(
                                                e.getKey(), e.getValue().difference()),
                                        MetricWords.difference(
                                                e.getKey(), e.getValue().low()),
                                        MetricWords.difference(
                                                e.getKey(), e.getValue().high()),
                                        MetricWords.p(e.getValue().pValue())))
                        .toList();
    }
}
