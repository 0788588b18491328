package io.riskloom.app.chart;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/**
 * A chart as a file: PNG at twice the resolution, SVG, or its data as CSV. Needs no display and no JavaFX. Files are written
 * beside their target first and then moved, so that a failure leaves what was there.
 */
public final class ChartExport {

    private static final double SCALE = 2;

    private ChartExport() {}

    public static void png(ChartModel model, Palette palette, double width, double height, Path file)
            throws IOException {
        png(model, palette, "", width, height, file);
    }

    /** @param title drawn above the chart, empty for none */
    public static void png(ChartModel model, Palette palette, String title, double width, double height, Path file)
            throws IOException {
        ChartPainter painter = Painter.of(model);
        png(painter, painter.home(), Style.of(palette).withTitle(title), width, height, file);
    }

    static void png(ChartPainter painter, Viewport view, Style style, double width, double height, Path file)
            throws IOException {
        ImageSurface surface =
                new ImageSurface(width, height, SCALE, style.palette().panel());
        painter.paint(view, style, surface, width, height);
        replace(file, out -> {
            if (!ImageIO.write(surface.image(), "png", out)) {
                throw new IOException("this Java cannot write PNG");
            }
        });
    }

    public static void svg(ChartModel model, Palette palette, double width, double height, Path file)
            throws IOException {
        svg(model, palette, "", width, height, file);
    }

    /** @param title drawn above the chart and told to readers who hear it, empty for none */
    public static void svg(ChartModel model, Palette palette, String title, double width, double height, Path file)
            throws IOException {
        String text = svg(model, palette, title, width, height);
        replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The chart as one {@code svg} element for an HTML page. */
    public static String svg(ChartModel model, Palette palette, String title, double width, double height) {
        ChartPainter painter = Painter.of(model);
        return svg(painter, painter.home(), Style.of(palette).withTitle(title), width, height);
    }

    static void svg(ChartPainter painter, Viewport view, Style style, double width, double height, Path file)
            throws IOException {
        String text = svg(painter, view, style, width, height);
        replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String svg(ChartPainter painter, Viewport view, Style style, double width, double height) {
        SvgSurface surface = new SvgSurface(width, height, style.palette().panel(), style.title());
        painter.paint(view, style, surface, width, height);
        return surface.svg();
    }

    /** All data behind the chart, not only what is in view; UTF-8. */
    public static void csv(ChartModel model, Path file) throws IOException {
        csv(Painter.of(model), file);
    }

    /** A byte order mark goes first where there is more than ASCII, so that Excel reads Chinese names. */
    static void csv(ChartPainter painter, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        painter.csv(new CsvWriter(text));
        boolean ascii = text.chars().allMatch(c -> c < 128);
        replace(file, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.append(ascii ? "" : "\uFEFF").append(text).flush();
        });
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private static void replace(Path file, Content content) throws IOException {
        String name = "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        Path draft = file.toAbsolutePath().resolveSibling(name);
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                content.write(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
