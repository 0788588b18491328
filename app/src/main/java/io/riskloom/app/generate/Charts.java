package io.riskloom.app.generate;

import io.riskloom.app.chart.ChartModel;
import io.riskloom.app.chart.ChartView;
import io.riskloom.app.text.Texts;
import javafx.beans.value.ObservableValue;

/** Charts on the page, which scrolls. */
final class Charts {

    private Charts() {}

    /** A chart that follows a model. */
    static ChartView of(ObservableValue<? extends ChartModel> model, double height, Texts texts, String id) {
        ChartView view = ChartView.onPage(texts);
        view.setId(id);
        view.setMinHeight(height);
        view.setPrefHeight(height);
        view.modelProperty().bind(model); // holds the model, which nobody else may
        return view;
    }
}
