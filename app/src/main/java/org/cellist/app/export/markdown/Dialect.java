package org.cellist.app.export.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// What is understood beyond CommonMark. Immutable.
public final class Dialect {

    /// For parsers and renderers alike.
    public static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create(),
                    FootnotesExtension.create(),
                    new Admonitions());

    private Dialect() {}

    /// Admonitions as an extension of commonmark. Immutable.
    private static final class Admonitions
            implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {

        @Override
        public void extend(Parser.Builder parser) {
            parser.customBlockParserFactory(new AdmonitionParser.Factory());
            parser.postProcessor(new AlertFinder());
        }

        @Override
        public void extend(HtmlRenderer.Builder renderer) {
            renderer.nodeRendererFactory(AdmonitionRenderer::new);
        }
    }
}
