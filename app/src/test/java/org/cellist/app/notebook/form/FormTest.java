package org.cellist.app.notebook.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cellist.app.notebook.form.Form.Note;
import org.cellist.app.notebook.form.Form.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read as a form, and what is left alone.
class FormTest {

    @Test
    void aTitleHasItsOptionsTakenOff() {
        var form =
                form(
                        "#@title Train { run: \"auto\", vertical-output: true, display-mode: \"form\" }");

        assertEquals(new Title("Train", true, CellView.FORM, true), form.title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Use {x}", "A } B", "{", "50 % {done}"})
    void aTitleKeepsBracesThatAreNoOptions(String text) {
        assertEquals(new Title(text, false, null, false), form("# @title " + text).title());
    }

    @Test
    void onlyTheFirstTitleCounts() {
        assertEquals("A", title(form("#@title A\n#@title B")).text());
    }

    @Test
    void fieldsAndNotesKeepTheirOrder() {
        var form = form("#@markdown one\n#@markdown - two\na = 1 #@param\n\n#@markdown three");

        assertEquals(new Note("one\n- two"), form.items().get(0));
        assertEquals("a", ((Parameter) form.items().get(1)).name());
        assertEquals(new Note("three"), form.items().get(2));
    }

    @Test
    void aRuleMakesNoHeadingOfTheLineAboveIt() {
        assertEquals(
                List.of(new Note("one\n\n---")), form("#@markdown one\n#@markdown ---").items());
    }

    @Test
    void aLineBetweenTwoNotesPartsThem() {
        assertEquals(2, form("#@markdown one\n\n#@markdown two").items().size());
    }

    @Test
    void everyTypeIsRead() {
        var form =
                form(
                        """
                        a = 'x' #@param {type:"string", placeholder: "name"}
                        b = f(1)  # @param{type: 'raw'}
                        c = 1.5 #@param {type:"number"}
                        d = 3 #@param {type:"integer"}
                        e = True # @param {type: "boolean"}
                        f = "2026-03-01" #@param {type:"date"}
                        g = 0.5 #@param {type:"slider", min:-1, max:1, step:0.1}
                        h = "b" #@param ["a", 'b',] {allow-input: true}
                        i = 250  # @param [25,50,250]{type: 'raw', allow-input: true}
                        """);

        assertEquals(
                List.of(
                        new Field.Text("name"),
                        new Field.Raw(""),
                        new Field.Numeric(false),
                        new Field.Numeric(true),
                        new Field.Check(),
                        new Field.Date(),
                        new Field.Slider(
                                new BigDecimal("-1"), new BigDecimal("1"), new BigDecimal("0.1")),
                        new Field.Choice(List.of("a", "b"), false, true, ""),
                        new Field.Choice(List.of("25", "50", "250"), true, true, "")),
                form.parameters().stream().map(Parameter::field).toList());
    }

    @Test
    void withoutATypeTheValueDecides() {
        var form = form("a = ''  #@param\nb = 3 #@param\nc = False #@param\nd = f() #@param");

        assertEquals(
                List.of(
                        new Field.Text(""),
                        new Field.Numeric(false),
                        new Field.Check(),
                        new Field.Raw("")),
                form.parameters().stream().map(Parameter::field).toList());
    }

    @Test
    void optionsOfARawListAreExpressions() {
        var field =
                only("x = (\"a\", 1) #@param [\"(\\\"a\\\", 1)\", None, \"'s'\"] {type:\"raw\"}");

        assertEquals(
                new Field.Choice(List.of("(\"a\", 1)", "None", "'s'"), true, false, ""),
                field.field());
        assertEquals(Optional.of("(\"a\", 1)"), field.value());
    }

    @Test
    void aListWithoutATypeIsOfWhatTheValueIs() {
        var number = (Field.Choice) only("x = 1 #@param [1, 2]").field();
        var text = (Field.Choice) only("x = '1' #@param [1, 2]").field();

        assertEquals(List.of(true, false), List.of(number.isRaw(), text.isRaw()));
    }

    @Test
    void aSliderWithoutEndsGoesFrom0To100() {
        assertEquals(
                new Field.Slider(BigDecimal.ZERO, BigDecimal.valueOf(100), BigDecimal.ONE),
                only("x = 1 #@param {type:\"slider\"}").field());
    }

    @ParameterizedTest
    @ValueSource(strings = {"min:5, max:5", "min:9, max:1", "step:0", "max:1e999", "min:ten"})
    void aSliderThatCannotSlideIsANumber(String ends) {
        assertEquals(
                new Field.Numeric(false),
                only("x = 1 #@param {type:\"slider\", " + ends + "}").field());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x = '#@param' #@param {type:\"string\"} | '#@param'",
                "  self.rate: float = 3e-4 # note #@param | 3e-4",
                "x = r\"C:\\d\"  #r\"D:\\\" #@param ['a'] | r\"C:\\d\"",
                "x=[1, '#', (2)]#@param {type:\"raw\"} | [1, '#', (2)]",
                "    rate = 0.1, #@param {type:\"number\"} | 0.1",
            })
    void theRangeIsThatOfTheValueAlone(String line, String value) {
        var field = only("\n" + line + "\nprint(x)");

        assertEquals(value, field.written());
        assertTrue(field.isIn("\n" + line + "\nprint(x)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1 #@param {type:\"colour\"}",
                "x = 1 #@param {type:\"string\"",
                "x = 1 #@param ['a', {type:\"raw\"}",
                "x = 1 #@param later",
                "x = 1 #@parameter",
                "x == 1 #@param",
                "x = (1, #@param",
                "x = 1; y = 2 #@param",
                "x = \"a #@param",
                "x += 1 #@param",
                "x.y. = 1 #@param",
                "x[0] = 1 #@param",
                "= 1 #@param",
                "x = #@param",
                "#@param {type:\"string\"}",
                "print(1) #@title no",
                "text = '''\nx = 1 #@param\n'''",
                "@param",
                "#@titles"
            })
    void whatIsNotUnderstoodIsLeftAlone(String source) {
        assertEquals(Optional.empty(), Form.in(source));
    }

    @Test
    void aTextThatIsBeingWrittenTakesNoFieldAway() {
        assertEquals("x", only("a = '''\nx = 1 #@param").name());
    }

    @Test
    void aShellLineIsNoPythonToLookInto() {
        assertEquals("x", only("!echo '''\nx = 1 #@param\n!echo '''").name());
    }

    @Test
    void aFormWithoutATitleHasNone() {
        assertNull(form("x = 1 #@param").title());
    }

    @Property
    void readingNeverFails(@ForAll String text, @ForAll("pieces") String pieces) {
        assertNotNull(Form.in(text + "#@param"));
        Form.in(pieces)
                .ifPresent(
                        form ->
                                form.parameters()
                                        .forEach(
                                                field -> {
                                                    assertTrue(field.isIn(pieces));
                                                    assertNotNull(field.value());
                                                }));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "x",
                        " = ",
                        "1",
                        "'",
                        "\"",
                        "'''",
                        "\\",
                        "#",
                        "@param",
                        " #@param ",
                        "#@title ",
                        "#@markdown ",
                        "{",
                        "}",
                        "[",
                        "]",
                        "type:\"slider\"",
                        "min:",
                        ",",
                        ":",
                        "\n",
                        "\r",
                        " ",
                        "(",
                        ")",
                        "r",
                        "True",
                        ".",
                        "e9",
                        "\\x",
                        "\\u",
                        "\\U",
                        "\\N",
                        "한",
                        "\ud83d",
                        "{type:\"raw\"}",
                        "\n!",
                        ";")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    private static Form form(String source) {
        return Form.in(source).orElseThrow(() -> new AssertionError("no form in " + source));
    }

    private static Title title(Form form) {
        var title = form.title();
        if (title == null) {
            throw new AssertionError("no title");
        }
        return title;
    }

    private static Parameter only(String source) {
        var parameters = form(source).parameters();
        assertEquals(1, parameters.size());
        return parameters.getFirst();
    }
}
