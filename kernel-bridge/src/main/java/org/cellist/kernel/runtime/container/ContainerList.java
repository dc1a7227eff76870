package org.cellist.kernel.runtime.container;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.Container.Engine;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.jspecify.annotations.Nullable;

/// Reads what engines say of their containers: Docker one object in each line, Podman all of them
/// in an array. What has an odd name is left out. Stateless.
final class ContainerList {

    private static final String RUNNING = "running";

    private ContainerList() {}

    /// A container with its id, which is the same to every program that shows it. Immutable.
    record Listed(String id, NearbyHost host) {}

    static Stream<Listed> read(Engine engine, String said) {
        return said.stripLeading().startsWith("[")
                ? objects(said).flatMap(it -> listed(engine, it))
                : said.lines().flatMap(ContainerList::objects).flatMap(it -> listed(engine, it));
    }

    private static Stream<JsonObject> objects(String json) {
        try {
            var value = RawJson.parse(json.getBytes(StandardCharsets.UTF_8)).value();
            return switch (value) {
                case JsonObject object -> Stream.of(object);
                case JsonArray(var items) ->
                        items.stream()
                                .filter(JsonObject.class::isInstance)
                                .map(JsonObject.class::cast);
                default -> Stream.empty();
            };
        } catch (JsonSyntaxException _) {
            return Stream.empty(); // a warning, or an empty line
        }
    }

    private static Stream<Listed> listed(Engine engine, JsonObject said) {
        var state = state(said);
        return Container.of(engine, name(said.get("Names"))).stream()
                .map(
                        it ->
                                new Listed(
                                        text(said, "ID").isEmpty()
                                                ? text(said, "Id")
                                                : text(said, "ID"),
                                        new NearbyHost(
                                                it,
                                                text(said, "Image"),
                                                state,
                                                state.equals(RUNNING))));
    }

    /// Docker before 20.10 has it in words only.
    private static String state(JsonObject said) {
        var state = text(said, "State");
        if (!state.isEmpty()) {
            return state.toLowerCase(Locale.ROOT);
        }
        boolean isUp = text(said, "Status").startsWith("Up") && !text(said, "Status").endsWith(")");
        return isUp ? RUNNING : "exited";
    }

    private static String name(@Nullable JsonValue names) {
        return switch (names) {
            case JsonString(var text) -> text.split(",", -1)[0];
            case JsonArray(var items)
                    when !items.isEmpty() && items.getFirst() instanceof JsonString(var text) ->
                    text;
            case null, default -> "";
        };
    }

    private static String text(JsonObject said, String member) {
        return Objects.requireNonNullElse(said.string(member), "");
    }
}
