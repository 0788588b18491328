package io.riskloom.app.cli;

import io.riskloom.app.text.Csv;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.model.Scores;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom score}: probabilities of default for the applicants of a file. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Scores every applicant of a file; CSV with the columns row (of data, counted from 1), score (probability of"
                        + " bad), decision. What should be known about the file goes to standard error.")
final class ScoreCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "A credit run's id or the start of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "File of applicants.")
    private Path data;

    @Option(
            names = "--cut-off",
            paramLabel = "P",
            description =
                    "Refuse from this probability of bad on, between 0 and 1; the run's own cut-off if not given.")
    private Double cutOff;

    @Option(names = "--out", paramLabel = "CSV", description = "Write here instead of standard output.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (cutOff != null) {
            common.usage().range("--cut-off", cutOff, 0, 1);
        }
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            Common.spec(run, CreditSpec.class);
            Path file = Common.file(data);
            Requests.ModelRef model = ProjectOption.model(project, run);
            Scores scores = common.ask(e -> e.applicants(new Requests.ScoreRequest(model, file.toString())));
            double[] bad = scores.bad();
            double refuseFrom = cutOff != null ? cutOff : own(run);
            System.err.println(common.texts.get("cli.score.cutOff", Formats.number(refuseFrom, 3)));
            scores.notes().forEach(note -> System.err.println(common.texts.of(note)));
            Common.write(out, writer -> {
                writer.write("row,score,decision\n");
                for (int i = 0; i < bad.length; i++) {
                    String decision = bad[i] >= refuseFrom ? "refuse" : "approve";
                    writer.write((i + 1) + "," + Csv.number(bad[i]) + "," + decision + "\n");
                }
            });
        }
        return 0;
    }

    /** What the run chose on its validation data; one half for a run that chose none. */
    private static double own(Run run) {
        return run.outcome() instanceof Outcome.Finished(var evaluation)
                ? evaluation.metrics().getOrDefault(Metric.CUT_OFF, 0.5)
                : 0.5;
    }
}
