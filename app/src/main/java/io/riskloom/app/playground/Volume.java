package io.riskloom.app.playground;

import java.util.ArrayList;
import java.util.List;

/** Grids of one size laid behind each other: the channels of a picture, or what a filter has for each of them. */
record Volume(List<Grid> grids) {

    Volume {
        grids = List.copyOf(grids);
        Grid first = grids.getFirst();
        for (Grid grid : grids) {
            if (grid.rows() != first.rows() || grid.columns() != first.columns()) {
                throw new IllegalArgumentException("a grid of " + grid.rows() + " × " + grid.columns()
                        + " behind one of " + first.rows() + " × " + first.columns());
            }
        }
    }

    static Volume of(Grid grid) {
        return new Volume(List.of(grid));
    }

    int count() {
        return grids.size();
    }

    int rows() {
        return grids.getFirst().rows();
    }

    int columns() {
        return grids.getFirst().columns();
    }

    Grid at(int place) {
        return grids.get(place);
    }

    /** Puts one grid in place; the others take its size. */
    Volume with(int place, Grid grid) {
        List<Grid> next = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            next.add(i == place ? grid : grids.get(i).resized(grid.rows(), grid.columns()));
        }
        return new Volume(next);
    }

    Volume plus(Grid grid) {
        List<Grid> next = new ArrayList<>(grids);
        next.add(grid.resized(rows(), columns()));
        return new Volume(next);
    }

    Volume first(int count) {
        return new Volume(grids.subList(0, count));
    }

    Volume resized(int rows, int columns) {
        return new Volume(grids.stream().map(g -> g.resized(rows, columns)).toList());
    }

    /** The grids from one place up to another, that excluded. */
    double[][][] values(int from, int to) {
        return grids.subList(from, to).stream().map(Grid::values).toArray(double[][][]::new);
    }

    double[][][] values() {
        return values(0, count());
    }
}
