package org.cellist.kernel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether a kernelspec says that its kernel can encrypt.
class KernelspecFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"supported_encryption\":[\"curve\"]}|true",
                "{\"supported_encryption\":[\"tls\",\" CURVE \"]}|true",
                "{\"supported_encryption\":\"curve\"}|true",
                "{\"supported_encryption\":[]}|false",
                "{\"supported_encryption\":{\"curve\":true}}|false",
                "{\"supported_encryption\":[true,null]}|false",
                "{\"debugger\":true}|false",
            })
    void aKernelCanEncryptIfItsMetadataSaySo(String metadata, boolean canEncrypt) throws Exception {
        var bytes = metadata.getBytes(StandardCharsets.UTF_8);
        var file =
                new KernelspecFile(
                        List.of("python"),
                        "",
                        "",
                        InterruptMode.SIGNAL,
                        Map.of(),
                        (JsonObject) RawJson.parse(bytes).value());

        assertEquals(canEncrypt, file.supportsCurve());
    }
}
