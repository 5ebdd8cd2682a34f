package dev.mote.model.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.TensorData;
import dev.mote.model.interpreter.vector.Scratch;
import dev.mote.model.interpreter.vector.VectorKernels;
import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Step;
import dev.mote.model.lowered.WindowGeometry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fast kernels give the bytes of the plain ones. */
class FastKernelsTest {
    private static final int CASES = 400;

    /** Kinds of layers with a fast kernel. */
    enum Kind {
        CONV(RandomLayers::conv),
        LONG_CONV(RandomLayers::longConv),
        DEPTHWISE(RandomLayers::depthwise),
        FULLY_CONNECTED(RandomLayers::fullyConnected),
        POOL(RandomLayers::pool),
        SUM(RandomLayers::sum),
        BINARY(RandomLayers::binary);

        private final Function<RandomLayers, Int8Layer> layers;

        Kind(Function<RandomLayers, Int8Layer> layers) {
            this.layers = layers;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void giveTheBytesOfThePlainOnes(Kind kind) {
        check(kind, kind == Kind.LONG_CONV ? CASES / 10 : CASES);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONV", "LONG_CONV", "FULLY_CONNECTED", "DEPTHWISE"})
    void areChosenForUsualLayers(Kind kind) {
        assumeTrue(VectorKernels.arePresent(), "skipped: no module jdk.incubator.vector");
        RandomLayers random = new RandomLayers(7);
        for (int i = 0; i < 20; i++) {
            Int8Layer layer = kind.layers.apply(random);
            boolean chosen =
                    switch (layer) {
                        case Int8Layer.Conv2d conv ->
                            isNarrow(conv.geometry().outputC())
                                    || VectorKernels.conv(conv).isPresent();
                        case Int8Layer.DepthwiseConv2d conv ->
                            VectorKernels.depthwise(conv).isPresent();
                        case Int8Layer.FullyConnected dense ->
                            isNarrow(dense.outputs())
                                    || VectorKernels.fullyConnected(dense).isPresent();
                        default -> false;
                    };
            assertTrue(chosen);
        }
    }

    /** Whether most lanes would be empty. */
    private static boolean isNarrow(int channels) {
        return channels < 4;
    }

    /** Other lengths of vectors than this processor's longest, and a JVM without the module. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--add-modules jdk.incubator.vector -XX:+IgnoreUnrecognizedVMOptions -XX:UseAVX=2",
                "--add-modules jdk.incubator.vector -XX:MaxVectorSize=16",
                "-Dmote.vectors=none"
            })
    void giveTheBytesOfThePlainOnesInOtherMachines(String options) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(options.split(" ")));
        command.add(FastKernelsTest.class.getName());
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    /** Sums of 34 million, of which every unit shows in the output: float32 alone would lose the lowest bit. */
    @Test
    void areExactBeyondTheIntegersOfFloat32() {
        int inputs = 2_100;
        byte[] weights = new byte[17 * inputs];
        byte[] in = new byte[inputs];
        int[] bias = new int[17];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < inputs; i++) {
            in[i] = (byte) random.nextInt(-128, -126);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) random.nextInt(126, 128);
            bias[i / inputs] -= weights[i] * in[i % inputs];
        }
        for (int channel = 0; channel < bias.length; channel++) {
            bias[channel] += channel;
        }
        Int8Layer layer = new Int8Layer.FullyConnected(
                1,
                inputs,
                17,
                TensorData.ofBytes(weights),
                TensorData.ofInts(bias),
                new ChannelScaling(List.of(Multiplier.of(1))),
                0,
                0,
                Int8Layer.Range.FULL);
        TensorBuffer[] tensors = {new TensorBuffer.Bytes(in), new TensorBuffer.Bytes(new byte[17])};
        FastKernels.of(new Step(0, layer, List.of(0), 1)).run(tensors);
        assertArrayEquals(
                new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
                ((TensorBuffer.Bytes) tensors[1]).values());
    }

