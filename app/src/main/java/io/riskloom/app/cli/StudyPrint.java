package io.riskloom.app.cli;

import io.riskloom.app.result.StudyVerdict;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.model.EpochReport;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Study;
import io.riskloom.engine.run.StudyAudit;
import io.riskloom.engine.run.StudyPlan;
import io.riskloom.engine.run.StudySummary;
import io.riskloom.engine.run.TestPart;
import io.riskloom.engine.service.EngineEvents;
import io.riskloom.engine.service.StudyEvents;
import io.riskloom.engine.service.StudyJob;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a command that trains a study says: its runs' epochs on standard error, at the end the runs and what they say together. */
final class StudyPrint {

    private final Texts texts;
    private final StudyTables tables;
    private final boolean verbose;
    private final Map<StudyPlan.Member, String> runs = new ConcurrentHashMap<>();

    StudyPrint(Common common) {
        this.texts = common.texts;
        this.tables = new StudyTables(common.texts);
        this.verbose = common.verbose;
    }

    void begun(StudyJob job) {
        System.err.println(texts.get(
                "cli.study.begun", job.study().id(), job.study().spec().runs(), job.atOnce()));
    }

    StudyEvents events() {
        RunPrint lines = new RunPrint(texts);
        return new StudyEvents() {
            @Override
            public void begun(StudyPlan.Member member, Run run) {
                runs.put(member, run.id());
            }

            @Override
            public void epoch(StudyPlan.Member member, EpochReport report) {
                lines.epoch(name(member), report);
            }

            @Override
            public void log(StudyPlan.Member member, EngineEvents.LogLine line) {
                if (verbose) {
                    System.err.println(name(member) + " " + line.text());
                }
            }

            @Override
            public void ended(StudyPlan.Member member, Run run) {
                System.err.println(texts.get(
                        "cli.study.over", name(member), outcome(run.outcome().word())));
            }

            @Override
            public void refused(StudyPlan.Member member, Notice reason) {
                System.err.println(texts.get("cli.study.over", name(member), texts.of(reason)));
            }
        };
    }

    private String name(StudyPlan.Member member) {
        String run = runs.getOrDefault(member, "–");
        long seed = member.spec().seed();
        return member.fold() == 0
                ? texts.get("cli.study.seeded", run, String.valueOf(seed))
                : texts.get("cli.study.folded", run, member.fold(), String.valueOf(seed));
    }

    private String outcome(String word) {
        return texts.get("common.outcome." + word);
    }

    /**
     * @param tests one a planned run
     * @return the command's exit code
     */
    int end(Study study, StudySummary summary, List<TestPart> tests, boolean json) {
        String verdict = verdict(study, summary, texts);
        if (json) {
            Common.print(StudyJson.of(study, summary, tests, verdict, texts));
        } else {
            print(study, summary, tests, verdict);
        }
        if (summary.outcome().equals("cancelled")) {
            goOn(study);
        }
        List<StudySummary.Row> failed =
                summary.rows().stream().filter(row -> row.reason().isPresent()).toList();
        if (failed.isEmpty()) {
            return 0;
        }
        StudySummary.Row first = failed.getFirst();
        Common.complain(
                texts,
                Notice.of(
                        "cli.study.failed",
                        failed.size(),
                        summary.rows().size(),
                        first.run().map(Run::id).orElse(name(first.member())),
                        texts.of(first.reason().orElseThrow())));
        return 1;
    }

    /** How a stopped study goes on, on standard error. */
    void goOn(Study study) {
        System.err.println(texts.get("cli.train.goOn", study.id()));
    }

    private void print(Study study, StudySummary summary, List<TestPart> tests, String verdict) {
        long finished = summary.rows().stream()
                .filter(row -> row.evaluation().isPresent())
                .count();
        System.out.println(texts.get(
                "cli.study.done",
                study.id(),
                outcome(summary.outcome()),
                finished,
                summary.rows().size(),
                Formats.number(study.seconds(), 1)));
        tables.runs(study, summary, tests).forEach(System.out::println);
        if (finished > 0) {
            System.out.println(verdict);
            System.out.println(texts.get("cli.study.metrics"));
            StudyTables.figures(summary.metrics(), Map.of()).forEach(System.out::println);
            trading(study, summary).ifPresent(System.out::println);
            summary.challengers().forEach(c -> {
                System.out.println(texts.get("cli.study.differences", texts.get("challenger." + c.name())));
                StudyTables.figures(c.metrics(), c.differences()).forEach(System.out::println);
                RunPrint.differences(c.pooled(), texts).forEach(System.out::println);
            });
            StudyAudit.of(summary).forEach(audit -> System.out.println(texts.of(audit.notice())));
        }
    }

    /** The rule behind the trading figures, where there are any. */
    private Optional<String> trading(Study study, StudySummary summary) {
        return summary.rows().stream()
                .flatMap(row -> row.evaluation().stream())
                .findFirst()
                .flatMap(e -> TradingNote.of(study.spec(), e))
                .map(note -> note.rule(texts));
    }

    /** As the window says it; empty where no run has finished. */
    static String verdict(Study study, StudySummary summary, Texts texts) {
        return summary.metrics().isEmpty()
                ? ""
                : StudyVerdict.of(study.spec(), summary, texts).words();
    }
}
