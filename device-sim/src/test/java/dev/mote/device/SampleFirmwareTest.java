package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.MovementSamples;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.Interpreter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operator and element type of the samples: the generated C, under sanitizers, gives what the interpreter gives. */
@Tag("slow")
class SampleFirmwareTest {
    private static final int SAMPLES = 4;
    private static final double TOLERANCE = 1e-5;

    @Test
    void everySampleGivesTheInterpretersOutput() {
        List<Graph> graphs = new ArrayList<>();
        List<CProject> projects = new ArrayList<>();
        List<Graph> all = new ArrayList<>(OperatorSamples.all());
        List.of(TensorType.INT64, TensorType.BOOL, TensorType.UINT8)
                .forEach(type -> all.addAll(MovementSamples.of(type)));
        for (Graph graph : all) {
            try {
                Target target = new Target("sample_" + graphs.size(), ProjectKind.PLAIN);
                projects.add(Codegen.generate(graph, new ModelSource("sample.tflite", new byte[0]), target));
                graphs.add(graph);
            } catch (BadInputException e) {
                assertTrue(e.getMessage().contains("C kernel"), e.getMessage());
            }
        }
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler("gcc"))
                .withWarningsAsErrors()
                .withSanitizers();
        try (HostFirmware firmware = HostFirmware.build(projects, build)) {
            for (int i = 0; i < graphs.size(); i++) {
                check(i, graphs.get(i), firmware);
            }
        }
    }

    private static void check(int position, Graph graph, HostFirmware firmware) {
        Random random = new Random(position);
        ByteArrayOutputStream inputs = new ByteArrayOutputStream();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int k = 0; k < SAMPLES; k++) {
            byte[] sample = sample(graph, random);
            inputs.writeBytes(sample);
            expected.writeBytes(Interpreter.of(graph).invocation().run(sample));
        }
        String name = OperatorNames.of(graph.nodes().getFirst().operator()) + ", graph " + position;
        byte[] output = firmware.run(position, inputs.toByteArray());
        boolean real =
                graph.outputs().stream().anyMatch(index -> graph.tensor(index).type() == TensorType.FLOAT32);
        if (real) {
            assertClose(expected.toByteArray(), output, name);
        } else {
            assertArrayEquals(expected.toByteArray(), output, name);
        }
        assertEquals(0, firmware.selfTest(position), "self test, " + name);
    }

    private static byte[] sample(Graph graph, Random random) {
        long bytes = graph.inputs().stream()
                .mapToLong(index -> graph.tensor(index).byteSize())
                .sum();
        ByteBuffer sample = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
        for (int index : graph.inputs()) {
            Tensor tensor = graph.tensor(index);
            for (int i = 0; i < tensor.shape().elements(); i++) {
                switch (tensor.type()) {
                    case FLOAT32 -> sample.putFloat((float) random.nextGaussian());
                    case BOOL -> sample.put((byte) random.nextInt(2));
                    case INT8, UINT8 -> sample.put((byte) random.nextInt());
                    case INT16 -> sample.putShort((short) random.nextInt());
                    case INT32 -> sample.putInt(random.nextInt(-100, 100));
                    case INT64 -> sample.putLong(random.nextInt(-100, 100));
                    case OTHER -> throw new IllegalArgumentException("no such input");
                }
            }
        }
        return sample.array();
    }

    /** Math libraries differ in the last bits; NaN is NaN. */
    private static void assertClose(byte[] expected, byte[] actual, String name) {
        ByteBuffer wanted = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer given = ByteBuffer.wrap(actual).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(expected.length, actual.length, name);
        while (wanted.hasRemaining()) {
            float value = wanted.getFloat();
            float delta = (float) (TOLERANCE * Math.max(1, Math.abs(value)));
            assertEquals(value, given.getFloat(), Float.isFinite(delta) ? delta : 1, name);
        }
    }
}
