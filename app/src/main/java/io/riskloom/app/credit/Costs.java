package io.riskloom.app.credit;

import io.riskloom.app.session.Session;
import io.riskloom.app.text.Csv;
import io.riskloom.engine.stats.CostMatrix;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What each decision on an applicant brings, a loss below zero; kept with the project. At first a bad loan costs five good
 * ones, as the German credit data are delivered with, and who is refused brings nothing.
 */
final class Costs {

    private static final String KEY = "credit.costs";
    private static final int CELLS = 4;
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final DoubleProperty goodApproved = new SimpleDoubleProperty(1);
    private final DoubleProperty badApproved = new SimpleDoubleProperty(-5);
    private final DoubleProperty goodRefused = new SimpleDoubleProperty(0);
    private final DoubleProperty badRefused = new SimpleDoubleProperty(0);
    private final StringProperty unit = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<CostMatrix> matrix = new ReadOnlyObjectWrapper<>();

    Costs(Session session) {
        session.remembered(KEY).ifPresent(this::read);
        matrix.set(now());
        for (DoubleProperty cell : cells()) {
            cell.subscribe((before, after) -> {
                matrix.set(now());
                session.remember(KEY, words());
            });
        }
        unit.subscribe((before, after) -> session.remember(KEY, words()));
    }

    DoubleProperty goodApproved() {
        return goodApproved;
    }

    DoubleProperty badApproved() {
        return badApproved;
    }

    DoubleProperty goodRefused() {
        return goodRefused;
    }

    DoubleProperty badRefused() {
        return badRefused;
    }

    /** In which the four are meant, such as a currency; may be empty. */
    StringProperty unit() {
        return unit;
    }

    ReadOnlyObjectProperty<CostMatrix> matrix() {
        return matrix.getReadOnlyProperty();
    }

    private List<DoubleProperty> cells() {
        return List.of(goodApproved, badApproved, goodRefused, badRefused);
    }

    private CostMatrix now() {
        return new CostMatrix(goodApproved.get(), badApproved.get(), goodRefused.get(), badRefused.get());
    }

    private String words() {
        return Stream.concat(cells().stream().map(cell -> Csv.number(cell.get())), Stream.of(unit.get()))
                .collect(Collectors.joining(","));
    }

    /** What is not as {@link #words} writes it, such as of a later version, is left. */
    private void read(String words) {
        String[] parts = words.split(",", CELLS + 1);
        if (parts.length == CELLS + 1 && Stream.of(parts).limit(CELLS).allMatch(AMOUNT.asMatchPredicate())) {
            for (int i = 0; i < CELLS; i++) {
                cells().get(i).set(Double.parseDouble(parts[i]));
            }
            unit.set(parts[CELLS]);
        }
    }
}
