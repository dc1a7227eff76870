package org.cellist.kernel.runtime;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The ways in which notebooks spell a language. Immutable.
public final class LanguageNames {

    /// Beginnings of kernelspec names, and the language each stands for; the longest one counts.
    private static final Map<String, String> BY_KERNEL = byKernel();

    private LanguageNames() {}

    /// Returns one spelling for a language: lower case, without a version (`Python 3` → `python`,
    /// `C++17` → `c++`).
    public static String normal(String language) {
        var plain = language.strip().toLowerCase(Locale.ROOT).replaceAll("[ ._-]*[0-9.]+$", "");
        return switch (plain) {
            case "ipython", "py", "cpython" -> "python";
            case "cpp", "xcpp", "cxx" -> "c++";
            case "js", "node", "nodejs", "ecmascript" -> "javascript";
            case "ts" -> "typescript";
            case "sh", "shell", "zsh" -> "bash";
            default -> plain;
        };
    }

    /// Returns the language of a notebook, from its own words if it has any, else from the name
    /// of its kernelspec; empty if neither tells.
    public static String of(@Nullable String kernelspecName, @Nullable String language) {
        if (language != null && !language.isBlank()) {
            return normal(language);
        }
        if (kernelspecName == null) {
            return "";
        }
        var name = kernelspecName.toLowerCase(Locale.ROOT);
        return BY_KERNEL.entrySet().stream()
                .filter(it -> name.startsWith(it.getKey()))
                .max(Comparator.comparingInt(it -> it.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    private static Map<String, String> byKernel() {
        var languages = new LinkedHashMap<String, String>();
        languages.put("python", "python");
        languages.put("ipython", "python");
        languages.put("xpython", "python");
        languages.put("conda-", "python");
        languages.put("venv", "python");
        languages.put(".venv", "python");
        languages.put("ir", "r");
        languages.put("xr", "r");
        languages.put("iruby", "ruby");
        languages.put("irust", "rust");
        languages.put("julia", "julia");
        languages.put("java", "java");
        languages.put("jjava", "java");
        languages.put("ijava", "java");
        languages.put("rapaio", "java");
        languages.put("javascript", "javascript");
        languages.put("jslab", "javascript");
        languages.put("deno", "typescript");
        languages.put("tslab", "typescript");
        languages.put("bash", "bash");
        languages.put("xcpp", "c++");
        languages.put("xeus-cling", "c++");
        languages.put("octave", "octave");
        languages.put("kotlin", "kotlin");
        languages.put("scala", "scala");
        languages.put("almond", "scala");
        languages.put("gophernotes", "go");
        languages.put("gonb", "go");
        languages.put("rust", "rust");
        languages.put("ruby", "ruby");
        languages.put("haskell", "haskell");
        languages.put("ihaskell", "haskell");
        languages.put("sagemath", "sagemath");
        return Map.copyOf(languages);
    }
}
