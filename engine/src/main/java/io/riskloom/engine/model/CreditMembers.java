package io.riskloom.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The settings of each network of a credit model. */
public final class CreditMembers {

    private CreditMembers() {}

    /**
     * So many networks of one kind as the specification says; an ensemble has the networks that an MLP would have, a narrow
     * residual network, and a GRU where there are months to read, each with the settings that suit it and the ensemble's epochs.
     *
     * @param history whether the table tells of months
     */
    public static List<CreditSpec> of(CreditSpec spec, boolean history) {
        if (!spec.model().equals("ensemble")) {
            return Collections.nCopies(spec.members(), spec);
        }
        CreditSpec mlp = as(spec, "mlp");
        List<CreditSpec> members = new ArrayList<>(Collections.nCopies(mlp.members(), mlp));
        members.add(as(spec, "resnet"));
        if (history) {
            members.add(as(spec, "gru"));
        }
        return List.copyOf(members);
    }

    private static CreditSpec as(CreditSpec spec, String model) {
        return Specs.with(spec, Map.of("model", model, "epochs", spec.epochs()));
    }
}
