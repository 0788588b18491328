package io.riskloom.app.playground.cell;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.lesson.CellStep;
import io.riskloom.engine.lesson.RecurrentCell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A cell's arithmetic as text: signed terms, their sum, the function. */
final class CellWords {

    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

    private CellWords() {}

    /** At most four decimals, trailing zeros cut, a real minus sign. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        String plain = rounded.signum() == 0 ? "0" : rounded.toPlainString();
        return plain.startsWith("-") ? "−" + plain.substring(1) : plain;
    }

    private static String factor(double value) {
        String words = number(value);
        return words.startsWith("−") ? "(" + words + ")" : words;
    }

    /** Such as {@code x₂}, counted from 1. */
    static String indexed(String name, int number) {
        return name + SUBSCRIPTS.charAt(number + 1);
    }

    /** Letter of a gate in formulas. */
    static String letter(RecurrentCell.Kind kind, String gate) {
        return switch (gate) {
            case "input" -> "i";
            case "forget" -> "f";
            case "candidate" -> kind == RecurrentCell.Kind.LSTM ? "g" : "n";
            case "output" -> "o";
            case "reset" -> "r";
            case "update" -> "z";
            case "cell" -> "c′";
            case "hidden" -> "h′";
            default -> throw new IllegalArgumentException("no stage " + gate);
        };
    }

    /** One stage of one unit, with numbers in place of letters. */
    static String of(RecurrentCell cell, CellStep step, String stage, int unit) {
        String name = indexed(letter(cell.kind(), stage), unit);
        return switch (stage) {
            case "cell" -> name + " = " + cellState(step, unit);
            case "hidden" ->
                name + " = " + (cell.kind() == RecurrentCell.Kind.LSTM ? lstmState(step, unit) : gruState(step, unit));
            default -> name + " = " + gate(cell, step, stage, unit);
        };
    }

    private static String gate(RecurrentCell cell, CellStep step, String stage, int unit) {
        CellStep.Gate gate = step.gate(stage);
        int row = cell.row(cell.kind().gates().indexOf(stage), unit);
        boolean candidate = stage.equals("candidate");
        boolean reset = candidate && cell.kind() == RecurrentCell.Kind.GRU;
        String state = products(cell.u()[row], step.h());
        String function = candidate ? "tanh" : "σ";
        return function + "(" + products(cell.w()[row], step.x()) + " + "
                + (reset ? factor(step.gate("reset").after()[unit]) + "·(" + state + ")" : state) + " + "
                + factor(gate.bias()[unit]) + ") = " + function + "(" + number(gate.sum()[unit]) + ") = "
                + number(gate.after()[unit]);
    }

    private static String products(double[] weights, double[] values) {
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            terms.add(factor(weights[i]) + "·" + factor(values[i]));
        }
        return String.join(" + ", terms);
    }

    private static String cellState(CellStep step, int unit) {
        return "f·c + i·g = " + factor(step.gate("forget").after()[unit]) + "·" + factor(step.c()[unit]) + " + "
                + factor(step.gate("input").after()[unit]) + "·"
                + factor(step.gate("candidate").after()[unit]) + " = " + number(step.cell()[unit]);
    }

    private static String lstmState(CellStep step, int unit) {
        return "o·tanh(c′) = " + factor(step.gate("output").after()[unit]) + "·tanh(" + number(step.cell()[unit])
                + ") = " + number(step.hidden()[unit]);
    }

    private static String gruState(CellStep step, int unit) {
        double update = step.gate("update").after()[unit];
        return "(1 − z)·n + z·h = " + number(1 - update) + "·"
                + factor(step.gate("candidate").after()[unit]) + " + " + number(update) + "·" + factor(step.h()[unit])
                + " = " + number(step.hidden()[unit]);
    }

    /** All stages of all units, a line each, to be copied. */
    static String whole(RecurrentCell cell, CellStep step, List<String> stages, Texts texts) {
        StringBuilder lines = new StringBuilder(texts.get("cell.kind." + cell.kind())).append('\n');
        for (int unit = 0; unit < cell.units(); unit++) {
            for (String stage : stages) {
                lines.append(of(cell, step, stage, unit)).append('\n');
            }
        }
        return lines.toString();
    }
}
