package io.riskloom.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Draws to a picture in memory, without a display and without JavaFX. */
public final class ImageSurface implements Surface {

    private final BufferedImage image;
    private final Graphics2D g;

    /**
     * @param ground colour of the whole picture before anything is drawn
     * @param scale  pixels of the picture for one logical pixel
     */
    public ImageSurface(double width, double height, double scale, int ground) {
        image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(new Color(ground));
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
    }

    /** The picture; draw no more afterwards. */
    public BufferedImage image() {
        g.dispose();
        return image;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        use(pen);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Pen pen) {
        use(pen);
        g.draw(path(x, y, count));
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        Path2D path = path(x, y, count);
        path.closePath();
        g.setColor(new Color(argb, true));
        g.fill(path);
    }

    @Override
    public void rect(double x, double y, double width, double height, int argb) {
        g.setColor(new Color(argb, true));
        g.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int argb, Pen border) {
        RoundRectangle2D shape = new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
        g.setColor(new Color(argb, true));
        g.fill(shape);
        use(border);
        g.draw(shape);
    }

    @Override
    public void text(String words, double x, double y, double size, Weight weight, Anchor anchor, int argb) {
        double at = x - SurfaceText.shift(anchor, textWidth(words, size, weight));
        g.setColor(new Color(argb, true));
        for (ImageFonts.Piece piece : ImageFonts.pieces(words, size, weight)) {
            g.setFont(piece.font());
            g.drawString(piece.text(), (float) at, (float) y);
            at += ImageFonts.width(piece);
        }
    }

    @Override
    public double textWidth(String words, double size, Weight weight) {
        return ImageFonts.width(words, size, weight);
    }

    @Override
    public void cells(int[] argb, int rows, int columns, double x, double y, double width, double height) {
        BufferedImage cells = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        cells.setRGB(0, 0, columns, rows, argb, 0, columns);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(width / columns, height / rows);
        g.drawImage(cells, place, null);
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.setClip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void unclip() {
        g.setClip(null);
    }

    private void use(Pen pen) {
        g.setColor(new Color(pen.argb(), true));
        float[] dash = pen.dash() > 0 ? new float[] {(float) pen.dash(), (float) pen.gap()} : null;
        g.setStroke(new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10, dash, 0));
    }

    private static Path2D path(double[] x, double[] y, int count) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, count);
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < count; i++) {
            path.lineTo(x[i], y[i]);
        }
        return path;
    }
}
