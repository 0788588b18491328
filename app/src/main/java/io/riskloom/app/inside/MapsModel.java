package io.riskloom.app.inside;

import io.riskloom.engine.data.Notice;
import io.riskloom.engine.inside.LayerMaps.Figures;
import io.riskloom.engine.inside.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The channels of the chosen layer as tiles: which are asked for, in which order they stand, on which scale they are coloured. The
 * order stays while the place moves, so that a channel can be followed.
 */
final class MapsModel {

    private final Looked looked;
    private final MapFeed maps;
    private final MapFeed others;
    private final FilterFeed filters;
    private final FilterFeed otherFilters;
    private final GlobalRange global;
    private final ObjectProperty<ChannelOrder> order = new SimpleObjectProperty<>(ChannelOrder.NUMBER);
    private final ObjectProperty<ColourSpan> span = new SimpleObjectProperty<>(ColourSpan.UNIT);
    private final ObjectProperty<Stage> beside = new SimpleObjectProperty<>();
    private final BooleanProperty weights = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper channel = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Pointed> pointed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Notice> problem = new ReadOnlyObjectWrapper<>();
    private final Set<Integer> pinned = new TreeSet<>();
    private int[] channels = {};
    private Pointed spot; // what was pointed at last, with the number read then
    private boolean sorted; // whether the order is of the layer on show
    private boolean shown;

    MapsModel(Looked looked) {
        this.looked = looked;
        this.maps = new MapFeed(looked);
        this.others = new MapFeed(looked);
        this.filters = new FilterFeed(looked);
        this.otherFilters = new FilterFeed(looked);
        this.global = new GlobalRange(looked);
        looked.onMove(this::look);
        looked.layer().addListener((o, was, is) -> turn());
        looked.graph().addListener((o, was, is) -> forget());
        looked.stage().addListener((o, was, is) -> resort());
        beside.addListener((o, was, is) -> {
            sorted = false;
            look();
        });
        weights.addListener((o, was, is) -> turn());
        order.addListener((o, was, is) -> resort());
        span.addListener((o, was, is) -> look());
        global.range().addListener((o, was, is) -> tell());
        global.problem().addListener((o, was, is) -> tell());
        for (TileSource source : List.of(maps, others, filters, otherFilters)) {
            source.version().addListener((o, was, is) -> arrived(source));
            source.problem().addListener((o, was, is) -> judge());
        }
    }

    /** Whether it is on screen: the engine is asked only meanwhile. */
    void look(boolean now) {
        shown = now;
        look();
    }

    /** Heeded while maps are shown; filters, of which only those in view are fetched, stand by number. */
    ObjectProperty<ChannelOrder> order() {
        return order;
    }

    ObjectProperty<ColourSpan> span() {
        return span;
    }

    /** The stage whose maps stand beside; null for none. */
    ObjectProperty<Stage> beside() {
        return beside;
    }

    /** Whether the filters are shown in place of their maps. */
    BooleanProperty weights() {
        return weights;
    }

    /** Counts what has changed of what is to be drawn. */
    ReadOnlyIntegerProperty version() {
        return version.getReadOnlyProperty();
    }

    /** The channel that is looked at closely, −1 before there are any. */
    ReadOnlyIntegerProperty channel() {
        return channel.getReadOnlyProperty();
    }

    /** With the number that stands there now; null while nothing is pointed at or that is not here. */
    ReadOnlyObjectProperty<Pointed> pointed() {
        return pointed.getReadOnlyProperty();
    }

    /** Why there are no tiles; null where there is nothing to report. */
    ReadOnlyObjectProperty<Notice> problem() {
        return problem.getReadOnlyProperty();
    }

    Looked looked() {
        return looked;
    }

    GlobalRange global() {
        return global;
    }

    /** What is on show. */
    TileSource source() {
        return weights.get() ? filters : maps;
    }

    /** What stands beside it; null for nothing. */
    TileSource other() {
        return beside.get() == null ? null : weights.get() ? otherFilters : others;
    }

    /** The channels in their order. */
    int[] channels() {
        return channels;
    }

    boolean pinned(int of) {
        return pinned.contains(of);
    }

    /** Whether the layer has weights that can be drawn as filters. */
    boolean filtered() {
        return looked.node().map(node -> node.kind().equals("conv")).orElse(false);
    }

    /** The tiles from one place of the order to before another are on screen; those around them are fetched as well. */
    void see(int from, int to) {
        int around = (to - from) / 2;
        List<Integer> on = list(from, to);
        List<Integer> near = new ArrayList<>(on);
        near.addAll(list(to, to + around));
        near.addAll(list(from - around, from));
        if (channel.get() >= 0 && !near.contains(channel.get())) {
            near.add(channel.get());
        }
        source().want(near);
        if (other() != null) {
            other().want(near);
        }
    }

    private List<Integer> list(int from, int to) {
        int first = Math.clamp(from, 0, channels.length);
        int end = Math.clamp(to, first, channels.length);
        return Arrays.stream(channels, first, end).boxed().toList();
    }

