package dev.mote.app.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mote.app.studio.StudioProcess;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about models. */
class ModelIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> UNDER_WAY = Set.of("waiting", "running");

    @TempDir
    static Path workspace;

    @AutoClose
    private static StudioProcess studio;

    @BeforeAll
    static void start() throws IOException {
        ModelWorkspace.fill(workspace);
        studio = StudioProcess.start(workspace);
    }

    @Test
    void tellsWhatAModelIs() throws Exception {
        JsonNode model = get(ModelWorkspace.INT8, "");
        assertEquals("int8", model.get("kind").textValue());
        assertTrue(model.get("runs").booleanValue());
        assertEquals("1x28x28x1", model.get("inputs").get(0).get("shape").textValue());
        assertEquals(10, model.get("labels").size());
        assertEquals("synthetic-digits", model.get("provenance").get("dataset").textValue());
        assertEquals(ModelWorkspace.FLOAT, model.get("float_model").textValue());
        assertTrue(model.get("int8_model").isNull());
        assertTrue(model.get("arena_bytes").intValue() >= 784);
        assertEquals("step 0 CONV_2D", model.get("peak").get("step").textValue());
        assertEquals("float", get(ModelWorkspace.FLOAT, "").get("kind").textValue());
    }

    @Test
    void drawsGraphAndMemory() throws Exception {
        JsonNode graph = get(ModelWorkspace.INT8, "/graph");
        assertEquals(4, graph.get("operators").intValue());
        assertEquals(6, graph.get("boxes").size());
        assertEquals(5, graph.get("arrows").size());
        for (String picture : new String[] {"/graph.svg", "/memory.svg"}) {
            HttpResponse<String> svg = studio.get("/api/models/" + ModelWorkspace.INT8 + picture);
            assertEquals(200, svg.statusCode());
            assertTrue(svg.headers().firstValue("Content-Type").orElse("").startsWith("image/svg+xml"));
            assertTrue(svg.body().startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\""), svg.body());
        }
        assertEquals(4, get(ModelWorkspace.INT8, "/memory").get("steps").size());
    }

    @Test
    void estimatesEachLayer() throws Exception {
        JsonNode table = get(ModelWorkspace.INT8, "/layers?board=microbit&opt=size");
        assertEquals("estimated", table.get("origin").textValue());
        assertEquals("Cortex-M0", table.get("core").textValue());
        assertEquals(4, table.get("layers").size());
        assertEquals("RELU", table.get("layers").get(0).get("activation").textValue());
        assertEquals("input", table.get("layers").get(0).get("reads").get(0).textValue());
        long sum = 0;
        for (JsonNode layer : table.get("layers")) {
            sum += layer.get("instructions").longValue();
        }
        assertEquals(sum, table.get("instructions").longValue());
        assertTrue(sum > table.get("macs").longValue(), "a MAC takes more than an instruction of a Cortex-M0");
        assertEquals(400, status("/layers?board=..%2F..%2Fetc&opt=size"));
        assertEquals(400, status("/layers?board=microbit&opt=-O3"));
    }

    @Test
    void comparesWithTheFloatModel() throws Exception {
        JsonNode table = get(ModelWorkspace.INT8, "/error");
        assertEquals("", table.get("why").textValue());
        assertEquals("synthetic-digits, test split", table.get("data").textValue());
        assertTrue(table.get("synthetic").booleanValue());
        assertEquals(100, table.get("samples").intValue());
        assertEquals(4, table.get("layers").size());
        double first = table.get("layers").get(0).get("sqnr_db").doubleValue();
        assertTrue(first > 25 && first < 80, "first layer: " + first);
        assertFalse(get(ModelWorkspace.FLOAT, "/error").get("why").textValue().isEmpty());
    }

    @Test
    void judgesDevices() throws Exception {
        JsonNode table = get(ModelWorkspace.INT8, "/devices?cell=CR2032&every=2");
        assertEquals(2, table.get("every_seconds").intValue());
        assertTrue(table.get("devices").size() > 20);
        boolean knowsBattery = false;
        for (JsonNode device : table.get("devices")) {
            assertEquals(
                    device.get("fits").booleanValue(),
                    device.get("obstacle").textValue().isEmpty());
            knowsBattery |= !device.get("battery_days").isNull();
        }
        assertTrue(knowsBattery);
        assertEquals(400, status("/devices?every=0"));
        assertEquals(400, status("/devices?every=soon"));
        assertEquals(400, status("/devices?cell=/etc/passwd"));
    }

    /** Where compiler or emulator are missing, one line says which. */
    @Test
    void measuresOnAnEmulatedBoard() throws Exception {
        String path = "/api/models/" + ModelWorkspace.INT8 + "/measure?board=mps2-an386&opt=speed";
        assertEquals("none", json(studio.get(path)).get("state").textValue());
        assertEquals(202, studio.post(path, "{}").statusCode());
        JsonNode now = json(studio.get(path));
        for (int i = 0; i < 600 && UNDER_WAY.contains(now.get("state").textValue()); i++) {
            Thread.sleep(100);
            now = json(studio.get(path));
        }
        if (now.get("state").textValue().equals("failed")) {
            String problem = now.get("problem").textValue();
            assertTrue(problem.contains("install") && !problem.contains("\n"), problem);
            return;
        }
        assertEquals("done", now.get("state").textValue(), now.toString());
        assertTrue(now.get("report").get("exact").booleanValue());
        JsonNode layers = get(ModelWorkspace.INT8, "/layers?board=mps2-an386&opt=speed");
        assertEquals("measured", layers.get("origin").textValue());
        assertTrue(layers.get("instructions").longValue() > 0);
    }

    @Test
    void stopsMeasuring() throws Exception {
        String path = "/api/models/" + ModelWorkspace.FLOAT + "/measure?board=microbit&opt=size";
        assertEquals(202, studio.post(path, "{}").statusCode());
        studio.send(HttpRequest.newBuilder(studio.uri(path)).DELETE());
        JsonNode now = json(studio.get(path));
        for (int i = 0; i < 300 && UNDER_WAY.contains(now.get("state").textValue()); i++) {
            Thread.sleep(100);
            now = json(studio.get(path));
        }
        String state = now.get("state").textValue();
        assertTrue(state.equals("cancelled") || state.equals("failed"), now.toString());
    }

    @Test
    void showsWhatItCanOfAModelThatBreaksARule() throws Exception {
        JsonNode model = get(ModelWorkspace.WRONG, "");
        assertFalse(model.get("runs").booleanValue());
        assertEquals("ERROR", model.get("findings").get(0).get("severity").textValue());
        assertTrue(model.get("macs").isNull());
        assertEquals(6, get(ModelWorkspace.WRONG, "/graph").get("boxes").size());
        assertEquals(4, get(ModelWorkspace.WRONG, "/layers").get("layers").size());
        assertEquals(0, get(ModelWorkspace.WRONG, "/devices").get("devices").size());
        String path = "/api/models/" + ModelWorkspace.WRONG;
        assertEquals(400, studio.get(path + "/memory.svg").statusCode());
        assertTrue(studio.get(path + "/memory.svg").body().startsWith("{\"error\":\"wrong.tflite: "));
        assertEquals(400, studio.post(path + "/measure", "{}").statusCode());
    }

    @Test
    void saysWhatIsWrongWithADamagedFile() throws Exception {
        HttpResponse<String> answer = studio.get("/api/models/" + ModelWorkspace.DAMAGED);
        assertEquals(400, answer.statusCode());
        String error = json(answer).get("error").textValue();
        assertTrue(error.startsWith("damaged.tflite: "), error);
        assertEquals(404, studio.get("/api/models/0123456789abcdef").statusCode());
    }

    private static int status(String path) throws Exception {
        return studio.get("/api/models/" + ModelWorkspace.INT8 + path).statusCode();
    }

    private static JsonNode get(String model, String path) throws Exception {
        HttpResponse<String> answer = studio.get("/api/models/" + model + path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
