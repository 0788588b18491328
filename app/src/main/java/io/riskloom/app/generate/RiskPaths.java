package io.riskloom.app.generate;

import io.riskloom.app.task.LastAsked;
import io.riskloom.app.task.Tasks;
import io.riskloom.engine.judge.OneDayRisk;
import io.riskloom.engine.judge.ScenarioSet;
import io.riskloom.engine.stats.NearestWindows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/** A scenario looked at closely: how the position fares day by day, and the real days that it is nearest to. */
final class RiskPaths {

    private static final int WINDOW = 20;

    /**
     * @param worst    scenarios that stand beside it
     * @param scenario the one to look at
     */
    record Question(RiskReport.Question position, String source, List<Integer> worst, int scenario) {}

    /**
     * @param course  profit after each day, from 0
     * @param others  the same of the scenarios beside it
     * @param nearest empty for the past itself, and where that holds no two windows
     */
    record Opened(Question question, double[] course, List<double[]> others, Optional<Nearest> nearest) {}

    /**
     * @param at       first day of the scenario's window, from 1
     * @param made     an index from 100 over the window, one value more than it has days
     * @param real     the real days alike
     * @param dates    of the real days; empty where they are not known
     * @param distance Euclidean, of the daily log returns
     * @param rank     share of real stretches as long as the horizon, a window at least, that repeat the past more closely
     */
    record Nearest(int at, double[] made, double[] real, List<LocalDate> dates, double distance, double rank) {}

    private final LastAsked<Question, Opened> asked;
    // of one background task at a time
    private volatile RiskDesk indexed;
    private volatile NearestWindows windows;

    RiskPaths(Tasks tasks) {
        this.asked = new LastAsked<>(tasks, this::find);
    }

    void look(RiskReport.Question position, String source, List<Integer> worst, int scenario) {
        asked.ask(new Question(position, source, worst, scenario));
    }

    void clear() {
        asked.clear();
    }

    /** Its {@code answer()} is null while no scenario is open. */
    ReadOnlyObjectProperty<LastAsked.Answer<Question, Opened>> latest() {
        return asked.latest();
    }

    private Opened find(Question question) {
        ScenarioSet set = question.position().desk().set(question.source()).orElseThrow();
        List<double[]> others = question.worst().stream()
                .filter(i -> i != question.scenario())
                .map(i -> course(question, set, i))
                .toList();
        return new Opened(question, course(question, set, question.scenario()), others, nearest(question, set));
    }

    private static double[] course(Question question, ScenarioSet set, int scenario) {
        int days = question.position().days();
        double[] ends = question.position().holding().course(set, scenario, days);
        double[] course = new double[days + 1];
        System.arraycopy(ends, 0, course, 1, days);
        return course;
    }

    private Optional<Nearest> nearest(Question question, ScenarioSet set) {
        RiskDesk desk = question.position().desk();
        double[] real = desk.history().returns()[0];
        if (question.source().equals(OneDayRisk.HISTORICAL) || real.length < 2 * WINDOW) {
            return Optional.empty();
        }
        if (indexed != desk) {
            windows = new NearestWindows(real, WINDOW);
            indexed = desk;
        }
        double[] path = set.path(
                0, question.scenario(), Math.max(WINDOW, question.position().days()));
        return windows.nearest(path)
                .map(match -> new Nearest(
                        match.at() + 1,
                        index(path, match.at()),
                        index(real, match.realAt()),
                        desk.history().dates().isEmpty()
                                ? List.of()
                                : desk.history().dates().subList(match.realAt(), match.realAt() + WINDOW),
                        match.distance(),
                        windows.rank(path.length, match.distance())));
    }

    private static double[] index(double[] returns, int from) {
        double[] index = new double[WINDOW + 1];
        index[0] = 100;
        for (int t = 0; t < WINDOW; t++) {
            index[t + 1] = index[t] * Math.exp(returns[from + t]);
        }
        return index;
    }
}
