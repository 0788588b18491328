package io.riskloom.app.text;

import io.riskloom.engine.data.Notice;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Every text of the product, in the language chosen while it runs. Bindings change with {@link #locale}. A key that no
 * bundle has is an error, never a silent blank.
 */
public final class Texts {

    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    /** One bundle a feature, in ui-resources under {@code io/riskloom/ui/messages}; a key stands in exactly one. */
    public static final List<String> BUNDLES = List.of(
            "common",
            "hyper",
            "chart",
            "data-engine",
            "quality",
            "feature",
            "results",
            "service",
            "data",
            "train",
            "forecast",
            "credit",
            "generate",
            "inside",
            "playground",
            "residual",
            "cell",
            "arena",
            "runs",
            "cli");

    /** Starts of keys that a notice may have as arguments: names of plain models, clauses of a verdict. */
    private static final List<String> NAMED = List.of("challenger.", "verdict.");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(this, "locale", ENGLISH);

    public Texts(Locale locale) {
        this.locale.set(locale);
    }

    public ObjectProperty<Locale> locale() {
        return locale;
    }

    public boolean chinese() {
        return locale.get().getLanguage().equals("zh");
    }

    /**
     * @param args for the placeholders; a {@link Notice} among them is put into words first
     * @throws MissingResourceException where no bundle has the key
     */
    public String get(String key, Object... args) {
        String pattern = pattern(key);
        if (args.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        Object[] words = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i] instanceof Notice notice ? of(notice) : String.valueOf(args[i]);
        }
        return new MessageFormat(pattern, locale.get()).format(words);
    }

    /**
     * A notice in words, an argument that is a key of a name or of a clause too. One that was stored by another version and
     * has no words here shows as it is.
     */
    public String of(Notice notice) {
        return has(notice.key())
                ? get(notice.key(), notice.args().stream().map(this::argument).toArray())
                : notice.toString();
    }

    private String argument(String argument) {
        boolean key = NAMED.stream().anyMatch(argument::startsWith) && has(argument);
        return key ? get(argument) : argument;
    }

    public boolean has(String key) {
        return find(key) != null;
    }

    /** A text that follows the language. */
    public StringBinding bind(String key, Object... args) {
        return Bindings.createStringBinding(() -> get(key, args), locale);
    }

    private String pattern(String key) {
        String pattern = find(key);
        if (pattern == null) {
            throw new MissingResourceException("no message " + key + " in any bundle", Texts.class.getName(), key);
        }
        return pattern;
    }

    private String find(String key) {
        for (String name : BUNDLES) {
            ResourceBundle bundle =
                    ResourceBundle.getBundle("io.riskloom.ui.messages." + name, locale.get(), NO_FALLBACK);
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        return null;
    }
}
