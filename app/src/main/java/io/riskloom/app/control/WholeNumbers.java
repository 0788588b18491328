package io.riskloom.app.control;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/** A field for a whole number that can be typed: what is no number leaves the one before, what lies outside becomes the nearest. */
public final class WholeNumbers {

    private WholeNumbers() {}

    public static Spinner<Integer> spinner(int low, int high, int start) {
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(low, high, start);
        Spinner<Integer> spinner = new Spinner<>(values);
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer value) {
                return String.valueOf(value);
            }

            /** Corrects the words too: the value stays where they are no number, so that nothing else would. */
            @Override
            public Integer fromString(String words) {
                int value = typed(words, values);
                if (!words.equals(toString(value))) {
                    spinner.getEditor().setText(toString(value));
                }
                return value;
            }
        });
        spinner.setEditable(true);
        return spinner;
    }

    private static int typed(String words, IntegerSpinnerValueFactory values) {
        String digits = words.strip();
        if (!digits.matches("[-−]?\\d{1,18}")) {
            return values.getValue();
        }
        return Math.clamp(Long.parseLong(digits.replace('−', '-')), values.getMin(), values.getMax());
    }
}
