package io.riskloom.app.result;

import atlantafx.base.theme.Styles;
import io.riskloom.app.control.Cards;
import io.riskloom.app.text.Formats;
import io.riskloom.app.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/**
 * A number that is typed, with a decimal point or comma, a share also in percent: taken on Enter and when the field is left.
 * What is no number of the range stays in the field, marked and explained, and the property keeps its value.
 */
public final class NumberField extends VBox {

    /** A comma that may as well part thousands. */
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+");

    /** A comma before three digits that end or go on with the next three. */
    private static final String PARTED = ",(?=\\d{3}(\\D|$))";

    private final Property<Number> property;
    private final double low;
    private final double high;
    private final boolean whole;
    private final TextField text = new TextField();
    private final Label error;
    private boolean reserved;
    private boolean grouped;

    /** @param whole whether only whole numbers count */
    public NumberField(
            ObservableValue<String> caption,
            Property<Number> property,
            double low,
            double high,
            boolean whole,
            Texts texts,
            String id) {
        super(4);
        this.property = property;
        this.low = low;
        this.high = high;
        this.whole = whole;
        text.setId(id);
        text.accessibleTextProperty().bind(caption);
        error = Cards.label(
                texts.bind(whole ? "result.number.whole" : "result.number", plain(low), plain(high)),
                "caption",
                "bad-text");
        error.setWrapText(true);
        mark(false);
        show();
        property.addListener((value, before, now) -> show());
        text.setOnAction(event -> take());
        text.focusedProperty().addListener((focus, before, now) -> {
            if (!now) {
                take();
            }
        });
        getChildren().setAll(Cards.label(caption, "caption"), text, error);
    }

    /** Thousands are parted by commas, for large amounts. */
    public NumberField grouped() {
        grouped = true;
        show();
        return this;
    }

    private void show() {
        text.setText(shown());
        mark(false);
    }

    private void take() {
        if (text.getText().strip().equals(shown())) {
            show(); // what is shown may be rounded: leaving the field must not round the value
            return;
        }
        OptionalDouble number = parse(text.getText().strip());
        mark(number.isEmpty());
        number.ifPresent(value -> {
            if (property.getValue() instanceof Integer) {
                property.setValue((int) value);
            } else if (property.getValue() instanceof Long) {
                property.setValue((long) value);
            } else {
                property.setValue(value);
            }
            show();
        });
    }

    private String shown() {
        double value = property.getValue().doubleValue();
        String words = plain(value);
        return grouped ? Formats.number(value, Math.max(0, words.length() - 1 - (words + ".").indexOf('.'))) : words;
    }

    private OptionalDouble parse(String words) {
        double value;
        boolean percent = high <= 1 && !whole && words.endsWith("%");
        String number = percent ? words.substring(0, words.length() - 1).strip() : words;
        String digits = grouped ? number.replaceAll(PARTED, "") : number;
        try {
            value = Double.parseDouble(THOUSANDS.matcher(digits).matches() ? digits : digits.replace(',', '.'))
                    / (percent ? 100 : 1);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
        boolean fits = value >= low && value <= high && (!whole || value == Math.rint(value));
        return fits ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Takes the explanation out of the field, to stand elsewhere with its room kept free, so that nothing moves. */
    public Label apart() {
        getChildren().remove(error);
        error.setManaged(true);
        reserved = true;
        return error;
    }

    private void mark(boolean wrong) {
        text.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
        error.setVisible(wrong);
        error.setManaged(wrong || reserved);
    }

    /** At most four decimals, without thousands separators, so that it can be typed again. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
