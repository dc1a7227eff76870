package org.cellist.app.ui.theme;

import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The window's two families.
///
/// A font that the system knows is taken from there: only such a font has a fallback for
/// characters that it lacks. On Linux the launcher makes our font folder known through
/// fontconfig. Where that was not done, the files beside this class are loaded.
///
/// Confined to the JavaFX Application Thread.
public final class Fonts {

    /// Interface and text.
    public static final String INTERFACE = "Pretendard";

    /// Code: a Latin letter is 0.6 em wide, a Hangul syllable exactly two of them.
    public static final String CODE = "Cellist Mono";

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final double ANY_SIZE = 13;
    private static final List<String> INTERFACE_FILES =
            List.of("Pretendard-Regular.otf", "Pretendard-SemiBold.otf", "Pretendard-Bold.otf");
    private static final List<String> CODE_FILES =
            List.of(
                    "CellistMono-Regular.ttf",
                    "CellistMono-Bold.ttf",
                    "CellistMono-Italic.ttf",
                    "CellistMono-BoldItalic.ttf");

    private Fonts() {}

    /// Makes both families known. Costs nothing the second time.
    public static void load() {
        loadUnlessKnown(INTERFACE, INTERFACE_FILES);
        loadUnlessKnown(CODE, CODE_FILES);
    }

    private static void loadUnlessKnown(String family, List<String> files) {
        if (isKnown(family)) {
            return;
        }
        for (var file : files) {
            var resource = Fonts.class.getResource("fonts/" + file);
            if (resource != null) {
                Font.loadFont(resource.toExternalForm(), ANY_SIZE);
            }
        }
        if (!isKnown(family)) {
            LOG.warn("No font {}; the system's is used", family);
        }
    }

    private static boolean isKnown(String family) {
        return Font.font(family, ANY_SIZE).getFamily().equals(family);
    }
}
