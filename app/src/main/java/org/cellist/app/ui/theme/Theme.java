package org.cellist.app.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// The two colour schemes of the window. Immutable.
public enum Theme {
    LIGHT("theme-light", "light.css"),
    DARK("theme-dark", "dark.css");

    private final String styleClass;
    private final String tokens;

    Theme(String styleClass, String tokens) {
        this.styleClass = styleClass;
        this.tokens = tokens;
    }

    /// The style class of the scene's root, for the rare rule that differs by more than a token.
    public String styleClass() {
        return styleClass;
    }

    public boolean isDark() {
        return this == DARK;
    }

    /// The sheet that gives every `-cellist-…` colour its value.
    String tokenSheet() {
        return StyleSheets.in(Theme.class, tokens);
    }

    /// The sheet of all controls, below every other.
    String userAgentSheet() {
        return isDark()
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
    }
}
