package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Weight;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The product's fonts for Java2D, each loaded when a text first needs it; no display is needed. */
final class ImageFonts {

    private static final Map<String, Font> LOADED = new ConcurrentHashMap<>();
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private ImageFonts() {}

    /** A stretch of text and the font that has all its glyphs. */
    record Piece(String text, Font font) {}

    /** The text in pieces: what the Latin font cannot show goes to the Chinese one. */
    static List<Piece> pieces(String text, double size, Weight weight) {
        List<Piece> pieces = new ArrayList<>(2);
        for (TextRuns.Run run : TextRuns.of(text)) {
            Font font = font(weight, run.chinese(), size);
            String rest = run.text();
            while (!run.chinese() && !rest.isEmpty()) {
                int missing = font.canDisplayUpTo(rest);
                if (missing < 0) {
                    break;
                }
                if (missing > 0) {
                    pieces.add(new Piece(rest.substring(0, missing), font));
                }
                int end = missing + Character.charCount(rest.codePointAt(missing));
                pieces.add(new Piece(rest.substring(missing, end), font(weight, true, size)));
                rest = rest.substring(end);
            }
            if (!rest.isEmpty()) {
                pieces.add(new Piece(rest, font));
            }
        }
        return pieces;
    }

    static double width(String text, double size, Weight weight) {
        double width = 0;
        for (Piece piece : pieces(text, size, weight)) {
            width += width(piece);
        }
        return width;
    }

    static double width(Piece piece) {
        return piece.font().getStringBounds(piece.text(), EXACT).getWidth();
    }

    private static Font font(Weight weight, boolean chinese, double size) {
        return LOADED.computeIfAbsent(TextRuns.file(weight, chinese), ImageFonts::load)
                .deriveFont((float) size);
    }

    private static Font load(String file) {
        try (InputStream in = ImageFonts.class.getResourceAsStream(TextRuns.FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is missing from the product");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }
}
