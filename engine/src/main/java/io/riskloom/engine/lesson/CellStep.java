package io.riskloom.engine.lesson;

import java.util.List;

/**
 * A recurrent cell's arithmetic on one day.
 *
 * @param x      what came in
 * @param h      state before
 * @param c      cell state before; empty of a GRU
 * @param gates  in the order of {@link RecurrentCell.Kind#gates()}
 * @param cell   cell state after; empty of a GRU
 * @param hidden state after
 */
public record CellStep(double[] x, double[] h, double[] c, List<Gate> gates, double[] cell, double[] hidden) {

    public CellStep {
        gates = List.copyOf(gates);
    }

    /**
     * One number a unit in each array.
     *
     * @param fromInput W·x
     * @param fromState U·h; in a GRU's candidate before the reset gate weighs it
     * @param sum       of all that goes into the function
     * @param after     σ or tanh of it
     */
    public record Gate(
            String name, double[] fromInput, double[] fromState, double[] bias, double[] sum, double[] after) {}

    public Gate gate(String name) {
        return gates.stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no gate " + name));
    }
}
