package io.riskloom.app.cli;

import io.riskloom.engine.service.Finding;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The product's own font for Chinese, with which window and charts show it on any machine. */
final class ChineseFont {

    private static final String FILE = "/io/riskloom/ui/fonts/NotoSansSC-Regular.ttf";
    private static final String SAMPLE = "风险";

    private ChineseFont() {}

    /** A machine that cannot load any font, for want of freetype, says so here too. */
    static Finding finding() {
        try (InputStream in = ChineseFont.class.getResourceAsStream(FILE)) {
            if (in != null) {
                Font font = Font.createFont(Font.TRUETYPE_FONT, in);
                if (font.canDisplayUpTo(SAMPLE) < 0) {
                    return Finding.ok("font", "doctor.font.ok", font.getNumGlyphs());
                }
            }
            return Finding.problem("font", "doctor.font.none", "doctor.font.todo");
        } catch (IOException | FontFormatException | LinkageError e) {
            return Finding.problem("font", "doctor.font.fails", "doctor.font.library", String.valueOf(e.getMessage()));
        }
    }
}
