package io.riskloom.app.chart;

import java.util.ArrayList;
import java.util.List;

/** Writes down what is drawn; measures text as the SVG surface does. */
final class RecordingSurface implements Surface {

    /** @param coordinates as the SVG surface rounds them */
    record Drawn(String kind, List<String> coordinates, String words) {}

    final List<Drawn> drawn = new ArrayList<>();

    private void add(String kind, String words, double... numbers) {
        List<String> coordinates = new ArrayList<>();
        for (double number : numbers) {
            coordinates.add(SvgSurface.n(number));
        }
        drawn.add(new Drawn(kind, coordinates, words));
    }

    private static double[] pairs(double[] x, double[] y, int count) {
        double[] all = new double[2 * count];
        for (int i = 0; i < count; i++) {
            all[2 * i] = x[i];
            all[2 * i + 1] = y[i];
        }
        return all;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        add("line", "", x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Pen pen) {
        add("polyline", "", pairs(x, y, count));
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        add("polygon", "", pairs(x, y, count));
    }

    @Override
    public void rect(double x, double y, double width, double height, int argb) {
        add("rect", "", x, y, width, height);
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int argb, Pen border) {
        add("rect", "", x, y, width, height);
    }

    @Override
    public void text(String words, double x, double y, double size, Weight weight, Anchor anchor, int argb) {
        add("text", words, x, y);
    }

    @Override
    public double textWidth(String words, double size, Weight weight) {
        return ImageFonts.width(words, size, weight);
    }

    @Override
    public void cells(int[] argb, int rows, int columns, double x, double y, double width, double height) {
        add("g", "", x, y);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        add("svg", "", x, y, width, height);
    }

    @Override
    public void unclip() {
        add("/svg", "");
    }
}
