package io.riskloom.app.chart;

import io.riskloom.engine.data.PriceHistory;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How much of a date axis is shown, counted back from the last day. */
final class RangeButtons {

    private static final Map<String, Period> RANGES = new LinkedHashMap<>();

    static {
        RANGES.put("chart.range.1m", Period.ofMonths(1));
        RANGES.put("chart.range.6m", Period.ofMonths(6));
        RANGES.put("chart.range.1y", Period.ofYears(1));
        RANGES.put("chart.range.5y", Period.ofYears(5));
        RANGES.put("chart.range.all", Period.ZERO);
    }

    private final ChartView view;
    private final HBox row = new HBox(2);
    private final List<ToggleButton> buttons = new ArrayList<>();

    RangeButtons(ChartView view) {
        this.view = view;
        // coloured by the style sheet, so that they follow the theme
        row.getStyleClass().addAll("pills", "chart-ranges");
        for (Map.Entry<String, Period> range : RANGES.entrySet()) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(view.texts().bind(range.getKey()));
            button.setId(range.getKey().replace('.', '-'));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                view.viewportProperty()
                        .set(viewport(range.getValue(), view.viewportProperty().get(), view.dates()));
                update();
            });
            buttons.add(button);
        }
        row.getChildren().addAll(buttons);
        view.viewportProperty().addListener(change -> update());
        update();
    }

    Node node() {
        return row;
    }

    /** From the first bar on or after the last date less the period to the end of what can be shown. */
    static Viewport viewport(Period period, Viewport now, List<LocalDate> dates) {
        if (period.isZero()) {
            return now.all();
        }
        LocalDate from = dates.getLast().minus(period);
        int first = dates.size() - 1;
        while (first > 0 && dates.get(first - 1).isAfter(from)) {
            first--;
        }
        return now.show(first - 0.5, now.max());
    }

    private void update() {
        Viewport now = view.viewportProperty().get();
        boolean dated = now != null
                && !view.dates().isEmpty()
                && PriceHistory.dated(view.dates().getFirst());
        row.setVisible(dated);
        row.setManaged(dated);
        int i = 0;
        boolean found = false;
        for (Period period : RANGES.values()) {
            ToggleButton button = buttons.get(i++);
            boolean on = dated && !found && viewport(period, now, view.dates()).equals(now);
            found |= on;
            button.setSelected(on);
        }
    }
}
