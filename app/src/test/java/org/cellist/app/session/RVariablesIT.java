package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.app.variables.KernelQuestion;
import org.cellist.app.variables.RTables;
import org.cellist.app.variables.RVariables;
import org.cellist.app.variables.TableKind;
import org.cellist.app.variables.TableOrder;
import org.cellist.app.variables.TablePart;
import org.cellist.app.variables.Variable;
import org.cellist.app.variables.VariableAnswers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The variables of a real R kernel, which is started once.
class RVariablesIT {

    /// What a question could leave behind; the names of this cell's own variables are no part of
    // it.
    private static final String STATE =
            "cat(ls(all.names = TRUE), sum(.Random.seed), deparse(.Last.value), search(),"
                    + " length(loadedNamespaces()), names(dev.list()), geterrmessage(),"
                    + " exists('last.warning', baseenv()), ls('jupyter:irkernel', all.names = TRUE),"
                    + " unlist(options(c('warn', 'digits', 'pager', 'device'))$warn), sep = '|')";

    @TempDir static Path folder;
    private static RunSession page;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        page =
                TestKernels.R.session(
                        folder,
                        "set.seed(1); df <- data.frame(a = 1:3, b = c('x', NA, '\\\\u{d55c}'));"
                                + " delayedAssign('late', stop('forced')); .hidden <- 1;"
                                + " makeActiveBinding('live', function() stop('called'), globalenv());"
                                + " f <- function() 1; c <- 'hides'; 42",
                        STATE);
        page.runToTheEnd(0);
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @BeforeEach
    void forget() throws InterruptedException {
        run("rm(list = setdiff(ls(), c('df', 'late', 'live', 'f', 'c')))");
    }

    @Test
    void aQuestionLeavesNoTrace() throws InterruptedException {
        page.runToTheEnd(0, 1);
        var before = page.shown(1);
        page.runToTheEnd(0);
        int count = page.executionCounts().getFirst();

        variables();
        rows("df", new TableOrder(0, false, "a > runif(3)"));
        assertInstanceOf(
                Evaluation.Failed.class, evaluate(question("df", new TableOrder(-1, true, "a >"))));

        page.runToTheEnd(1);
        assertEquals(before, page.shown(1));
        assertTrue(before.contains("|42|"), before);
        assertEquals(List.of(count, count + 1), page.executionCounts());
    }

    @Test
    void variablesComeWithClassSizeAndTypeAndNothingIsForced() throws InterruptedException {
        run(
                "n <- 3L; d <- as.Date('2024-01-02') + 0:1; m <- matrix(0, 2, 3); l <- list(1, 'b');"
                        + " miss <- quote(expr = ); s <- c('\\u{d55c}', NA);"
                        + " fa <- factor(c('a', 'b')); e <- new.env()");

        var found = variables();

        assertEquals(
                List.of("c", "d", "df", "e", "fa", "l", "late", "live", "m", "miss", "n", "s"),
                found.stream().map(Variable::name).sorted().toList());
        assertEquals(
                new Variable(
                        "m",
                        "matrix",
                        "",
                        List.of(2L, 3L),
                        "double",
                        264,
                        null,
                        null,
                        TableKind.MATRIX),
                named(found, "m"));
        assertEquals("promise", named(found, "late").type());
        assertEquals("active binding", named(found, "live").type());
        assertEquals("3", named(found, "n").preview());
        assertEquals("2024-01-02, 2024-01-03", named(found, "d").preview());
        assertEquals("\"한\", NA", named(found, "s").preview());
        assertEquals("a, b", named(found, "fa").preview());
        assertEquals(List.of(3L, 2L), named(found, "df").shape());
        assertEquals(TableKind.FRAME, named(found, "df").table());
        assertEquals(TableKind.NONE, named(found, "l").table());
    }

    @Test
    void aClassWhoseMethodsRaiseIsListedAllTheSame() throws InterruptedException {
        run(
                "for (name in c('length', 'format'))" // as a package does, else only cells see them
                        + " registerS3method(name, 'bad', function(x, ...) stop('no'));"
                        + " bad <- structure(1:3, class = 'bad')");

        var bad = named(variables(), "bad");

        assertEquals(List.of(3L), bad.shape());
        assertNull(bad.preview());
    }