    void choose(int next) {
        if (next >= 0 && next < source().figures().size()) {
            channel.set(next);
        }
    }

    /** Chooses the channel so many places further on in the order. */
    void step(int by) {
        if (channels.length > 0) {
            choose(channels[Math.clamp(place(channel.get()) + by, 0, channels.length - 1)]);
        }
    }

    /** Where a channel stands in the order, −1 where it is none of them. */
    int place(int of) {
        for (int i = 0; i < channels.length; i++) {
            if (channels[i] == of) {
                return i;
            }
        }
        return -1;
    }

    /** A cell of a channel with what stands there; null where that is not here. */
    Pointed at(int of, int row, int column) {
        Tile tile = source().tile(of);
        Tile second = other() == null ? null : other().tile(of);
        int cell = row * source().columns() + column;
        if (tile == null || cell >= tile.values().length) {
            return null;
        }
        boolean both = second != null && cell < second.values().length;
        return new Pointed(of, row, column, tile.values()[cell], both ? second.values()[cell] : Double.NaN);
    }

    void point(Pointed at) {
        spot = at;
        pointed.set(at);
    }

    /** Whether a channel's map on show is of what the network has seen last. */
    boolean follows(int of, Seen seen) {
        return !weights.get() && seen != null && maps.place(of) == seen.place();
    }

    /** Pins a channel before all others, or lets go of it. */
    void pin(int of) {
        if (of >= 0) {
            if (!pinned.remove(of)) {
                pinned.add(of);
            }
            resort();
        }
    }

    /** Sorts by what the channels answer now. */
    void resort() {
        sorted = false;
        arrange();
        tell();
    }

    /** Over what colours run; a tile of one cell has no scale of its own. */
    ColourSpan shared() {
        boolean alone = source().rows() * source().columns() == 1;
        return span.get() == ColourSpan.UNIT && alone ? ColourSpan.LAYER : span.get();
    }

    /** Colours of a tile of the source or of what stands beside it. */
    Shades shades(Shades base, Tile tile) {
        return switch (shared()) {
            case UNIT -> base.to(Math.max(Math.abs(tile.least()), Math.abs(tile.largest())));
            case LAYER, GLOBAL -> base;
        };
    }

    /** Whether any channel of the layer gives a number below 0. */
    boolean signed() {
        return least(source()) < 0 || other() != null && least(other()) < 0;
    }

    /** The number of the last colour where tiles share a scale. */
    double limit() {
        if (span.get() == ColourSpan.GLOBAL && global.range().get() != null && !weights.get()) {
            return global.range().get().largest();
        }
        return Math.max(largest(source()), other() == null ? 0 : largest(other()));
    }

    private static double least(TileSource of) {
        return of.figures().stream()
                .mapToDouble(Figures::least)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }

    private static double largest(TileSource of) {
        return of.figures().stream()
                .mapToDouble(figures -> Math.max(Math.abs(figures.least()), Math.abs(figures.largest())))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private void forget() {
        List.of(maps, others).forEach(MapFeed::clear);
        List.of(filters, otherFilters).forEach(FilterFeed::clear);
        global.clear();
        beside.set(null);
        turn();
    }

    /** Another layer, or other tiles of it. */
    private void turn() {
        pinned.clear();
        point(null);
        channel.set(-1);
        sorted = false;
        if (weights.get() && !filtered()) {
            weights.set(false);
        }
        look();
    }

    private void look() {
        if (!shown || !looked.ready() || looked.node().isEmpty()) {
            tell();
            return;
        }
        String layer = looked.layer().get();
        Stage other = beside.get() == looked.stage().get() ? null : beside.get();
        if (weights.get()) {
            filters.look(layer, looked.stage().get());
        } else {
            maps.look(looked.place().get(), layer, looked.stage().get());
        }
        if (other != null && weights.get()) {
            otherFilters.look(layer, other);
        } else if (other != null) {
            others.look(looked.place().get(), layer, other);
        }
        if (span.get() == ColourSpan.GLOBAL) {
            global.want();
        }
        arrange();
        tell();
    }

    private void arrived(TileSource from) {
        if (from == source() || from == other()) {
            arrange();
            tell();
        }
    }

    private void arrange() {
        List<Figures> figures = source().figures();
        List<Figures> beneath = other() == null ? List.of() : other().figures();
        ChannelOrder by = weights.get() ? ChannelOrder.NUMBER : order.get();
        boolean waits = by == ChannelOrder.DIFFERENCE && beneath.isEmpty();
        if (!sorted || channels.length != figures.size()) {
            channels = by.of(figures, beneath, pinned);
            sorted = !figures.isEmpty() && !waits;
        }
        if (channel.get() < 0 && channels.length > 0) {
            channel.set(channels[0]);
        }
    }

    private void judge() {
        Notice own = source().problem().getValue();
        problem.set(own == null && other() != null ? other().problem().getValue() : own);
    }

    private void tell() {
        judge();
        pointed.set(spot == null ? null : at(spot.channel(), spot.row(), spot.column()));
        version.set(version.get() + 1);
    }
}
