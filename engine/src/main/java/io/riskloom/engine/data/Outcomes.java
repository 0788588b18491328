package io.riskloom.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the applicants of a long file: the classes of its target column, told apart as in a file that is read with its
 * target. A byte an applicant.
 */
public final class Outcomes {

    private static final int MOST = 100;

    private final String column;
    private final List<String> badTexts;
    private final Numbers.Style style;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private byte[] codes = new byte[1024];
    private int size;
    private boolean many;

    /** @param badTexts what the reader says is bad; empty to detect it */
    Outcomes(String column, List<String> badTexts, Numbers.Style style) {
        this.column = column;
        this.badTexts = List.copyOf(badTexts);
        this.style = style;
    }

    public void add(String cell) {
        codes = size == codes.length ? Arrays.copyOf(codes, 2 * size) : codes;
        codes[size++] = code(cell);
    }

    private byte code(String cell) {
        char[] text = cell.toCharArray();
        if (Cells.missing(text, 0, text.length) && !cell.equals("-")) {
            return -1;
        }
        many |= places.size() == MOST && !places.containsKey(cell);
        return many ? -1 : (byte) (int) places.computeIfAbsent(cell, c -> places.size());
    }

    /** For each applicant 1 where bad, 0 where good, −1 where the cell is missing; empty where the classes cannot be told apart. */
    public Optional<byte[]> bad() {
        List<String> texts = texts();
        List<Integer> counts = counts();
        Classes classes = classes(texts, counts);
        Optional<Target> target = many
                ? Optional.empty()
                : badTexts.isEmpty() ? Target.of(0, column, classes, true) : Target.given(0, classes, badTexts, true);
        return target.map(found -> {
            byte[] of = new byte[texts.size()];
            for (int i = 0; i < of.length; i++) {
                of[i] = (byte) (found.bad().contains(texts.get(i)) ? 1 : 0);
            }
            byte[] bad = new byte[size];
            for (int i = 0; i < size; i++) {
                bad[i] = codes[i] < 0 ? -1 : of[codes[i]];
            }
            return bad;
        });
    }

    /** As a column of numbers shows them where all are numbers, else as they are written. */
    private List<String> texts() {
        double[] values = places.keySet().stream()
                .mapToDouble(text -> Numbers.parse(text.toCharArray(), 0, text.length(), style))
                .toArray();
        boolean numbers = Arrays.stream(values).noneMatch(Double::isNaN);
        return numbers ? Arrays.stream(values).mapToObj(Classes::text).toList() : new ArrayList<>(places.keySet());
    }

    private List<Integer> counts() {
        int[] counts = new int[places.size()];
        for (int i = 0; i < size; i++) {
            if (codes[i] >= 0) {
                counts[codes[i]]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    /** {@code 1} and {@code 1.0} are one class. */
    private static Classes classes(List<String> texts, List<Integer> counts) {
        Map<String, Integer> joined = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            joined.merge(texts.get(i), counts.get(i), Integer::sum);
        }
        return new Classes(List.copyOf(joined.keySet()), List.copyOf(joined.values()), false);
    }
}
