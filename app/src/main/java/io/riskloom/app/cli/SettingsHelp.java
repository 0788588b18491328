package io.riskloom.app.cli;

import io.riskloom.app.text.Texts;
import io.riskloom.engine.model.HyperParameter;
import io.riskloom.engine.model.Specs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings of every task as the foot of a command's help, read from where they are declared. */
final class SettingsHelp {

    private SettingsHelp() {}

    static String[] lines(Texts texts) {
        List<String> lines = new ArrayList<>();
        for (String task : Specs.tasks()) {
            lines.add("");
            lines.add(texts.get("cli.help.settings", task));
            for (HyperParameter p : Specs.parameters(Specs.typeOf(task))) {
                String range = p.kind() == HyperParameter.Kind.CHOICE
                        ? String.join("|", p.choices())
                        : plain(p.min()) + "…" + plain(p.max());
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-18s %-14s %-10s %s",
                        p.name(),
                        range,
                        p.defaultValue() instanceof Double d ? plain(d) : p.defaultValue(),
                        texts.get("hyper." + p.name() + ".help").replace("%", "%%")
                                + (p.models().isEmpty() ? "" : " [" + String.join("|", p.models()) + "]")));
            }
        }
        return lines.toArray(String[]::new);
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
