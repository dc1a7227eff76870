package org.cellist.kernel.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers of Colab's, of both generations, and such as nobody should send.
class ColabReaderTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "0,             NONE, 0,                 CPU, ``,   false",
                "1,             T4,   1,                 GPU, T4,   true",
                "2,             V5E1, 0,                 TPU, V5E1, false",
                "\"VARIANT_GPU\", A100, \"SHAPE_HIGH_MEM\",  GPU, A100, true",
                "\"VARIANT_TPU\", v6e1, \"SHAPE_DEFAULT\",   TPU, V6E1, false",
                "\"DEFAULT\",     T4,   \"hm\",              CPU, ``,   true",
                "7,             T4,   null,              CPU, ``,   false"
            })
    void bothGenerationsNameMachines(
            String variant, String model, String shape, Kind kind, String read, boolean isLarge)
            throws Exception {
        var answer =
                """
                {"endpoint": "m-s-1", "variant": %s, "accelerator": "%s", "machineShape": %s}
                """
                        .formatted(variant, model, shape);

        var runtime = ColabReader.runtime(object(answer)).orElseThrow().runtime();

        assertEquals(new ColabMachine(kind, read, isLarge), runtime.machine());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"tokenExpiresInSeconds\": 120', 120",
        "'\"tokenTtl\": \"1800s\"', 1800",
        "'\"tokenTtl\": \"1800.5s\"', 1800",
        "'\"tokenTtl\": \"soon\"', 3600",
        "'\"tokenExpiresInSeconds\": -5', 3600",
        "'\"tokenExpiresInSeconds\": 1e300', 3600"
    })
    void aTokenLivesAsLongAsIsSaidOrAnHour(String said, long seconds) throws Exception {
        var pass = ColabReader.pass(object(proxy("https://a.colab.dev", said))).orElseThrow();

        assertEquals(Duration.ofSeconds(seconds), pass.lifetime());
        assertEquals("https://a.colab.dev/", pass.server().toString());
        assertFalse(pass.toString().contains("t0ken"), pass::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.colab.dev", // for all to read
                "ftp://a.colab.dev",
                "https://user:pass@a.colab.dev",
                "https://a.colab.dev?x=y",
                "https://",
                "a b"
            })
    void aTokenIsForAPlaceThatIsSafe(String url) throws Exception {
        assertTrue(ColabReader.pass(object(proxy(url, "\"tokenTtl\": \"1s\""))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "a..b", "a?b", "a b", "a\\u0000b", "."})
    void aNameThatWouldLeadElsewhereIsNone(String endpoint) throws Exception {
        assertTrue(ColabReader.runtime(object("{\"endpoint\": \"" + endpoint + "\"}")).isEmpty());
    }

    @Test
    void anAccountTellsWhatItMayHave() throws Exception {
        var account =
                ColabReader.account(
                        object(
                                """
                                {"subscriptionTier": "SUBSCRIPTION_TIER_PRO",
                                 "paidComputeUnitsBalance": 12.5, "consumptionRateHourly": "1.76",
                                 "eligibleAccelerators": [
                                   {"variant": "VARIANT_GPU", "models": ["T4", "T4", 5, "../x"]},
                                   {"variant": "VARIANT_NEW", "models": ["Q1"]}, 3],
                                 "ineligibleAccelerators": [{"variant": 2, "models": ["V6E1"]}],
                                 "freeCcuQuotaInfo": {"remainingTokens": "4200",
                                                      "nextRefillTimestampSec": 1900000000}}
                                """));

        assertEquals("PRO", account.tier());
        assertEquals(12.5, account.units());
        assertEquals(1.76, account.unitsPerHour());
        assertEquals(4.2, account.freeUnits());
        assertEquals(Instant.ofEpochSecond(1_900_000_000), account.refill());
        assertEquals(
                List.of(
                        ColabMachine.CPU,
                        new ColabMachine(Kind.GPU, "T4", false),
                        new ColabMachine(Kind.GPU, "5", false)),
                account.machines());
        assertEquals(List.of(new ColabMachine(Kind.TPU, "V6E1", false)), account.others());
    }

    @Test
    void anAccountThatTellsNothingHasNoNumbers() throws Exception {
        var account = ColabReader.account(object("{\"paidComputeUnitsBalance\": \"many\"}"));

        assertTrue(account.units() < 0 && account.unitsPerHour() < 0 && account.freeUnits() < 0);
        assertTrue(account.machines().isEmpty());
    }

    @Test
    void theLargestDiskIsTheRuntimes() throws Exception {
        var resources =
                ColabReader.resources(
                        object(
                                """
                                {"memory": {"totalBytes": 100, "freeBytes": 30}, "disks": [
                                 {"filesystem": {"totalBytes": 5, "usedBytes": 1}},
                                 {"filesystem": {"totalBytes": 9, "usedBytes": 4}}, {}],
                                 "gpus": [{"name": "Tesla T4", "memoryTotalBytes": 16}]}
                                """));

        assertEquals(70, resources.usedBytes());
        assertEquals(9, resources.diskBytes());
        assertEquals(4, resources.diskUsedBytes());
        assertEquals(16, resources.gpus().getFirst().memoryBytes());
        assertTrue(resources.gpus().getFirst().load() < 0);
    }

    /// Whatever stands in whichever place is read or left out; nothing is thrown.
    @Property(tries = 2000)
    void whateverIsAnsweredIsRead(@ForAll("answers") JsonObject answer) {
        ColabReader.runtimes(answer);
        ColabReader.runtime(answer)
                .ifPresent(it -> assertFalse(it.runtime().endpoint().contains("/")));
        ColabReader.pass(answer).ifPresent(it -> assertTrue(it.server().isPrivate(), it::toString));
        ColabReader.resources(answer);
        var account = ColabReader.account(answer);
        assertTrue(account.units() >= -1, account::toString);
    }

    @Provide
    Arbitrary<JsonObject> answers() {
        var names =
                Arbitraries.of(
                        "endpoint",
                        "assignments",
                        "runtimeProxyInfo",
                        "token",
                        "tokenTtl",
                        "tokenExpiresInSeconds",
                        "url",
                        "fit",
                        "variant",
                        "models",
                        "eligibleAccelerators",
                        "freeCcuQuotaInfo",
                        "remainingTokens",
                        "nextRefillTimestampSec",
                        "paidComputeUnitsBalance",
                        "memory",
                        "disks",
                        "filesystem",
                        "totalBytes",
                        "gpus");
        Arbitrary<JsonValue> leaf =
                Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(12).map(JsonString::new),
                        Arbitraries.of("https://a.b", "http://127.0.0.1:1", "3600s", "m-s-1")
                                .map(JsonString::new),
                        Arbitraries.of("1", "-0", "1e999", "NaN", "999999999999999999", "0.5")
                                .map(JsonNumber::new),
                        Arbitraries.of(true, false).map(JsonBoolean::new),
                        Arbitraries.just(new JsonNull()));
        var value =
                Arbitraries.lazyOf(
                        () -> leaf,
                        () -> leaf,
                        () -> this.<JsonValue>objects(names, leaf),
                        () ->
                                objects(names, leaf)
                                        .list()
                                        .ofMaxSize(3)
                                        .map(it -> new JsonArray(List.<JsonValue>copyOf(it))));
        return objects(names, value).map(JsonObject.class::cast);
    }

    private <T extends JsonValue> Arbitrary<JsonValue> objects(
            Arbitrary<String> names, Arbitrary<T> values) {
        return Arbitraries.maps(names, values)
                .ofMaxSize(8)
                .map(it -> new JsonObject(new TreeMap<String, JsonValue>(Map.copyOf(it))));
    }

    private static String proxy(String url, String more) {
        return "{\"token\": \"t0ken\", \"url\": \"" + url + "\", " + more + "}";
    }

    private static JsonObject object(String json) throws JsonSyntaxException {
        return RawJson.parse(json.getBytes(StandardCharsets.UTF_8)).object();
    }
}
