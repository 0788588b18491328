package io.riskloom.app.credit;

import io.riskloom.app.chart.ChartModel.Tone;
import io.riskloom.app.result.ChallengerTones;
import io.riskloom.app.text.Csv;
import io.riskloom.engine.judge.CreditVintages;
import io.riskloom.engine.model.Details;
import io.riskloom.engine.stats.Roc;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The test applicants of a run: what came, and what the network and each plain model said. */
final class CreditScores {

    private final Details.OfCredit details;
    private final int[] rows;
    private final boolean[] bad;
    private final List<Answers> answers = new ArrayList<>();
    private final Ranked ranked;
    private final double[] sortedGood;
    private final double[] sortedBad;
    private final Map<Answers, Roc.Difference> ahead = new IdentityHashMap<>();
    private List<CreditVintages.Period> periods;

    /** @param details of one applicant at least */
    CreditScores(Details.OfCredit details) {
        this.details = details;
        this.rows = details.rows();
        this.bad = details.bad();
        answers.add(new Answers("", Tone.ACCENT, details.probabilityBad(), bad));
        for (Details.Plain plain : details.plain()) {
            answers.add(new Answers(
                    plain.name(), ChallengerTones.of(plain.name(), answers.size() - 1), plain.probabilityBad(), bad));
        }
        this.ranked = answers.getFirst().ranked();
        this.sortedGood = sort(false);
        this.sortedBad = sort(true);
    }

    Details.OfCredit details() {
        return details;
    }

    /**
     * Computes what the page will show, which of tens of thousands of applicants takes longer than a frame.
     *
     * @param compared names of the plain models whose difference the run itself has kept
     */
    CreditScores prepare(Set<String> compared) {
        if (ranks()) {
            answers.forEach(Answers::prepare);
            answers.stream()
                    .filter(model -> !model.network() && !compared.contains(model.name()))
                    .forEach(this::ahead);
        }
        periods();
        return this;
    }

    /** How far the network's area is above a plain model's; both classes must be there. */
    Roc.Difference ahead(Answers plain) {
        return ahead.computeIfAbsent(
                plain, model -> Roc.delongPaired(network().probability(), model.probability(), bad));
    }

    /** By time of application, in its order; none without dates. */
    List<CreditVintages.Period> periods() {
        if (periods == null) {
            periods = CreditVintages.of(details);
        }
        return periods;
    }

    /** The network first, then the plain models in the run's order. */
    List<Answers> answers() {
        return List.copyOf(answers);
    }

    Answers network() {
        return answers.getFirst();
    }

    /** Not to be written into. */
    boolean[] bad() {
        return bad;
    }

    /** Whether good and bad are both there, without which nothing can be ranked. */
    boolean ranks() {
        return ranked.bad() > 0 && ranked.bad() < ranked.size();
    }

    /** Share of the bad among all. */
    double badRate() {
        return (double) ranked.bad() / ranked.size();
    }

    CutOff at(double cutOff) {
        return new CutOff(cutOff, ranked.at(cutOff));
    }

    /**
     * Share of a class in each of {@code bins} equal bins over [0, 1]; a score of 1 belongs to the last.
     *
     * @param ofBad which class
     */
    double[] histogram(boolean ofBad, int bins) {
        double[] own = sorted(ofBad);
        double[] heights = new double[bins];
        for (double score : own) {
            heights[Math.clamp((int) (score * bins), 0, bins - 1)] += 1.0 / own.length;
        }
        return heights;
    }

    /** The network's scores of a class, ascending. Not to be written into. */
    double[] sorted(boolean ofBad) {
        return ofBad ? sortedBad : sortedGood;
    }

    private double[] sort(boolean ofBad) {
        double[] probability = network().probability();
        return IntStream.range(0, bad.length)
                .filter(i -> bad[i] == ofBad)
                .mapToDouble(i -> probability[i])
                .sorted()
                .toArray();
    }

    /**
     * Scores as text: row, line, probability_bad, NAME_bad of each plain model, bad, decision. Rows count from 1 the applicants
     * whose outcome is known.
     *
     * @param lines of the file, from 1, one of each of its rows; empty where they are not known
     */
    void csv(double cutOff, int[] lines, Writer out) throws IOException {
        out.write("row,line,probability_bad,");
        for (Answers plain : answers.subList(1, answers.size())) {
            out.write(Csv.text(plain.name()) + "_bad,");
        }
        out.write("bad,decision\n");
        for (int i = 0; i < rows.length; i++) {
            out.write((rows[i] + 1) + "," + (rows[i] < lines.length ? lines[rows[i]] : "") + ",");
            for (Answers model : answers) {
                out.write(Csv.number(model.probability()[i]) + ",");
            }
            boolean refused = network().probability()[i] >= cutOff;
            out.write((bad[i] ? 1 : 0) + "," + (refused ? "refuse" : "approve") + "\n");
        }
    }
}
