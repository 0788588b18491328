package io.riskloom.engine.feature;

import java.util.Arrays;

/**
 * The assignment of rows to columns, each to another, with the least sum of costs: shortest augmenting paths with prices
 * (Kuhn 1955, Munkres 1957; in the form of Jonker and Volgenant 1987), cubic time.
 */
final class Assignment {

    private Assignment() {}

    /**
     * @param costs rows × columns, finite, no fewer columns than rows
     * @return the column of each row
     */
    static int[] least(double[][] costs) {
        int rows = costs.length;
        int columns = costs[0].length;
        if (columns < rows) {
            throw new IllegalArgumentException(columns + " columns for " + rows + " rows");
        }
        double[] rowPrice = new double[rows];
        double[] columnPrice = new double[columns];
        int[] rowOf = new int[columns];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < rows; row++) {
            augment(costs, row, rowPrice, columnPrice, rowOf);
        }
        int[] columnOf = new int[rows];
        for (int column = 0; column < columns; column++) {
            if (rowOf[column] >= 0) {
                columnOf[rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    /** Gives a row a column along the cheapest path of exchanges that ends at a free column. */
    private static void augment(double[][] costs, int start, double[] rowPrice, double[] columnPrice, int[] rowOf) {
        int columns = columnPrice.length;
        double[] distance = new double[columns];
        int[] before = new int[columns];
        boolean[] done = new boolean[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        double reached = 0;
        int last = -1;
        int row = start;
        do {
            for (int column = 0; column < columns; column++) {
                double through = reached + costs[row][column] - rowPrice[row] - columnPrice[column];
                if (!done[column] && through < distance[column]) {
                    distance[column] = through;
                    before[column] = last;
                }
            }
            last = nearest(distance, done);
            done[last] = true;
            reached = distance[last];
            row = rowOf[last];
        } while (row >= 0);
        rowPrice[start] += reached;
        for (int column = 0; column < columns; column++) {
            if (done[column] && column != last) {
                columnPrice[column] -= reached - distance[column];
                rowPrice[rowOf[column]] += reached - distance[column];
            }
        }
        for (int column = last; column >= 0; column = before[column]) {
            rowOf[column] = before[column] >= 0 ? rowOf[before[column]] : start;
        }
    }

    private static int nearest(double[] distance, boolean[] done) {
        int nearest = -1;
        for (int column = 0; column < distance.length; column++) {
            if (!done[column] && (nearest < 0 || distance[column] < distance[nearest])) {
                nearest = column;
            }
        }
        return nearest;
    }
}
