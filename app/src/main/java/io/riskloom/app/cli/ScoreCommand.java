package io.riskloom.app.cli;

import io.riskloom.app.text.Csv;
import io.riskloom.app.text.Formats;
import io.riskloom.engine.data.NoticeException;
import io.riskloom.engine.model.AnomalySpec;
import io.riskloom.engine.model.ClassifySpec;
import io.riskloom.engine.model.CreditSpec;
import io.riskloom.engine.model.Directions;
import io.riskloom.engine.model.Metric;
import io.riskloom.engine.model.Outcome;
import io.riskloom.engine.model.Run;
import io.riskloom.engine.service.Requests;
import io.riskloom.engine.store.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code riskloom score}: probabilities of default or scores of anomaly for the applicants of a file, or of a rise for its days. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Scores every applicant of a file of any length; CSV with the columns row (of data, counted from 1), those that"
                        + " tell applicants apart under their own names, score (probability of bad), decision, reason_1 and on."
                        + " Columns are found by name, whatever their order; what should be known about the file goes to standard"
                        + " error. A reason is a column, its value, and what it adds to the log odds of bad against the average"
                        + " applicant (integrated gradients): of a refused applicant those that add most, of an approved one those"
                        + " that take most away. With a classify run every day of a price file that has a full window behind it:"
                        + " date, score (probability of up), decision (the likeliest of down, flat, up); of three classes then the"
                        + " probability of each: down, flat, up. With an anomaly run score is the share of held-out applicants that are more"
                        + " usual, decision is alarm or usual, and a reason is a column, its value, its share of what the network"
                        + " could not put together again, and what it expected there.")
final class ScoreCommand implements Callable<Integer> {

    private static final List<String> CLASSES = List.of("down", "flat", "up");
    private static final int MOST_REASONS = 20;

    @Mixin
    private Common common;

    @Parameters(paramLabel = "RUN", description = "A credit, anomaly or classify run's id or the start of it.")
    private String id;

    @Mixin
    private ProjectOption projects;

    @Option(names = "--data", paramLabel = "FILE", required = true, description = "File of applicants, or of prices.")
    private Path data;

    @Option(
            names = "--cut-off",
            paramLabel = "P",
            description =
                    "Refuse from this probability of bad on, or raise an alarm from this score on, between 0 and 1; the run's own"
                            + " cut-off if not given.")
    private Double cutOff;

    @Option(
            names = "--reasons",
            paramLabel = "N",
            description = "Reasons for each applicant's decision, up to " + MOST_REASONS + "; none if not given.")
    private Integer reasons;

    @Option(names = "--out", paramLabel = "CSV", description = "Write here instead of standard output.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        if (cutOff != null) {
            common.usage().range("--cut-off", cutOff, 0, 1);
        }
        if (reasons != null) {
            common.usage().range("--reasons", reasons, 0, MOST_REASONS);
        }
        try (Project project = projects.holding(id)) {
            Run run = projects.find(project, id);
            Path file = Common.file(data);
            Requests.ModelRef model = ProjectOption.model(project, run);
            if (run.spec() instanceof ClassifySpec spec) {
                days(spec, new Requests.ScoreRequest(model, file.toString()));
            } else {
                if (!(run.spec() instanceof AnomalySpec)) {
                    Common.spec(run, CreditSpec.class);
                }
                double decideFrom = cutOff != null ? cutOff : own(run);
                new FileScorer(common, model, decideFrom, reasons == null ? 0 : reasons).score(file, out);
            }
        }
        return 0;
    }

    private void days(ClassifySpec spec, Requests.ScoreRequest request) throws IOException, NoticeException {
        if (cutOff != null) {
            throw common.usage().wrong("cli.usage.cutOff");
        } else if (reasons != null) {
            throw common.usage().wrong("cli.usage.reasons");
        }
        Directions told = common.ask(e -> e.directions(request));
        Common.write(out, writer -> {
            boolean three = spec.classes() == 3;
            writer.write("date,score,decision" + (three ? "," + String.join(",", CLASSES) : "") + "\n");
            double[][] probability = told.probability();
            for (int i = 0; i < probability.length; i++) {
                writer.write(Formats.day(told.origins().get(i)) + "," + Csv.number(told.up(i)) + ","
                        + CLASSES.get(told.side(i) + 1));
                for (int c = 0; three && c < probability[i].length; c++) {
                    writer.write("," + Csv.number(probability[i][c]));
                }
                writer.write("\n");
            }
        });
    }

    /** What the run chose on its validation data; one half for a run that chose none. */
    private double own(Run run) {
        double chosen = run.outcome() instanceof Outcome.Finished(var evaluation)
                ? evaluation.metrics().getOrDefault(Metric.CUT_OFF, 0.5)
                : 0.5;
        if (Double.isNaN(chosen)) {
            throw common.usage().wrong("cli.usage.noCutOff", run.id());
        }
        return chosen;
    }
}
