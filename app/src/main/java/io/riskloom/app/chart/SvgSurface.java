package io.riskloom.app.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Writes SVG. The text is one element without prolog or identifiers, so that several can stand in one HTML page: clips are
 * nested {@code svg} elements. Fonts are named with fallbacks, not embedded.
 */
public final class SvgSurface implements Surface {

    private static final int MOST_RECTANGLES = 10_000;

    private final StringBuilder out = new StringBuilder(1 << 14);

    /**
     * @param ground colour behind everything, 0 for none
     * @param title  what the picture shows, for readers who hear it; empty for none
     */
    public SvgSurface(double width, double height, int ground, String title) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(n(width));
        out.append("\" height=\"")
                .append(n(height))
                .append("\" viewBox=\"0 0 ")
                .append(n(width))
                .append(' ');
        out.append(n(height)).append("\" role=\"img\" font-family=\"Inter, 'Noto Sans SC', 'Noto Sans CJK SC', ");
        out.append("'PingFang SC', 'Microsoft YaHei', sans-serif\">\n");
        if (!title.isEmpty()) {
            out.append("<title>").append(escape(title)).append("</title>\n");
        }
        if (ground != 0) {
            rect(0, 0, width, height, ground);
        }
    }

    /** The finished text; draw no more afterwards. */
    public String svg() {
        return out.append("</svg>\n").toString();
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        out.append("<line x1=\"")
                .append(n(x1))
                .append("\" y1=\"")
                .append(n(y1))
                .append("\" x2=\"")
                .append(n(x2));
        out.append("\" y2=\"").append(n(y2)).append('"').append(stroke(pen)).append("/>\n");
    }

    @Override
    public void polyline(double[] x, double[] y, int count, Pen pen) {
        out.append("<polyline points=\"").append(points(x, y, count));
        out.append("\" fill=\"none\" stroke-linejoin=\"bevel\"")
                .append(stroke(pen))
                .append("/>\n");
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        out.append("<polygon points=\"")
                .append(points(x, y, count))
                .append('"')
                .append(fill(argb))
                .append("/>\n");
    }

    @Override
    public void rect(double x, double y, double width, double height, int argb) {
        out.append("<rect").append(area(x, y, width, height)).append(fill(argb)).append("/>\n");
    }

    @Override
    public void box(double x, double y, double width, double height, double radius, int argb, Pen border) {
        out.append("<rect")
                .append(area(x, y, width, height))
                .append(" rx=\"")
                .append(n(radius))
                .append('"');
        out.append(argb == 0 ? " fill=\"none\"" : fill(argb))
                .append(stroke(border))
                .append("/>\n");
    }

    @Override
    public void text(String words, double x, double y, double size, Weight weight, Anchor anchor, int argb) {
        out.append("<text x=\"")
                .append(n(x))
                .append("\" y=\"")
                .append(n(y))
                .append("\" font-size=\"")
                .append(n(size));
        out.append('"').append(weight == Weight.SEMIBOLD ? " font-weight=\"600\"" : "");
        out.append(weight == Weight.MONO ? " font-family=\"'JetBrains Mono', ui-monospace, monospace\"" : "");
        out.append(
                anchor == Anchor.START ? "" : " text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + '"');
        out.append(fill(argb)).append('>').append(escape(words)).append("</text>\n");
    }

    @Override
    public double textWidth(String words, double size, Weight weight) {
        return ImageFonts.width(words, size, weight);
    }

    /** Rectangles, equal neighbours of a row joined; a picture inside the text where there would be too many. */
    @Override
    public void cells(int[] argb, int rows, int columns, double x, double y, double width, double height) {
        if (argb.length > MOST_RECTANGLES) {
            out.append("<image").append(area(x, y, width, height)).append(" preserveAspectRatio=\"none\"");
            out.append(" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,");
            out.append(png(argb, rows, columns)).append("\"/>\n");
            return;
        }
        out.append("<g shape-rendering=\"crispEdges\">\n");
        double w = width / columns;
        double h = height / rows;
        for (int r = 0; r < rows; r++) {
            for (int c = 0, from = 0; c < columns; c++) {
                boolean ends = c + 1 == columns || argb[r * columns + c + 1] != argb[r * columns + c];
                if (ends) {
                    rect(x + from * w, y + r * h, (c + 1 - from) * w, h, argb[r * columns + c]);
                    from = c + 1;
                }
            }
        }
        out.append("</g>\n");
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        out.append("<svg")
                .append(area(x, y, width, height))
                .append(" viewBox=\"")
                .append(n(x))
                .append(' ');
        out.append(n(y))
                .append(' ')
                .append(n(width))
                .append(' ')
                .append(n(height))
                .append("\">\n");
    }

    @Override
    public void unclip() {
        out.append("</svg>\n");
    }

    private static String png(int[] argb, int rows, int columns) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, columns, rows, argb, 0, columns);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static String area(double x, double y, double width, double height) {
        return " x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width) + "\" height=\"" + n(height) + '"';
    }

    private static String stroke(Pen pen) {
        return " stroke=\"" + Palette.hex(pen.argb()) + '"' + opacity("stroke", pen.argb())
                + (pen.width() == 1 ? "" : " stroke-width=\"" + n(pen.width()) + '"')
                + (pen.dash() > 0 ? " stroke-dasharray=\"" + n(pen.dash()) + ' ' + n(pen.gap()) + '"' : "");
    }

    private static String fill(int argb) {
        return " fill=\"" + Palette.hex(argb) + '"' + opacity("fill", argb);
    }

    private static String opacity(String what, int argb) {
        return argb >>> 24 == 0xff ? "" : ' ' + what + "-opacity=\"" + n(Palette.opacity(argb)) + '"';
    }

    private static String points(double[] x, double[] y, int count) {
        StringBuilder points = new StringBuilder(count * 12);
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(n(x[i])).append(',').append(n(y[i]));
        }
        return points.toString();
    }

    /** At most two decimals. */
    static String n(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a coordinate is " + value);
        }
        long hundredths = Math.round(value * 100);
        String sign = hundredths < 0 ? "-" : "";
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        return sign + whole + (rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest);
    }

    /** Characters that XML does not allow are left out. */
    static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    if (c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF
                            || c == '\t'
                            || c == '\n') {
                        safe.appendCodePoint(c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
