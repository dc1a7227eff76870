package org.cellist.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one feature, in the language of the default locale.
///
/// Each feature has one bundle, `<feature>.properties` in English and `<feature>_ko.properties`
/// in Korean, in this package's resources. Patterns are [MessageFormat]'s: `{0}`, and `''` for
/// `'` where there are arguments.
///
/// Immutable.
public final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// Returns the words of a feature.
    ///
    /// @throws java.util.MissingResourceException if there is no such bundle
    public static Texts of(String feature) {
        return of(feature, Locale.getDefault());
    }

    /// Returns the words of a feature in a language that need not be the window's.
    public static Texts of(String feature, Locale locale) {
        return new Texts(
                ResourceBundle.getBundle(
                        "org.cellist.app.text." + feature,
                        locale,
                        Texts.class.getClassLoader(),
                        NO_FALLBACK));
    }

    /// Returns one text with its arguments filled in.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public String get(String key, Object... arguments) {
        var pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : MessageFormat.format(pattern, arguments);
    }
}
