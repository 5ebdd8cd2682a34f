package dev.mote.device.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mote.codegen.Core;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The file {@code devices.yaml}: a list of devices. docs/devices.md tells its keys. */
final class DeviceReader {
    private static final String FILE = "devices.yaml";
    private static final Set<String> REQUIRED = Set.of(
            "name",
            "title",
            "microcontroller",
            "core",
            "flash_bytes",
            "ram_bytes",
            "memory",
            "clock_hertz",
            "fpu",
            "sources");
    private static final Set<String> OPTIONAL = Set.of(
            "aliases",
            "board",
            "constant_bytes",
            "flash_access",
            "dsp",
            "mve",
            "volts",
            "active_amperes",
            "sleep_amperes");

    private DeviceReader() {}

    static List<Device> read() {
        try (InputStream file = DeviceReader.class.getResourceAsStream(FILE)) {
            List<Device> devices = new ArrayList<>();
            new YAMLMapper().readTree(file).forEach(node -> devices.add(device(node)));
            return List.copyOf(devices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if a key is missing or unknown */
    private static Device device(JsonNode node) {
        requireKeys(node);
        return new Device(
                node.get("name").textValue(),
                texts(node.path("aliases")),
                node.get("title").textValue(),
                node.get("microcontroller").textValue(),
                Core.of(node.get("core").textValue()),
                node.path("board").asText(""),
                node.get("flash_bytes").longValue(),
                node.get("ram_bytes").longValue(),
                node.has("constant_bytes")
                        ? OptionalLong.of(node.get("constant_bytes").longValue())
                        : OptionalLong.empty(),
                node.get("memory").textValue(),
                Device.FlashAccess.valueOf(
                        node.path("flash_access").asText("on_chip").toUpperCase(Locale.ROOT)),
                node.get("clock_hertz").longValue(),
                Device.Fpu.valueOf(node.get("fpu").textValue().toUpperCase(Locale.ROOT)),
                node.path("dsp").booleanValue(),
                node.path("mve").booleanValue(),
                real(node, "volts"),
                real(node, "active_amperes"),
                real(node, "sleep_amperes"),
                texts(node.get("sources")));
    }

    private static void requireKeys(JsonNode node) {
        Set<String> missing = new TreeSet<>(REQUIRED);
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(key -> {
            if (!missing.remove(key) && !OPTIONAL.contains(key)) {
                unknown.add(key);
            }
        });
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException(
                    FILE + ": " + node.path("name").asText() + ": lacks " + missing + ", does not know " + unknown);
        }
    }

    private static OptionalDouble real(JsonNode node, String key) {
        return node.has(key) ? OptionalDouble.of(node.get(key).doubleValue()) : OptionalDouble.empty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
