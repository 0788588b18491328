package io.riskloom.engine.data;

import java.util.Optional;

/** Tells a price file from a credit table, and reads it as what it is. */
final class TableKind {

    private TableKind() {}

    static Imported read(Sheet sheet) throws DataException {
        Roles roles = Roles.of(sheet);
        TargetFinder targets = new TargetFinder(sheet, roles);
        PriceFinder prices = new PriceFinder(sheet, roles);
        switch (given(sheet.settings(), roles)) {
            case "credit" -> {
                if (sheet.settings().target().equals(ReadSettings.NO_TARGET)) {
                    return CreditReader.readUnlabelled(sheet, roles);
                }
                return CreditReader.read(sheet, targets.find(), roles);
            }
            case "price" -> {
                return PriceReader.read(sheet, prices.forced(), roles);
            }
            default -> {
                return detected(sheet, roles, targets, prices);
            }
        }
    }

    private static String given(ReadSettings settings, Roles roles) {
        if (!settings.kind().isEmpty()) {
            return settings.kind();
        }
        return settings.target().isEmpty() ? roles.kind() : "credit";
    }

    private static Imported detected(Sheet sheet, Roles roles, TargetFinder targets, PriceFinder prices)
            throws DataException {
        Optional<Target> named = targets.named();
        boolean mayBeTarget = targets.asked() >= 0 || targets.placed().isPresent();
        Optional<PriceLayout> layout = prices.find(named.isPresent(), mayBeTarget);
        if (layout.isPresent()) {
            return PriceReader.read(sheet, layout.get(), roles);
        }
        if (named.isPresent()) {
            return CreditReader.read(sheet, named.get(), roles);
        }
        if (!mayBeTarget) {
            prices.refuseUnclear();
        }
        return CreditReader.read(sheet, targets.find(), roles);
    }
}
