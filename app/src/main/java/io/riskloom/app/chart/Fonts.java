package io.riskloom.app.chart;

import io.riskloom.app.chart.Surface.Weight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;

/**
 * The product's fonts for JavaFX, each loaded once, when it is first needed; to be used on the JavaFX thread. Loading a font
 * also lets style sheets name its family.
 */
public final class Fonts {

    private static final Map<String, Font> LOADED = new HashMap<>();
    private static final Map<String, Font> SIZED = new HashMap<>();

    private Fonts() {}

    /** Makes Inter known to style sheets, in both weights. */
    public static void loadLatin() {
        load(TextRuns.file(Weight.REGULAR, false));
        load(TextRuns.file(Weight.SEMIBOLD, false));
    }

    /** Makes Noto Sans SC known to style sheets and to font fallback (13 MB: only when Chinese is shown). */
    public static void loadChinese() {
        load(TextRuns.file(Weight.REGULAR, true));
        load(TextRuns.file(Weight.SEMIBOLD, true));
    }

    /** Makes JetBrains Mono known to style sheets. */
    public static void loadMono() {
        load(TextRuns.file(Weight.MONO, false));
    }

    static Font font(Weight weight, boolean chinese, double size) {
        String file = TextRuns.file(weight, chinese);
        return SIZED.computeIfAbsent(file + size, key -> {
            Font base = load(file);
            return new Font(base.getName(), size);
        });
    }

    private static Font load(String file) {
        return LOADED.computeIfAbsent(file, Fonts::read);
    }

    private static Font read(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream(TextRuns.FOLDER + file)) {
            Font font = in == null ? null : Font.loadFont(in, Style.TEXT);
            if (font == null) {
                throw new IllegalStateException("the font " + file + " is missing from the product or cannot be read");
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
