package org.cellist.app.ui.settings;

import java.util.Locale;

/// The languages of the window. Immutable.
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    KOREAN(Locale.KOREAN, "한국어");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /// The language's name in itself: the one word that is never translated.
    public String ownName() {
        return ownName;
    }

    /// The language of a locale; English where there is none.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(KOREAN.locale.getLanguage()) ? KOREAN : ENGLISH;
    }
}
