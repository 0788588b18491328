package io.riskloom.app.generate;

import io.riskloom.app.result.ChosenRun;
import io.riskloom.app.result.CsvExport;
import io.riskloom.app.session.Session;
import io.riskloom.app.task.LastAsked;
import io.riskloom.engine.data.Notice;
import io.riskloom.engine.judge.Holding;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.model.GenerateSpec;
import io.riskloom.engine.model.PathSight;
import io.riskloom.engine.model.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The desk of the risk manager: scenarios of the chosen run and of plain simulators, drawn when asked for; what a position may
 * lose by them follows the position at once.
 */
final class RiskModel {

    /** Levels that the table always has. */
    private static final double[] LEVELS = {0.01, 0.025, 0.05};

    private final ChosenRun chosen;
    private final CsvExport export;
    private final RiskPosition position = new RiskPosition();
    private final RiskDrawing drawing;
    private final RiskBacktests backtests;
    private final RiskPaths opened;
    private final LastAsked<RiskReport.Question, RiskReport> reports;
    private final ObjectProperty<String> source = new SimpleObjectProperty<>(PathSight.GENERATED);
    private final ReadOnlyObjectWrapper<RiskDesk> desk = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private Run shown;

    RiskModel(Session session, ChosenRun chosen) {
        this.chosen = chosen;
        this.export = new CsvExport(session);
        this.drawing = new RiskDrawing(session, chosen, position, problem::set);
        this.backtests = new RiskBacktests(session.tasks());
        this.reports = new LastAsked<RiskReport.Question, RiskReport>(session.tasks(), RiskReport::of)
                .telling(session::report);
        this.opened = new RiskPaths(session.tasks());
        opened.latest().subscribe(now -> now.problem().ifPresent(session::report));
        opened.latest().subscribe(now -> now.problem().ifPresent(session::report));
        chosen.run().subscribe(run -> open(run));
        position.changes().addListener((value, before, now) -> {
            ask();
            test();
        });
        reports.latest().addListener((value, before, now) -> {
            export.forget();
            opened.clear();
            if (now.answer() != null && shownSource().isEmpty()) {
                now.answer().sources().stream().findFirst().ifPresent(of -> source.set(of.source()));
            }
        });
        source.addListener((value, before, now) -> opened.clear());
    }

    ChosenRun chosen() {
        return chosen;
    }

    RiskPosition position() {
        return position;
    }

    RiskBacktests backtests() {
        return backtests;
    }

    /** The scenario that is looked at closely. */
    RiskPaths opened() {
        return opened;
    }

    CsvExport export() {
        return export;
    }

    /** Whose profits and worst scenarios are on show. */
    ObjectProperty<String> source() {
        return source;
    }

    /** Null before scenarios were drawn. */
    ReadOnlyObjectProperty<RiskDesk> desk() {
        return desk.getReadOnlyProperty();
    }

    /** Why there are no scenarios, or none of one source, or none so long; null where all is well. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the position may lose; its {@code answer()} is null before scenarios were drawn. */
    ReadOnlyObjectProperty<LastAsked.Answer<RiskReport.Question, RiskReport>> report() {
        return reports.latest();
    }

    Optional<RiskReport.Of> shownSource() {
        return Optional.ofNullable(report().get().answer()).flatMap(r -> r.source(source.get()));
    }

    /** Whether the run holds the real days that scenarios rest on: runs of earlier versions do not. */
    boolean known() {
        return details().isPresent();
    }

    /** Empty for runs of earlier versions. */
    Optional<Details.OfGenerate> details() {
        return chosen.evaluation()
                .flatMap(GenerateViewModel::details)
                .filter(d -> d.sight() != null && d.real().length > 0);
    }

    private void open(Run run) {
        if (run == shown) {
            return;
        }
        shown = run;
        cancel();
        desk.set(null);
        problem.set(null);
        reports.clear();
        opened.clear();
        position.series(details().map(this::names).orElse(List.of("")));
        test();
    }

    private List<String> names(Details.OfGenerate details) {
        List<String> names = new ArrayList<>(List.of(details.sample().series()));
        if (spec().joint()) {
            details.sample().others().forEach(column -> names.add(column.name()));
        }
        return names;
    }

    /** Draws scenarios as long as the horizon, 60 days at least; does nothing while that is under way. */
    void simulate() {
        Optional<Details.OfGenerate> details = details();
        if (details.isPresent() && drawing.stage().get() == null && drawing.fits()) {
            problem.set(null);
            drawing.draw(chosen.run().get(), details.get(), ready -> {
                desk.set(ready);
                ask();
            });
        }
    }

    /** Gives up what is under way. */
    void cancel() {
        drawing.cancel();
    }

    /** Asks the engine for paths and simulates beside them. */
    RiskDrawing drawing() {
        return drawing;
    }

    private void ask() {
        RiskDesk now = desk.get();
        Optional<Holding> holding = position.holding();
        if (now == null || holding.isEmpty()) {
            reports.clear();
            return;
        }
        int days = position.days().get();
        problem.set(
                days > now.days()
                        ? Notice.of("generate.risk.tooShort", now.days(), days)
                        : now.missing().stream().findFirst().orElse(null));
        reports.ask(new RiskReport.Question(
                now,
                holding.get(),
                days,
                levels(),
                position.level().get(),
                position.seed().get()));
    }

    private double[] levels() {
        double own = position.level().get();
        return DoubleStream.concat(Arrays.stream(LEVELS), DoubleStream.of(own))
                .distinct()
                .sorted()
                .toArray();
    }

    private void test() {
        details().ifPresentOrElse(d -> backtests.ask(d, spec(), position.isShort(), levels()), backtests::clear);
    }

    private GenerateSpec spec() {
        return (GenerateSpec) chosen.run().get().spec();
    }

    /** Looks closely at a scenario of the source on show. */
    void look(int scenario) {
        RiskReport report = report().get().answer();
        shownSource().ifPresent(of -> opened.look(report.question(), of.source(), of.worst(), scenario));
    }

    void exportTo(Path file) {
        RiskReport report = report().get().answer();
        if (report != null) {
            export.save(file, out -> RiskCsv.write(report, out));
        }
    }

    /** Name that the save dialog proposes. */
    String exportName() {
        Run run = chosen.run().get();
        return run == null ? "risk.csv" : "risk-" + run.id() + ".csv";
    }
}
