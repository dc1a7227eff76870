package org.cellist.app.notebook.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.notebook.outline.Headings.Heading;
import org.junit.jupiter.api.Test;

class HeadingsTest {

    @Test
    void aRowOfHashesMakesTheLevel() {
        assertEquals(
                List.of(new Heading(1, "One"), new Heading(3, "Three")),
                Headings.in("# One\ntext\n### Three ###\n#no heading\n####### seven"));
    }

    @Test
    void aLineBelowAParagraphMakesAHeading() {
        assertEquals(
                List.of(new Heading(1, "Title of two lines"), new Heading(2, "Part")),
                Headings.in("Title of\ntwo lines\n===\n\nPart\n---\n\n---\n- item\n---"));
    }

    @Test
    void codeBlocksHaveNoHeadings() {
        assertEquals(
                List.of(new Heading(2, "After")),
                Headings.in(
                        "```python\n# comment\n```\n~~~~\n# more\n~~~\n# still\n~~~~\n## After"));
    }

    @Test
    void indentedCodeHasNoHeadings() {
        assertEquals(List.of(), Headings.in("    # code"));
    }

    @Test
    void marksAndLinksAreReducedToTheirWords() {
        assertEquals(
                List.of(new Heading(1, "Bold and code in a link, snake_case, 5 * 3")),
                Headings.in(
                        "# **Bold** and `code` in [a link](https://example.org), snake_case, 5 \\* 3"));
    }

    @Test
    void koreanTextIsKept() {
        assertEquals(List.of(new Heading(2, "데이터 불러오기")), Headings.in("## 데이터 불러오기\n"));
    }

    @Test
    void anEmptyHeadingIsLeftOut() {
        assertEquals(List.of(), Headings.in("#\n##   "));
    }
}
