package org.cellist.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.Corpus;
import org.cellist.app.notebook.format.ReadProblem;
import org.cellist.app.notebook.metadata.MetadataFault;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text exists in both languages, and is used.
class BundlesTest {

    private static final Path SOURCES = Corpus.repository().resolve("app/src/main/java");
    private static final Path BUNDLES =
            Corpus.repository().resolve("app/src/main/resources/org/cellist/app/text");
    private static final Set<String> MADE_OF_CONSTANTS = madeOfConstants();
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern BUNDLE = Pattern.compile("\\bTexts\\.of\\(\"(\\w+)\"\\)");
    private static final Pattern ASKED =
            Pattern.compile("(?:\\btexts|\\bTexts\\.of\\(\"(\\w+)\"\\))\\s*\\.get\\(");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    /// Texts that are the same in both languages: names and arrangements of arguments.
    private static final Pattern SAME =
            Pattern.compile("(?:[^\\p{L}]|\\{\\d+}|Cellist|venv|conda|pyenv)*");

    static List<String> features() throws IOException {
        try (var files = Files.list(BUNDLES)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void bothLanguagesHaveTheSameKeys(String feature) throws IOException {
        assertEquals(
                bundle(feature + ".properties").stringPropertyNames(),
                bundle(feature + "_ko.properties").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("features")
    void bothLanguagesUseTheSameArguments(String feature) throws IOException {
        var english = bundle(feature + ".properties");
        var korean = bundle(feature + "_ko.properties");
        var different = new TreeSet<String>();

        for (var key : english.stringPropertyNames()) {
            if (!arguments(english, key).equals(arguments(korean, key))) {
                different.add(key);
            }
        }

        assertEquals(Set.of(), different);
    }

    @ParameterizedTest
    @MethodSource("features")
    void koreanIsKorean(String feature) throws IOException {
        var korean = bundle(feature + "_ko.properties");
        var foreign =
                korean.stringPropertyNames().stream()
                        .filter(key -> !HANGUL.matcher(korean.getProperty(key)).find())
                        .filter(key -> !SAME.matcher(korean.getProperty(key)).matches())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), foreign);
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyPatternCanBeFilledIn(String feature) throws IOException {
        for (var file : List.of(feature + ".properties", feature + "_ko.properties")) {
            var bundle = bundle(file);
            for (var key : bundle.stringPropertyNames()) {
                var text = bundle.getProperty(key);
                if (ARGUMENT.matcher(text).find()) {
                    new MessageFormat(text); // throws when a brace is left open
                    assertEquals(
                            -1,
                            text.replace("''", "").indexOf('\''),
                            file + ": " + key + " has a single ' that MessageFormat swallows");
                }
            }
        }
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        var words = literals();
        var unused = new TreeSet<String>();

        for (var feature : features()) {
            for (var key : bundle(feature + ".properties").stringPropertyNames()) {
                if (!isUsed(key, words)) {
                    unused.add(feature + ": " + key);
                }
            }
        }

        assertEquals(Set.of(), unused);
    }

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        var missing = new TreeSet<String>();
        int asked = 0;

        for (var file : javaFiles()) {
            var source = Files.readString(file);
            for (var call : ASKED.matcher(source).results().toList()) {
                var keys = keysOf(call.group(1), source);
                var argument = firstArgument(source, call.end());
                for (var literal : LITERAL.matcher(argument).results().toList()) {
                    asked++;
                    if (!isKey(literal.group(1), argument.contains("+"), keys)) {
                        missing.add(file.getFileName() + ": " + literal.group(1));
                    }
                }
            }
        }

        assertTrue(asked > 100, "only " + asked + " keys were found in the sources");
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyCommandHasANameAndAGroup() throws IOException {
        var keys = bundle("workbench.properties").stringPropertyNames();
        var missing =
                commandIds()
                        .flatMap(
                                id ->
                                        Stream.of(
                                                "command." + id,
                                                id.contains(".") ? groupOf(id) : "group.view"))
                        .filter(key -> !keys.contains(key))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), missing);
    }

    /// Returns the keys of the feature, or of all that the source names, or of all there are.
    private static Set<String> keysOf(@Nullable String feature, String source) throws IOException {
        var named = BUNDLE.matcher(source).results().map(result -> result.group(1)).toList();
        var keys = new HashSet<String>();
        for (var each : feature != null ? List.of(feature) : named.isEmpty() ? features() : named) {
            keys.addAll(bundle(each + ".properties").stringPropertyNames());
        }
        return keys;
    }

    /// @param isPart whether the literal is put together with something to make a key
    private static boolean isKey(String literal, boolean isPart, Set<String> keys) {
        return isPart
                ? keys.stream().anyMatch(key -> key.startsWith(literal) || key.endsWith(literal))
                : keys.contains(literal);
    }

    private static String firstArgument(String source, int from) {
        int depth = 0;
        for (int at = from; at < source.length(); at++) {
            char c = source.charAt(at);
            if (depth == 0 && (c == ',' || c == ')')) {
                return source.substring(from, at);
            }
            depth += "({[".indexOf(c) >= 0 ? 1 : 0;
            depth -= ")}]".indexOf(c) >= 0 ? 1 : 0;
        }
        throw new AssertionError("a call without an end");
    }

    /// A key stands in the sources whole, or in two parts that are put together, as in
    /// `"command." + key` and `key + ".meaning"`, or it is made of a constant's name.
    private static boolean isUsed(String key, Set<String> words) {
        if (words.contains(key) || MADE_OF_CONSTANTS.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            boolean joined =
                    words.contains(key.substring(0, dot + 1))
                            && words.contains(key.substring(dot + 1));
            boolean extended =
                    words.contains(key.substring(0, dot)) && words.contains(key.substring(dot));
            if (joined || extended) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> madeOfConstants() {
        var problems =
                Arrays.stream(ReadProblem.Kind.values())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .map(kind -> "read." + kind)
                        .flatMap(key -> Stream.of(key, key + ".meaning", key + ".remedy"));
        var commands = commandIds().map(BundlesTest::groupOf);
        var faults = Arrays.stream(MetadataFault.Problem.values()).map(fault -> "fault." + fault);
        var slides =
                Arrays.stream(SlideType.values())
                        .flatMap(type -> Stream.of("slide." + type, "slide." + type + ".meaning"));
        return Stream.of(problems, commands, faults, slides)
                .flatMap(Function.identity())
                .collect(Collectors.toSet());
    }

    private static Stream<String> commandIds() {
        return Stream.concat(
                Arrays.stream(PageCommand.values()).map(PageCommand::id),
                Arrays.stream(WindowCommand.values()).map(WindowCommand::id));
    }

    private static String groupOf(String id) {
        return "group." + id.substring(0, Math.max(0, id.indexOf('.')));
    }

    private static Set<String> literals() throws IOException {
        var found = new HashSet<String>();
        for (var file : javaFiles()) {
            LITERAL.matcher(Files.readString(file)).results().forEach(r -> found.add(r.group(1)));
        }
        return found;
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> arguments(Properties bundle, String key) {
        var found = new ArrayList<String>();
        ARGUMENT.matcher(bundle.getProperty(key, ""))
                .results()
                .forEach(result -> found.add(result.group()));
        return found.stream().distinct().sorted().toList();
    }

    private static Properties bundle(String name) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(BUNDLES.resolve(name))));
        return properties;
    }
}
