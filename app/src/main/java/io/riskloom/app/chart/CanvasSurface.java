package io.riskloom.app.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Draws to the screen. */
public final class CanvasSurface implements Surface {

    private static final double[] SOLID = {};

    private final GraphicsContext g;
    private final Text ruler = new Text();

    public CanvasSurface(GraphicsContext g) {
        this.g = g;
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.BEVEL);
        g.setImageSmoothing(false);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        use(pen);
        g.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Pen pen) {
        use(pen);
        g.strokePolyline(x, y, count);
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        g.setFill(color(argb));
        g.fillPolygon(x, y, count);
    }

    @Override
    public void rect(double x, double y, double width, double height, int argb) {
        g.setFill(color(argb));
        g.fillRect(x, y, width, height);
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int argb, Pen border) {
        g.setFill(color(argb));
        g.fillRoundRect(x, y, width, height, 2 * radius, 2 * radius);
        use(border);
        g.strokeRoundRect(x, y, width, height, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String words, double x, double y, double size, Weight weight, Anchor anchor, int argb) {
        double at = anchor == Anchor.START ? x : x - SurfaceText.shift(anchor, textWidth(words, size, weight));
        g.setFill(color(argb));
        for (TextRuns.Run run : TextRuns.of(words)) {
            Font font = Fonts.font(weight, run.chinese(), size);
            g.setFont(font);
            g.fillText(run.text(), at, y);
            at += width(run.text(), font);
        }
    }

    @Override
    public double textWidth(String words, double size, Weight weight) {
        double width = 0;
        for (TextRuns.Run run : TextRuns.of(words)) {
            width += width(run.text(), Fonts.font(weight, run.chinese(), size));
        }
        return width;
    }

    @Override
    public void cells(int[] argb, int rows, int columns, double x, double y, double width, double height) {
        WritableImage image = new WritableImage(columns, rows);
        image.getPixelWriter().setPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        g.drawImage(image, x, y, width, height);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
    }

    @Override
    public void unclip() {
        g.restore();
    }

    private double width(String words, Font font) {
        ruler.setFont(font);
        ruler.setText(words);
        return ruler.getLayoutBounds().getWidth();
    }

    private void use(Pen pen) {
        g.setStroke(color(pen.argb()));
        g.setLineWidth(pen.width());
        g.setLineDashes(pen.dash() > 0 ? new double[] {pen.dash(), pen.gap()} : SOLID);
    }

    static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, Palette.opacity(argb));
    }
}
