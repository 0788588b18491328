package io.riskloom.app.train;

import io.riskloom.app.result.DayPart.Use;
import io.riskloom.app.train.SplitPlan.Block;
import io.riskloom.app.train.SplitPlan.Line;
import io.riskloom.app.train.SplitPlan.Part;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** One fold: its parts side by side, as wide as they have days or applicants. */
final class SplitBar extends Region {

    private static final Duration SOON = Duration.millis(150);

    private final List<Block> blocks;
    private final int total;

    /** @param words of a part, shown where the mouse rests on it */
    SplitBar(Line line, int total, double height, Function<Part, String> words) {
        this.blocks = line.blocks();
        this.total = total;
        setMinSize(0, height);
        setPrefHeight(height);
        setMaxSize(Double.MAX_VALUE, height);
        for (Block block : blocks) {
            Region region = new Region();
            region.setStyle("-fx-background-color: " + colour(block.part().use()));
            Tooltip tooltip = new Tooltip(words.apply(block.part()));
            tooltip.setShowDelay(SOON);
            Tooltip.install(region, tooltip);
            getChildren().add(region);
        }
    }

    /** A block ends on the pixel on which the next begins; one that is narrower than a pixel keeps one. */
    @Override
    protected void layoutChildren() {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            double left = pixel(block.first());
            double right = Math.max(left + 1, pixel(block.first() + block.count()));
            getChildren().get(i).resizeRelocate(left, 0, right - left, getHeight());
        }
    }

    private double pixel(int at) {
        return Math.round(getWidth() * at / total);
    }

    /** A colour of the theme; green and red stay those of gain and loss. */
    static String colour(Use use) {
        return switch (use) {
            case TRAINING -> "-color-accent-emphasis";
            case VALIDATION -> "-color-accent-muted";
            case CALIBRATION -> "-color-accent-3";
            case TEST -> "-color-fg-default";
            case PURGED -> "-color-warning-emphasis";
            case EMBARGO -> "-color-warning-muted";
            case WARM_UP -> "-color-border-default";
            case UNUSED -> "-color-neutral-subtle";
        };
    }
}