    @Test
    void rowsAreTextOfEachKindOfColumn() throws InterruptedException {
        run(
                "k <- data.frame(n = c(0.5, NA, 123456789), i = c(100000L, NA, 3L),"
                        + " d = as.Date('2024-01-02') + 0:2, f = factor(c('x', NA, 'y')),"
                        + " city = c('\\u{c11c}\\u{c6b8}', '\\xff', NA),"
                        + " t = as.POSIXct('2024-01-02', tz = 'UTC') + 0:2,"
                        + " row.names = c('r1', 'r2', 'r3')); k$l <- list(1, NULL, c('a', 'b'));"
                        + " names(k)[[5]] <- '\\u{b098}\\u{c774}'");

        var part = rows("k", TableOrder.ALL);

        assertEquals(List.of("n", "i", "d", "f", "나이", "t", "l"), part.columns());
        assertEquals(
                Arrays.asList("0.5", "100000", "2024-01-02", "x", "서울", "2024-01-02 00:00:00", "1"),
                part.rows().getFirst().cells());
        assertEquals(
                Arrays.asList(null, null, "2024-01-03", null, "<ff>", "2024-01-02 00:00:01", null),
                part.rows().get(1).cells());
        assertEquals("123456789", part.rows().get(2).cells().getFirst());
        assertEquals("a, b", part.rows().get(2).cells().getLast());
        assertEquals("r3", part.rows().get(2).label());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "t      | FRAME  |  0 | true  | ~~",
                "t      | FRAME  |  0 | false | ~~",
                "t      | FRAME  |  1 | true  | ~~",
                "t      | FRAME  |  1 | false | `my col` >= 2",
                "t      | FRAME  |  2 | true  | f != 'z'",
                "one    | FRAME  |  0 | false | ~~",
                "m      | MATRIX |  1 | false | ~~",
                "m      | MATRIX |  1 | true  | V1 > 1",
                "x y    | VECTOR |  0 | false | ~~",
                "x y    | VECTOR |  0 | true  | `x y` > 1",
                "w      | VECTOR |  0 | true  | w > 'a'",
            })
    void theCodeForACellGivesTheSameRows(
            String name, TableKind kind, int sort, boolean ascending, String where)
            throws InterruptedException {
        run(
                "t <- data.frame(`my col` = c(2, NA, 1, 2, 3), s = c('b', 'a', NA, 'B', 'a'),"
                        + " f = factor(c('z', 'y', 'x', 'y', NA)), check.names = FALSE);"
                        + " one <- data.frame(a = c(2, 3, 1)); m <- matrix(c(3, 1, 2, 5, 9, 7), 3);"
                        + " `x y` <- c(p = 2, q = NA, r = 1, s = 5); w <- c('b', NA, 'a', 'c')");
        var order = new TableOrder(sort, ascending, where == null ? "" : where);
        var variable = named(variables(), name);
        assertEquals(kind, variable.table());
        var part = rows(name, order);

        run("same <- " + new RTables().code(variable, order, part.columns()));

        var same = rows("same", TableOrder.ALL);
        assertEquals(cells(part), cells(same));
        if (kind == TableKind.FRAME) {
            assertEquals(part.rows(), same.rows()); // they keep their names
        }
        assertTrue(part.shown() > 1, part::toString);
    }

    private static List<List<@Nullable String>> cells(TablePart part) {
        return part.rows().stream().map(TablePart.Row::cells).toList();
    }

    private static TablePart rows(String name, TableOrder order) throws InterruptedException {
        var answer = evaluate(question(name, order));
        var value = assertInstanceOf(Evaluation.Value.class, answer, answer::toString);
        return VariableAnswers.rows(value.json()).orElseThrow();
    }

    private static KernelQuestion question(String name, TableOrder order) {
        return new RTables().question(name, 1, order, 0, 100);
    }

    private static List<Variable> variables() throws InterruptedException {
        var answer = evaluate(new RVariables().question());
        var value = assertInstanceOf(Evaluation.Value.class, answer, answer::toString);
        return VariableAnswers.variables(value.json()).orElseThrow().variables();
    }

    private static Variable named(List<Variable> found, String name) {
        return found.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /// Runs code as a question that is not answered.
    private static void run(String code) throws InterruptedException {
        assertEquals(new Evaluation.Unsupported(), evaluate(KernelQuestion.ofCode(code)));
    }

    private static Evaluation evaluate(KernelQuestion question) throws InterruptedException {
        var answer = new AtomicReference<KernelAnswer<Evaluation>>();
        page.session.kernel().assist().evaluate("test", question, answer::set);
        page.until(() -> answer.get() != null);
        return (Evaluation) assertInstanceOf(KernelAnswer.Given.class, answer.get()).value();
    }
}
