package org.cellist.kernel.runtime.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.runtime.jupyter.ColabAccount;
import org.cellist.kernel.runtime.jupyter.ColabGrant;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;

/// Reads what Colab answers. Two generations of its interface name the same things differently:
/// `2`, `"VARIANT_TPU"`; `1`, `"SHAPE_HIGH_MEM"`; `3600`, `"3600s"`. What makes no sense is left
/// out.
///
/// Stateless.
final class ColabReader {

    /// What a token is good for where Colab does not say.
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.\\d{1,9})?s?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,18})?");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9_-]{1,24}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final double MILLI = 1000;

    private ColabReader() {}

    /// A runtime, and what opens its server; null where Colab gave nothing that does.
    record Assigned(ColabRuntime runtime, @Nullable ProxyPass pass) {}

    /// Reads a runtime; empty for what has no name, or one that could not be part of an address.
    static Optional<Assigned> runtime(JsonObject answer) {
        var endpoint = answer.string("endpoint");
        if (endpoint == null || !isName(endpoint)) {
            return Optional.empty();
        }
        var pass = pass(answer.object("runtimeProxyInfo")).orElse(null);
        var runtime =
                new ColabRuntime(
                        endpoint,
                        machine(answer),
                        pass == null ? null : pass.server(),
                        seconds(answer.get("fit")));
        return Optional.of(new Assigned(runtime, pass));
    }

    /// Two dots would lead out of where the name stands in an address.
    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.contains("..") && !text.equals(".");
    }

    /// Reads what came of giving access; empty for a page that no browser should be sent to.
    static Optional<ColabGrant> grant(JsonObject answer) {
        if (answer.get("success") instanceof JsonBoolean(boolean is) && is) {
            return Optional.of(new ColabGrant.Given());
        }
        var page = answer.string("unauthorized_redirect_uri");
        if (page == null || page.isEmpty()) {
            return Optional.of(new ColabGrant.Denied());
        }
        try {
            var address = URI.create(page);
            return "https".equals(address.getScheme()) && address.getHost() != null
                    ? Optional.of(new ColabGrant.WantsAgreement(address))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Reads the runtimes of a list.
    static List<Assigned> runtimes(JsonObject answer) {
        return objects(answer.get("assignments")).stream()
                .flatMap(it -> runtime(it).stream())
                .toList();
    }

    /// Reads what opens a proxy; empty where there is no token, or none that could be a header,
    /// or a place that is not safe.
    static Optional<ProxyPass> pass(JsonObject answer) {
        var token = answer.string("token");
        var url = answer.string("url");
        if (token == null || url == null || !token.matches("[\\x21-\\x7e]{1,8192}")) {
            return Optional.empty();
        }
        var told = seconds(answer.get("tokenExpiresInSeconds"));
        var lifetime = told == null ? seconds(answer.get("tokenTtl")) : told;
        return server(url)
                .map(it -> new ProxyPass(token, lifetime == null ? USUAL_LIFETIME : lifetime, it));
    }

    private static Optional<ServerAddress> server(String url) {
        try {
            var server = new ServerAddress(URI.create(url.endsWith("/") ? url : url + "/"));
            return server.isPrivate() ? Optional.of(server) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static ColabMachine machine(JsonObject answer) {
        var model = answer.string("accelerator");
        var known = model == null || !isModel(model) ? "" : model.toUpperCase(Locale.ROOT);
        var shape = text(answer.get("machineShape"));
        boolean isLarge = shape.equals("1") || shape.endsWith("HIGH_MEM") || shape.equals("hm");
        var kind = kind(answer.get("variant")).orElse(Kind.CPU);
        return new ColabMachine(kind, kind == Kind.CPU ? "" : known, isLarge);
    }

    /// `NONE` is how it names no accelerator.
    private static boolean isModel(String text) {
        return MODEL.matcher(text).matches() && !text.equalsIgnoreCase("NONE");
    }

    private static Optional<Kind> kind(@Nullable JsonValue variant) {
        return switch (text(variant).replace("VARIANT_", "")) {
            case "0", "DEFAULT", "CPU" -> Optional.of(Kind.CPU);
            case "1", "GPU" -> Optional.of(Kind.GPU);
            case "2", "TPU" -> Optional.of(Kind.TPU);
            default -> Optional.empty();
        };
    }

    /// Reads what is said of an account. An account may always have a CPU.
    static ColabAccount account(JsonObject answer) {
        var free = answer.object("freeCcuQuotaInfo");
        var milliUnits = number(free.get("remainingTokens"));
        var refill = number(free.get("nextRefillTimestampSec"));
        var tier = text(answer.get("subscriptionTier")).replace("SUBSCRIPTION_TIER_", "");
        var machines = machines(answer.get("eligibleAccelerators"));
        if (!machines.isEmpty() && !machines.contains(ColabMachine.CPU)) {
            machines.addFirst(ColabMachine.CPU);
        }
        return new ColabAccount(
                MODEL.matcher(tier).matches() ? tier : "",
                number(answer.get("paidComputeUnitsBalance")),
                number(answer.get("consumptionRateHourly")),
                milliUnits < 0 ? milliUnits : milliUnits / MILLI,
                refill > 0 ? Instant.ofEpochSecond((long) refill) : null,
                machines,
                machines(answer.get("ineligibleAccelerators")));
    }

    private static List<ColabMachine> machines(@Nullable JsonValue list) {
        var found = new ArrayList<ColabMachine>();
        for (var each : objects(list)) {
            var kind = kind(each.get("variant"));
            if (kind.isPresent() && each.get("models") instanceof JsonArray(var models)) {
                for (var model : models) {
                    var machine = new ColabMachine(kind.get(), text(model), false);
                    if (isModel(machine.model()) && !found.contains(machine)) {
                        found.add(machine);
                    }
                }
            }
        }
        return found;
    }

    /// Reads how full a runtime is.
    static ColabResources resources(JsonObject answer) {
        var memory = answer.object("memory");
        long disk = -1;
        long diskUsed = -1;
        for (var each : objects(answer.get("disks"))) {
            var system = each.object("filesystem");
            long size = (long) number(system.get("totalBytes"));
            if (size > disk) {
                disk = size;
                diskUsed = (long) number(system.get("usedBytes"));
            }
        }
        var gpus =
                objects(answer.get("gpus")).stream()
                        .map(
                                it ->
                                        new ColabResources.Gpu(
                                                text(it.get("name")),
                                                (long) number(it.get("memoryTotalBytes")),
                                                (long) number(it.get("memoryUsedBytes")),
                                                number(it.get("gpuUtilization"))))
                        .toList();
        return new ColabResources(
                (long) number(memory.get("totalBytes")),
                (long) number(memory.get("freeBytes")),
                disk,
                diskUsed,
                gpus);
    }

    private static List<JsonObject> objects(@Nullable JsonValue list) {
        return list instanceof JsonArray(var items)
                ? items.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }

    /// Returns a text or a number as it was written; empty for anything else.
    static String text(@Nullable JsonValue value) {
        return switch (value) {
            case JsonString(var text) -> text;
            case JsonNumber(var digits) -> digits;
            case null, default -> "";
        };
    }

    /// Returns a number that is not negative, written as one or as a text; else -1.
    private static double number(@Nullable JsonValue value) {
        var text = text(value);
        return NUMBER.matcher(text).matches() ? Math.max(-1, Double.parseDouble(text)) : -1;
    }

    private static @Nullable Duration seconds(@Nullable JsonValue value) {
        var digits = SECONDS.matcher(text(value));
        return digits.matches() ? Duration.ofSeconds(Long.parseLong(digits.group(1))) : null;
    }
}
