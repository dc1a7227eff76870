package org.cellist.app.ui.output.html;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows HTML that needs a browser, as high as it is.
///
/// The WebView is made when the view has been in a window for a moment, so that scrolling past
/// makes none. A view whose WebView was let go for others is a picture until somebody clicks it.
///
/// Confined to the JavaFX Application Thread.
public final class BrowserView extends Region {

    private static final Duration MOMENT = Duration.millis(80);
    private static final double FIRST_HEIGHT = 160;

    private final Browsers browsers;
    private final String html;
    private final Consumer<String> links;
    private final Text[] inks = new Text[4];
    private final ImageView frozen = new ImageView();
    private final PauseTransition wait = new PauseTransition(MOMENT);
    private @Nullable LivePage page;
    private boolean ended;
    private double contentHeight;

    /// @param html as it came; it is cleaned here
    /// @param links takes the address of a link that a person clicked, as the page has it
    public BrowserView(Browsers browsers, String html, Consumer<String> links) {
        this.browsers = browsers;
        this.html = html;
        this.links = links;
        double known = browsers.knownHeight(html);
        contentHeight = known > 0 ? known : FIRST_HEIGHT;
        getStyleClass().add("browser-view");
        frozen.setManaged(false);
        setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        begin();
                    }
                });
        getChildren().add(frozen);
        addInks();
        wait.setOnFinished(_ -> begin());
        sceneProperty().subscribe(scene -> inScene(scene != null));
    }

    /// The page's colours are those of the window: these nodes are given them by its sheets.
    private void addInks() {
        String[] classes = {"page-text", "page-muted", "page-ground", "page-line"};
        for (int i = 0; i < inks.length; i++) {
            inks[i] = new Text();
            inks[i].getStyleClass().add(classes[i]);
            inks[i].setManaged(false);
            inks[i].setVisible(false);
            inks[i].fillProperty().addListener((_, _, _) -> inkChanged());
            getChildren().add(inks[i]);
        }
    }

    private void inkChanged() {
        if (page != null) {
            page.load(Page.of(html, look()));
        }
    }

    private PageLook look() {
        var windows = new PageLook(ink(0), ink(1), ink(2), ink(3));
        return windows.isDark() && hasOwnGrounds() ? PageLook.PAPER : windows;
    }

    /// Libraries that follow the window's colours ask for them by JupyterLab's names.
    private boolean hasOwnGrounds() {
        return (html.contains("background") || html.contains("bgcolor")) && !html.contains("--jp-");
    }

    private Color ink(int index) {
        return inks[index].getFill() instanceof Color colour ? colour : Color.GRAY;
    }

    private void inScene(boolean isIn) {
        if (isIn && page == null && frozen.getImage() == null && !ended) {
            wait.playFromStart();
        } else if (!isIn) {
            wait.stop();
        }
    }

    private void begin() {
        if (page != null || ended || getScene() == null || !NetworkGate.isShut()) {
            return;
        }
        setCursor(null);
        browsers.enter(this);
        var made = new LivePage(browsers.folder(), links, this::heightKnown);
        page = made;
        getChildren().add(0, made.node());
        requestLayout();
        made.load(Page.of(html, look()));
    }

    private void heightKnown(double height) {
        frozen.setImage(null);
        browsers.remember(html, height);
        if (height != contentHeight) {
            contentHeight = height;
            requestLayout();
        }
    }

    /// Becomes a picture of itself.
    void freeze() {
        if (page != null) {
            Image picture = page.picture();
            end();
            frozen.setImage(picture);
            setCursor(Cursor.HAND);
        }
    }

    /// Lets go of the WebView.
    public void parked() {
        ended = true;
        wait.stop();
        frozen.setImage(null);
        end();
    }

    private void end() {
        if (page != null) {
            browsers.leave(this);
            getChildren().remove(page.node());
            page.end();
            page = null;
        }
    }

    /// Returns whether a browser shows it now.
    boolean isLive() {
        return page != null;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return contentHeight;
    }

    @Override
    protected double computeMinHeight(double width) {
        return contentHeight;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        frozen.relocate(0, 0);
        if (page != null) {
            page.node().resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
