package org.cellist.app.export.markdown;

import java.util.regex.Pattern;
import org.cellist.app.export.markdown.Admonition.Kind;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// MyST's admonitions: `:::{note} Title`, or with backticks, down to a line of the same marks.
///
/// Confined to one parse.
final class AdmonitionParser extends AbstractBlockParser {

    private static final int MOST_INDENT = 3;
    private static final Pattern OPEN =
            Pattern.compile("(:{3,}|`{3,}|~{3,})\\{([A-Za-z]{1,20})}[ \\t]*(.*)");

    private final Admonition block;
    private final String marks;

    private AdmonitionParser(Admonition block, String marks) {
        this.block = block;
        this.marks = marks;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        var line = state.getLine().getContent();
        var rest = line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString().strip();
        boolean closes =
                rest.length() >= marks.length()
                        && rest.chars().allMatch(c -> c == marks.charAt(0))
                        && state.getIndent() <= MOST_INDENT;
        return closes ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
    }

    /// Finds where one begins.
    static final class Factory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() > MOST_INDENT) {
                return BlockStart.none();
            }
            var line = state.getLine().getContent();
            var open = OPEN.matcher(line).region(state.getNextNonSpaceIndex(), line.length());
            var kind = open.matches() ? Kind.named(open.group(2)) : null;
            if (kind == null || kind.isEmpty()) {
                return BlockStart.none();
            }
            var block = new Admonition(kind.get(), open.group(3).strip());
            return BlockStart.of(new AdmonitionParser(block, open.group(1))).atIndex(line.length());
        }
    }
}
