package dev.rwtui.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rwtui.facts.model.Gpu;
import dev.rwtui.facts.model.GpuReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The JSON of rocm-smi, whose keys are spelled otherwise in every second release. */
final class RocmTable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RocmTable() {}

    /** Its GPUs, or what it said in place of them; warnings may stand before the JSON. */
    static GpuReport parse(String text) {
        int begin = text.indexOf('{');
        JsonNode root;
        try {
            root = MAPPER.readTree(begin < 0 ? "" : text.substring(begin));
        } catch (JsonProcessingException e) {
            return new GpuReport.Failed(said(text));
        }
        Map<Integer, Gpu> gpus = new TreeMap<>();
        root.properties().forEach(card -> {
            if (card.getKey().matches("card\\d{1,4}")) {
                int index = Integer.parseInt(card.getKey().substring("card".length()));
                gpus.put(index, gpu(index, values(card.getValue())));
            }
        });
        if (gpus.isEmpty()) {
            return new GpuReport.Failed(said(text));
        }
        Optional<String> driver = told(values(root.path("system")), "driver version"::equals);
        return new GpuReport.Gpus(new ArrayList<>(gpus.values()), driver, Optional.empty());
    }

    private static String said(String text) {
        return text.isBlank() ? "rocm-smi says nothing" : text.strip();
    }

    /** By key in lower case. */
    private static Map<String, String> values(JsonNode card) {
        Map<String, String> values = new TreeMap<>();
        card.properties()
                .forEach(value -> values.put(
                        value.getKey().toLowerCase(Locale.ROOT),
                        value.getValue().asText().strip()));
        return values;
    }

    private static Gpu gpu(int index, Map<String, String> values) {
        return new Gpu(
                index,
                told(values, "unique id"::equals),
                told(values, "pci bus"::equals),
                name(values),
                new Gpu.Use(
                        told(values, "gpu use (%)"::equals).flatMap(Numbers::rounded),
                        told(values, "vram total used memory (b)"::equals).flatMap(Numbers::whole),
                        told(values, "vram total memory (b)"::equals).flatMap(Numbers::whole)),
                temperature(values).flatMap(Numbers::rounded),
                told(values, key -> key.contains("package power (w)") && !key.startsWith("max"))
                        .flatMap(Numbers::decimal),
                Gpu.Mig.UNSUPPORTED,
                Optional.empty(),
                Optional.empty());
    }

    /** Words before numbers of the PCI kind. */
    private static String name(Map<String, String> values) {
        return List.of("card series", "device name", "card model").stream()
                .flatMap(key -> told(values, key::equals).stream())
                .filter(name -> !name.startsWith("0x"))
                .findFirst()
                .orElse("AMD GPU");
    }

    /** Of its edge; a module has none and tells its junction's. */
    private static Optional<String> temperature(Map<String, String> values) {
        return told(values, key -> key.startsWith("temperature (sensor edge)"))
                .or(() -> told(values, key -> key.startsWith("temperature (sensor junction)")));
    }

    private static Optional<String> told(Map<String, String> values, Predicate<String> key) {
        return values.entrySet().stream()
                .filter(value -> key.test(value.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isEmpty() && !value.equals("N/A"))
                .findFirst();
    }
}
