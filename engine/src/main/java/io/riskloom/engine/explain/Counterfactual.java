package io.riskloom.engine.explain;

import java.util.List;

/**
 * What would have to change for the other decision: few columns, each to a value that training applicants have.
 *
 * @param probability before
 * @param after       with all changes; on the other side of the cut-off where {@code found}
 * @param changes     in the order in which they were chosen
 * @param found       whether the decision turns
 */
public record Counterfactual(int row, double probability, double after, List<Change> changes, boolean found) {
    public Counterfactual {
        changes = List.copyOf(changes);
    }

    /** @param probability of bad with this change and those before it */
    public record Change(String column, String from, String to, double probability) {}
}
