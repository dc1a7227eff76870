package org.cellist.app.cli.parameters;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cellist.app.cli.parameters.Dialect.Brackets;
import org.cellist.app.cli.parameters.Dialect.Collections;
import org.cellist.app.cli.parameters.Dialect.Constants;
import org.cellist.app.cli.parameters.Dialect.Integers;

/// The languages that parameters can be written in. Immutable.
final class Dialects {

    private static final Brackets SQUARE = new Brackets("[", ", ", "]");
    private static final Brackets CURLY = new Brackets("{", ", ", "}");
    private static final Integers PLAIN = new Integers("%s", "%s");

    private static final Dialect PYTHON =
            new Dialect(
                    "#",
                    "%s = %s",
                    new Constants(
                            "None",
                            "True",
                            "False",
                            "float('nan')",
                            "float('inf')",
                            "float('-inf')"),
                    new Collections(SQUARE, CURLY, "%s: %s"),
                    PLAIN,
                    "",
                    "");

    private static final Dialect R =
            new Dialect(
                    "#",
                    "%s = %s",
                    new Constants("NULL", "TRUE", "FALSE", "NaN", "Inf", "-Inf"),
                    new Collections(
                            new Brackets("list(", ", ", ")"),
                            new Brackets("list(", ", ", ")"),
                            "%s = %s"),
                    PLAIN,
                    "",
                    "_");

    private static final Dialect JULIA =
            new Dialect(
                    "#",
                    "%s = %s",
                    new Constants("nothing", "true", "false", "NaN", "Inf", "-Inf"),
                    new Collections(SQUARE, new Brackets("Dict(", ", ", ")"), "%s => %s"),
                    PLAIN,
                    "$",
                    "");

    private static final Dialect SCALA =
            new Dialect(
                    "//",
                    "val %s = %s",
                    new Constants(
                            "None",
                            "true",
                            "false",
                            "Double.NaN",
                            "Double.PositiveInfinity",
                            "Double.NegativeInfinity"),
                    new Collections(
                            new Brackets("Seq(", ", ", ")"),
                            new Brackets("Map(", ", ", ")"),
                            "%s -> %s"),
                    new Integers("%sL", "BigInt(\"%s\")"),
                    "",
                    "");

    private static final Dialect JAVA =
            new Dialect(
                    "//",
                    "var %s = %s;",
                    new Constants(
                            "(Object) null",
                            "true",
                            "false",
                            "Double.NaN",
                            "Double.POSITIVE_INFINITY",
                            "Double.NEGATIVE_INFINITY"),
                    new Collections(
                            new Brackets("java.util.Arrays.asList(", ", ", ")"),
                            new Brackets(
                                    "new java.util.LinkedHashMap<String, Object>() {{ ",
                                    " ",
                                    " }}"),
                            "put(%s, %s);"),
                    new Integers("%sL", "new java.math.BigInteger(\"%s\")"),
                    "",
                    "");

    private static final Dialect KOTLIN =
            new Dialect(
                    "//",
                    "val %s = %s",
                    new Constants(
                            "null",
                            "true",
                            "false",
                            "Double.NaN",
                            "Double.POSITIVE_INFINITY",
                            "Double.NEGATIVE_INFINITY"),
                    new Collections(
                            new Brackets("listOf(", ", ", ")"),
                            new Brackets("mapOf(", ", ", ")"),
                            "%s to %s"),
                    new Integers("%sL", "java.math.BigInteger(\"%s\")"),
                    "$",
                    "");

    private static final Dialect JAVASCRIPT =
            new Dialect(
                    "//",
                    "var %s = %s;",
                    new Constants("null", "true", "false", "NaN", "Infinity", "-Infinity"),
                    new Collections(SQUARE, CURLY, "%s: %s"),
                    new Integers("%s", "%sn"),
                    "",
                    "");

    private static final Map<String, Dialect> BY_LANGUAGE =
            Map.ofEntries(
                    Map.entry("python", PYTHON),
                    Map.entry("python3", PYTHON),
                    Map.entry("ipython", PYTHON),
                    Map.entry("r", R),
                    Map.entry("julia", JULIA),
                    Map.entry("scala", SCALA),
                    Map.entry("java", JAVA),
                    Map.entry("kotlin", KOTLIN),
                    Map.entry("javascript", JAVASCRIPT),
                    Map.entry("typescript", JAVASCRIPT));

    private Dialects() {}

    /// Returns how a language is written.
    ///
    /// @param language as a kernelspec or a notebook names it, in any case
    static Optional<Dialect> of(String language) {
        return Optional.ofNullable(BY_LANGUAGE.get(language.toLowerCase(Locale.ROOT)));
    }
}
