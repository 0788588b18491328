package io.riskloom.engine.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Several networks that learn side by side, each from its own rows with its own rate and batch. One step moves every network
 * once, but for those with larger batches, whose fewer steps are spread over the epoch. Each keeps the weights of the epoch
 * that is best on the rows that it keeps out; an epoch's score is the mean of the members' best, so that training goes on as
 * long as one of them improves.
 */
final class Ensemble implements Trainee, AutoCloseable {
    private static final String MEMBER = "member";
    /** A member's best score, the epoch of it and the steps made; floats hold whole numbers up to 2²⁴. */
    private static final int FIGURES = 3;

    private final List<Supervised> members;
    private final int[] wanted;
    private final NDManager kept;
    private final List<Map<String, NDArray>> best = new ArrayList<>();
    private final NDArray memory;
    private final float[] score;
    private final int[] bestEpoch;
    private final long[] made;
    private int epochs;

    /** @param members are closed with this */
    Ensemble(List<Supervised> members, NDManager manager) {
        this.members = List.copyOf(members);
        this.wanted = members.stream().mapToInt(Supervised::batch).toArray();
        this.kept = manager.newSubManager();
        this.score = new float[members.size()];
        Arrays.fill(score, Float.POSITIVE_INFINITY);
        this.bestEpoch = new int[members.size()];
        this.made = new long[members.size()];
        this.memory = kept.zeros(new Shape(1 + (long) FIGURES * members.size()));
        for (Supervised member : members) {
            Map<String, NDArray> copies = new LinkedHashMap<>();
            member.weights().forEach((name, weight) -> {
                NDArray copy = weight.duplicate();
                copy.attach(kept);
                copies.put(name, copy);
            });
            best.add(copies);
        }
    }

    /** A member's weight in the files of an ensemble. */
    static String name(int member, String weight) {
        return member(member) + "." + weight;
    }

    /** What a member is called. */
    static String member(int number) {
        return MEMBER + (number + 1);
    }

    /** Epoch whose weights each member keeps. */
    int[] bestEpochs() {
        return bestEpoch.clone();
    }

    /** The weights that a member keeps. */
    Map<String, NDArray> best(int member) {
        return Collections.unmodifiableMap(best.get(member));
    }

    @Override
    public int steps() {
        return members.stream().mapToInt(Supervised::steps).max().orElseThrow();
    }

    /** Steps of a member before a step of the whole. */
    private int before(int member, int index) {
        return Math.toIntExact((long) index * members.get(member).steps() / steps());
    }

    private boolean takesPart(int member, int index) {
        return before(member, index + 1) > before(member, index);
    }

    @Override
    public int batch() {
        return members.stream().mapToInt(Supervised::batch).max().orElseThrow();
    }

    @Override
    public int rows(int index) {
        int rows = 0;
        for (int m = 0; m < members.size(); m++) {
            rows += takesPart(m, index) ? members.get(m).rows(before(m, index)) : 0;
        }
        return rows;
    }

    @Override
    public void batch(int rows) {
        for (int m = 0; m < wanted.length; m++) {
            members.get(m).batch(Math.min(wanted[m], rows));
        }
    }

    @Override
    public double peakRate() {
        return members.getFirst().peakRate();
    }

    @Override
    public void begin(long seed, int from) {
        for (int m = 0; m < members.size(); m++) {
            members.get(m).begin(Torch.mix(seed, m), before(m, from));
        }
    }

    @Override
    public double step(int index, double factor) {
        double norm = 0;
        for (int m = 0; m < members.size() && Double.isFinite(norm); m++) {
            if (takesPart(m, index)) {
                norm = Math.hypot(norm, members.get(m).step(before(m, index), factor));
                made[m] += Double.isFinite(norm) ? 1 : 0;
            }
        }
        return norm;
    }

    @Override
    public void breakOff() {
        members.forEach(Supervised::breakOff);
    }

    /** Nothing is kept before all members have their score: a cancelled epoch is scored again. */
    @Override
    public Optional<Figures> end(long learnt, BooleanSupplier cancelled) {
        List<Figures> all = new ArrayList<>();
        for (Supervised member : members) {
            Optional<Figures> figures = member.end(learnt, cancelled);
            if (figures.isEmpty()) {
                return Optional.empty();
            }
            all.add(figures.get());
        }
        epochs++;
        for (int m = 0; m < all.size(); m++) {
            keep(m, (float) all.get(m).score());
        }
        double train =
                all.stream().mapToDouble(Figures::trainLoss).sum(); // each its own rows' share of all that was learnt
        double valid = all.stream().mapToDouble(Figures::validLoss).average().orElseThrow();
        return Optional.of(new Figures(train, valid, meanScore(all), means(all)));
    }

    private void keep(int member, float found) {
        if (found < score[member]) {
            score[member] = found;
            bestEpoch[member] = epochs;
            Map<String, NDArray> now = members.get(member).weights();
            best.get(member).forEach((name, copy) -> Weights.set(copy, now.get(name)));
        }
    }

    /** Of the best epochs; not a number where one of this epoch is none. */
    private double meanScore(List<Figures> all) {
        double sum = 0;
        for (int m = 0; m < score.length; m++) {
            sum += Double.isFinite(all.get(m).score()) ? score[m] : Double.NaN;
        }
        return sum / score.length;
    }

    private static Map<String, Double> means(List<Figures> all) {
        Map<String, Double> means = new HashMap<>();
        for (Figures figures : all) {
            figures.values().forEach((name, value) -> means.merge(name, value / all.size(), Double::sum));
        }
        return means;
    }

    @Override
    public Collection<NDArray> trained() {
        return members.stream().flatMap(member -> member.trained().stream()).toList();
    }

    @Override
    public Map<String, NDArray> weights() {
        Map<String, NDArray> weights = new LinkedHashMap<>();
        for (int m = 0; m < best.size(); m++) {
            int member = m;
            best.get(m).forEach((name, copy) -> weights.put(name(member, name), copy));
        }
        return weights;
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        for (int m = 0; m < members.size(); m++) {
            int member = m;
            members.get(m).state().forEach((name, array) -> state.put(name(member, name), array));
        }
        weights().forEach((name, copy) -> state.put("best." + name, copy));
        memory.set(figures());
        state.put("ensemble", memory);
        return state;
    }

    private float[] figures() {
        float[] figures = new float[1 + FIGURES * score.length];
        figures[0] = epochs;
        for (int m = 0; m < score.length; m++) {
            figures[1 + FIGURES * m] = score[m];
            figures[2 + FIGURES * m] = bestEpoch[m];
            figures[3 + FIGURES * m] = made[m];
        }
        return figures;
    }

    @Override
    public void resumeAt(long steps) {
        float[] figures = memory.toFloatArray();
        epochs = (int) figures[0];
        for (int m = 0; m < score.length; m++) {
            score[m] = figures[1 + FIGURES * m];
            bestEpoch[m] = (int) figures[2 + FIGURES * m];
            made[m] = (long) figures[3 + FIGURES * m];
            members.get(m).resumeAt(made[m]);
        }
    }

    @Override
    public void close() {
        members.forEach(Supervised::close);
        kept.close();
    }
}
