package io.riskloom.app.inside;

import io.riskloom.engine.inside.LayerMaps.Figures;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** By what the channels of a layer are sorted. */
enum ChannelOrder {
    NUMBER,
    /** Of the map, the largest first. */
    MEAN,
    /** Number of the map, the largest first. */
    LARGEST,
    /** |mean − mean by the other stage's weights|, the largest first. */
    DIFFERENCE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All channels, pinned ones first.
     *
     * @param other figures by the other stage's weights, empty where there is none
     */
    int[] of(List<Figures> figures, List<Figures> other, Collection<Integer> pinned) {
        int[] sorted =
                switch (this) {
                    case NUMBER -> IntStream.range(0, figures.size()).toArray();
                    case MEAN ->
                        Ranks.descending(
                                figures.stream().mapToDouble(Figures::mean).toArray());
                    case LARGEST ->
                        Ranks.descending(
                                figures.stream().mapToDouble(Figures::largest).toArray());
                    case DIFFERENCE -> Ranks.descending(differences(figures, other));
                };
        int[] first = new TreeSet<>(pinned)
                .stream()
                        .mapToInt(Integer::intValue)
                        .filter(channel -> channel < figures.size())
                        .toArray();
        return IntStream.concat(
                        Arrays.stream(first), Arrays.stream(sorted).filter(channel -> !pinned.contains(channel)))
                .toArray();
    }

    private static double[] differences(List<Figures> figures, List<Figures> other) {
        return IntStream.range(0, figures.size())
                .mapToDouble(i -> i < other.size()
                        ? Math.abs(figures.get(i).mean() - other.get(i).mean())
                        : Double.NaN)
                .toArray();
    }
}