    @Test
    void leaveHugePaddingToThePlainOnes() {
        assumeTrue(VectorKernels.arePresent(), "skipped: no module jdk.incubator.vector");
        Int8Layer.Conv2d usual = new RandomLayers(1).conv();
        WindowGeometry g = usual.geometry();
        WindowGeometry wide = new WindowGeometry(
                1, 1, 1, g.inputC(), 1, 1, g.outputC(), g.kernelH(), g.kernelW(), 1, 1, 1 << 30, 1 << 30, 0, 0);
        Int8Layer.Conv2d dilated = new Int8Layer.Conv2d(
                wide, 1, usual.weights(), usual.bias(), usual.scaling(), 0, 0, Int8Layer.Range.FULL);
        assertTrue(VectorKernels.conv(dilated).isEmpty());
    }

    @Test
    void leaveManyWeightsForOneChannelToThePlainOnes() {
        assumeTrue(VectorKernels.arePresent(), "skipped: no module jdk.incubator.vector");
        Int8Layer.FullyConnected wide = new Int8Layer.FullyConnected(
                1,
                1 << 16,
                1,
                TensorData.ofBytes(new byte[1 << 16]),
                TensorData.ofInts(0),
                new ChannelScaling(List.of(Multiplier.of(1))),
                0,
                0,
                Int8Layer.Range.FULL);
        assertTrue(VectorKernels.fullyConnected(wide).isEmpty());
    }

    /** What a JVM of its own runs; fails with an exception. */
    public static void main(String[] arguments) {
        for (Kind kind : Kind.values()) {
            check(kind, kind == Kind.LONG_CONV ? 4 : 60);
        }
    }

    private static void check(Kind kind, int cases) {
        Scratch scratch = new Scratch();
        for (int seed = 0; seed < cases; seed++) {
            RandomLayers random = new RandomLayers(seed);
            Int8Layer layer = kind.layers.apply(random);
            TensorBuffer[] tensors = {
                new TensorBuffer.Bytes(random.values(inputs(layer))),
                new TensorBuffer.Bytes(random.values(inputs(layer))),
                new TensorBuffer.Bytes(new byte[outputs(layer)])
            };
            Step step = new Step(0, layer, List.of(0, 1), 2);
            byte[] out = ((TensorBuffer.Bytes) tensors[2]).values();
            Kernels.of(step).run(tensors);
            byte[] expected = out.clone();
            FastKernels.of(step).run(tensors, scratch);
            assertArrayEquals(expected, out, kind + ", seed " + seed + ": " + layer);
        }
    }

    private static int inputs(Int8Layer layer) {
        return switch (layer) {
            case Int8Layer.Conv2d conv -> inputs(conv.geometry());
            case Int8Layer.DepthwiseConv2d conv -> inputs(conv.geometry());
            case Int8Layer.Pool2d pool -> inputs(pool.geometry());
            case Int8Layer.FullyConnected dense -> dense.batches() * dense.inputs();
            case Int8Layer.Sum sum -> sum.reduction().count() * sum.reduction().outputs();
            case Int8Layer.Binary binary -> binary.broadcast().elements();
            default -> throw new IllegalArgumentException("has no fast kernel");
        };
    }

    private static int inputs(WindowGeometry g) {
        return g.batches() * g.inputH() * g.inputW() * g.inputC();
    }

    private static int outputs(Int8Layer layer) {
        return switch (layer) {
            case Int8Layer.Conv2d conv -> outputs(conv.geometry());
            case Int8Layer.DepthwiseConv2d conv -> outputs(conv.geometry());
            case Int8Layer.Pool2d pool -> outputs(pool.geometry());
            case Int8Layer.FullyConnected dense -> dense.batches() * dense.outputs();
            case Int8Layer.Sum sum -> sum.reduction().outputs();
            case Int8Layer.Binary binary -> binary.broadcast().elements();
            default -> throw new IllegalArgumentException("has no fast kernel");
        };
    }

    private static int outputs(WindowGeometry g) {
        return g.outputPixels() * g.outputC();
    }
}
