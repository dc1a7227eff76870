package org.cellist.kernel.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// Our JSON beside Jackson's, which knows nothing of it: what one writes, the other reads as the
/// same.
class JsonOracleTest {

    private static final int DEPTH = 5;
    private static final String[] TEXTS = {
        "", "a", "한글", "\"\\/\b\f\n\r\t", "\u0000\u001f\u007f\u2028", "😀", "print('x')\n", "é"
    };
    private static final String[] NUMBERS = {
        "0", "-1", "7", "1.50", "-0.25e3", "123456789012345678901234567890", "1e-7", "2E+5"
    };

    private final JsonMapper jackson =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @Property
    void whatWeWriteJacksonReads(@ForAll long seed) throws Exception {
        var value = value(new Random(seed), DEPTH);

        assertEquals(ours(value), theirs(jackson.readTree(JsonText.compact(value))));
    }

    @Property
    void whatJacksonWritesWeRead(@ForAll long seed, @ForAll boolean pretty, @ForAll boolean ascii)
            throws Exception {
        var node = jackson.readTree(JsonText.compact(value(new Random(seed), DEPTH)));
        ObjectWriter writer = pretty ? jackson.writerWithDefaultPrettyPrinter() : jackson.writer();
        if (ascii) {
            writer = writer.with(JsonWriteFeature.ESCAPE_NON_ASCII);
        }

        var read = RawJson.parse(writer.writeValueAsString(node).getBytes(UTF_8)).value();

        assertEquals(theirs(node), ours(read));
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new JsonString(TEXTS[random.nextInt(TEXTS.length)]);
            case 1 -> new JsonNumber(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 2 -> new JsonBoolean(random.nextBoolean());
            case 3 -> new JsonNull();
            case 4 -> {
                var items = new ArrayList<JsonValue>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                yield new JsonArray(items);
            }
            default -> {
                var members = new LinkedHashMap<String, JsonValue>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    var name = TEXTS[random.nextInt(TEXTS.length)] + i;
                    members.put(name, value(random, depth - 1));
                }
                yield new JsonObject(members);
            }
        };
    }

    /// The value in Java's own terms; numbers by what they are worth.
    private static Object ours(JsonValue value) {
        return switch (value) {
            case JsonObject(var members) -> {
                var pairs = new ArrayList<Object>();
                members.forEach((name, member) -> pairs.add(List.of(name, ours(member))));
                yield Map.of("members", pairs);
            }
            case JsonArray(var items) -> items.stream().map(JsonOracleTest::ours).toList();
            case JsonString(var text) -> text;
            case JsonNumber(var lexeme) -> worth(new BigDecimal(lexeme));
            case JsonBoolean(var flag) -> flag;
            case JsonNull() -> Map.of();
        };
    }

    private static Object theirs(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var pairs = new ArrayList<Object>();
                node.properties()
                        .forEach(it -> pairs.add(List.of(it.getKey(), theirs(it.getValue()))));
                yield Map.of("members", pairs);
            }
            case ARRAY -> node.valueStream().map(JsonOracleTest::theirs).toList();
            case STRING -> node.textValue();
            case NUMBER -> worth(node.decimalValue());
            case BOOLEAN -> node.booleanValue();
            case NULL -> Map.of();
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException(node.toString());
        };
    }

    private static BigDecimal worth(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
