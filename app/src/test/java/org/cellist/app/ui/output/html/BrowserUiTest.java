package org.cellist.app.ui.output.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.web.WebView;
import org.cellist.app.network.DenyingProxySelector;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class BrowserUiTest {

    private final ProxySelector before = ProxySelector.getDefault();
    private final Browsers browsers = new Browsers();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> followed = new ArrayList<>();
    private final HttpServer server = started();

    @BeforeEach
    void shutTheNetworkAndStartTheEngine(Fx fx) {
        DenyingProxySelector.install();
        fx.prepare(WebView::new);
    }

    @AfterEach
    void restoreTheNetwork(Fx fx) {
        fx.run(browsers::close);
        ProxySelector.setDefault(before);
        server.stop(0);
    }

    @Test
    void theViewIsAsHighAsThePage(Fx fx) {
        var view = shown(fx, "<div style='height: 321px'>a</div>");

        fx.await("it is measured", () -> view.prefHeight(500) == 321);
    }

    @Test
    void aPageThatIsShownAgainTakesItsRoomAtOnce(Fx fx) {
        var html = "<div style='height: 77px'>a</div>";
        var first = shown(fx, html);
        fx.await("it is measured", () -> first.prefHeight(500) == 77);
        fx.run(first::parked);

        assertEquals(77, fx.call(() -> view(html).prefHeight(500)));
    }

    @Test
    void theViewGrowsWithWhatIsOpenedInThePage(Fx fx) {
        var view =
                shown(
                        fx,
                        "<details><summary style='display:block; height:40px'>a</summary>"
                                + "<div style='height:200px'>b</div></details>");
        fx.await("it is measured", () -> view.prefHeight(500) == 40);

        fx.robot().clickOn(view, MouseButton.PRIMARY);

        fx.await("it has grown", () -> view.prefHeight(500) == 240);
    }

    @Test
    void aLinkGoesToWhoeverFollowsLinksAndThePageStays(Fx fx) {
        var view =
                shown(
                        fx,
                        "<a style='display:block; height:80px' href='https://example.org/x'>a</a>");
        fx.await("it is measured", () -> view.prefHeight(500) == 80);

        fx.robot().clickOn(view, MouseButton.PRIMARY);

        fx.await("the link was followed", () -> !followed.isEmpty());
        assertEquals(List.of("https://example.org/x"), followed);
        assertEquals("", fx.call(() -> webView(view).getEngine().getLocation()));
    }

    @Test
    void scriptsDoNotRunAndNothingIsRequestedEvenFromAPageThatWasNotCleaned(Fx fx) {
        var page = fx.prepare(() -> new LivePage(browsers.folder(), followed::add, _ -> {}));
        fx.show(fx.prepare(() -> new Pane(page.node())), 400, 300);

        // It begins to load again and again, so it is looked at when it ends, not now and then.
        var ends = new AtomicInteger();
        var loading = fx.call(() -> page.node().getEngine().getLoadWorker().runningProperty());
        fx.run(() -> loading.addListener((_, was, _) -> ends.addAndGet(was ? 1 : 0)));
        fx.run(() -> page.load(hostile()));
        fx.await("it is loaded", () -> page.node().getEngine().getDocument() != null);
        fx.await("it was refused", () -> ends.get() > 0);

        var ran = fx.call(() -> page.node().getEngine().executeScript("typeof window.ran"));
        assertEquals("undefined", ran);
        assertEquals(List.of(), requests);
        fx.run(page::end);
    }

    @Test
    void noMoreThanSixAreLiveAndTheOldestBecomesAPicture(Fx fx) {
        var box = fx.prepare(VBox::new);
        fx.show(box, 500, 700, Theme.LIGHT, OutputSheets.addresses().toArray(String[]::new));
        var views =
                IntStream.range(0, 7)
                        .mapToObj(i -> fx.prepare(() -> view("<div style='height:50px'>" + i)))
                        .toList();

        for (var view : views) {
            fx.run(() -> box.getChildren().add(view));
            fx.await("it is live", view::isLive);
            fx.await("it is measured", () -> view.prefHeight(500) == 50);
        }

        assertFalse(fx.call(() -> views.getFirst().isLive()));
        assertEquals(6, fx.call(() -> views.stream().filter(BrowserView::isLive).count()));
        assertEquals(50, fx.call(() -> views.getFirst().prefHeight(500)));

        fx.robot().clickOn(views.getFirst(), MouseButton.PRIMARY);
        fx.await("it is live again", () -> views.getFirst().isLive());
        assertFalse(fx.call(() -> views.get(1).isLive()));
    }

    @Test
    void aParkedViewLetsItsBrowserGo(Fx fx) {
        var view = shown(fx, "<p style='height:30px'>a</p>");
        fx.await("it is live", view::isLive);

        fx.run(view::parked);

        assertNull(fx.call(() -> view.lookup(".web-view")));
    }

    @Test
    void whileTheNetworkIsOpenThereIsNoBrowser(Fx fx) {
        ProxySelector.setDefault(before);
        assertFalse(NetworkGate.isShut());

        var view = shown(fx, "<p>a</p>");
        fx.settle();
        fx.settle();

        assertFalse(fx.call(view::isLive));
    }

    private BrowserView shown(Fx fx, String html) {
        var view = fx.prepare(() -> view(html));
        fx.show(
                fx.prepare(() -> new VBox(view)),
                500,
                400,
                Theme.LIGHT,
                OutputSheets.addresses().toArray(String[]::new));
        assertTrue(fx.call(() -> view.prefHeight(500) > 0));
        return view;
    }

    private BrowserView view(String html) {
        return new BrowserView(browsers, html, followed::add);
    }

    private static WebView webView(BrowserView view) {
        return (WebView) view.lookup(".web-view");
    }

    private String hostile() {
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        return """
               <html><head><meta http-equiv="refresh" content="0;url=%1$s/refresh">
               <link rel="stylesheet" href="%1$s/sheet"><script src="%1$s/script"></script>
               <script>window.ran = 1; fetch("%1$s/fetch"); new WebSocket("ws:%1$s/ws");</script>
               <style>body { background: url(%1$s/ground) }</style></head>
               <body onload="window.ran = 2"><img src="%1$s/img" onerror="window.ran = 3">
               <iframe src="%1$s/frame"></iframe><video src="%1$s/video" autoplay></video>
               <object data="%1$s/object"></object><embed src="%1$s/embed">
               <svg onload="window.ran = 4"><image href="%1$s/image"></image></svg></body></html>
               """
                .formatted(base);
    }

    private HttpServer started() {
        try {
            var loopback = InetAddress.getLoopbackAddress();
            var made = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            made.createContext(
                    "/",
                    exchange -> {
                        requests.add(exchange.getRequestURI().toString());
                        exchange.sendResponseHeaders(204, -1);
                        exchange.close();
                    });
            made.start();
            return made;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
