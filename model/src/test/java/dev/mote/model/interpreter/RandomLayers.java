package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.TensorData;
import dev.mote.model.lowered.Broadcast;
import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Reduction;
import dev.mote.model.lowered.WindowGeometry;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random int8 layers on both sides of each boundary that fast kernels have. */
final class RandomLayers {
    private static final int[] CHANNELS = {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 24, 31, 32, 33, 40, 48, 64, 65};
    private static final int[] ZERO_POINTS = {-128, -127, -1, 0, 5, 127};

    private final SplittableRandom random;

    RandomLayers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Int8Layer.Conv2d conv() {
        WindowGeometry g = geometry(pick(CHANNELS), pick(CHANNELS), random.nextInt(1, 5), random.nextInt(1, 5));
        return conv(g, values(g.outputC() * g.kernelH() * g.kernelW() * g.inputC()));
    }

    /** With so many values and so large ones that float32 cannot hold their sum. */
    Int8Layer.Conv2d longConv() {
        WindowGeometry g =
                geometry(random.nextInt(100, 300), pick(CHANNELS), random.nextInt(2, 4), random.nextInt(2, 4));
        byte[] weights = values(g.outputC() * g.kernelH() * g.kernelW() * g.inputC());
        int large = random.nextInt(weights.length);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i <= large ? (byte) 127 : weights[i];
        }
        return conv(g, weights);
    }

    private Int8Layer.Conv2d conv(WindowGeometry g, byte[] weights) {
        int[] bias = bias(g.outputC());
        return new Int8Layer.Conv2d(
                g,
                1,
                TensorData.ofBytes(weights),
                TensorData.ofInts(bias),
                scaling(bias.length),
                zero(),
                zero(),
                range());
    }

    Int8Layer.DepthwiseConv2d depthwise() {
        int inputs = pick(CHANNELS);
        int multiplier = random.nextInt(3) == 0 ? random.nextInt(2, 9) : 1;
        WindowGeometry g = geometry(inputs, inputs * multiplier, random.nextInt(1, 6), random.nextInt(1, 6));
        TensorData weights = TensorData.ofBytes(values(g.outputC() * g.kernelH() * g.kernelW()));
        TensorData bias = TensorData.ofInts(bias(g.outputC()));
        return new Int8Layer.DepthwiseConv2d(
                g, multiplier, weights, bias, scaling(g.outputC()), zero(), zero(), range());
    }

    Int8Layer.FullyConnected fullyConnected() {
        int batches = random.nextInt(1, 20);
        int inputs = random.nextInt(4) == 0 ? random.nextInt(1000, 3000) : random.nextInt(1, 100);
        int outputs = pick(CHANNELS);
        TensorData weights = TensorData.ofBytes(values(inputs * outputs));
        TensorData bias = TensorData.ofInts(bias(outputs));
        return new Int8Layer.FullyConnected(
                batches, inputs, outputs, weights, bias, scaling(outputs), zero(), zero(), range());
    }

    /** Never dilated: a window always holds some input. */
    Int8Layer.Pool2d pool() {
        int channels = pick(CHANNELS);
        WindowGeometry g = geometry(channels, channels, random.nextInt(1, 5), random.nextInt(1, 5), 1, 1);
        return new Int8Layer.Pool2d(g, random.nextBoolean() ? PoolKind.MAX : PoolKind.AVERAGE, range());
    }

    /** Over one run of dimensions, or over several. */
    Int8Layer.Sum sum() {
        int rank = random.nextInt(1, 5);
        boolean first = rank == 1 || random.nextBoolean();
        List<Integer> dimensions =
                IntStream.range(0, rank).mapToObj(i -> random.nextInt(1, 20)).toList();
        List<Boolean> reduced =
                IntStream.range(0, rank).mapToObj(i -> first == (i % 2 == 0)).toList();
        Multiplier factor = Multiplier.of(random.nextDouble(0.001, 2));
        return new Int8Layer.Sum(new Reduction(dimensions, reduced), factor, zero(), zero());
    }

    Int8Layer.Binary binary() {
        BinaryFunction[] functions = {
            BinaryFunction.ADD, BinaryFunction.SUB, BinaryFunction.MUL, BinaryFunction.SQUARED_DIFFERENCE
        };
        BinaryFunction function = functions[random.nextInt(functions.length)];
        int elements = random.nextInt(3) == 0 ? random.nextInt(1000, 5000) : random.nextInt(1, 100);
        boolean shifted = Int8Layer.Binary.shift(function) > 0;
        double scale = Math.scalb(random.nextDouble(0.5, 1), shifted ? -random.nextInt(4, 24) : 3 - random.nextInt(20));
        return new Int8Layer.Binary(
                function,
                new Broadcast(List.of(elements), List.of(1), List.of(1)),
                operand(),
                operand(),
                Multiplier.of(scale),
                zero(),
                range());
    }

    private Int8Layer.Operand operand() {
        return new Int8Layer.Operand(zero(), Multiplier.of(random.nextDouble(0.01, 0.5)));
    }

    private WindowGeometry geometry(int inputs, int outputs, int kernelH, int kernelW) {
        return geometry(inputs, outputs, kernelH, kernelW, random.nextInt(1, 4), random.nextInt(1, 4));
    }

    private WindowGeometry geometry(int inputs, int outputs, int kernelH, int kernelW, int dilationH, int dilationW) {
        int spanH = (kernelH - 1) * dilationH + 1;
        int spanW = (kernelW - 1) * dilationW + 1;
        boolean same = random.nextBoolean();
        int h = same ? random.nextInt(1, 12) : spanH + random.nextInt(8);
        int w = same ? random.nextInt(1, 12) : spanW + random.nextInt(8);
        int strideH = random.nextInt(1, 4);
        int strideW = random.nextInt(1, 4);
        int outH = same ? Math.ceilDiv(h, strideH) : (h - spanH) / strideH + 1;
        int outW = same ? Math.ceilDiv(w, strideW) : (w - spanW) / strideW + 1;
        int padTop = same ? Math.max((outH - 1) * strideH + spanH - h, 0) / 2 : 0;
        int padLeft = same ? Math.max((outW - 1) * strideW + spanW - w, 0) / 2 : 0;
        return new WindowGeometry(
                random.nextInt(1, 3),
                h,
                w,
                inputs,
                outH,
                outW,
                outputs,
                kernelH,
                kernelW,
                strideH,
                strideW,
                dilationH,
                dilationW,
                padTop,
                padLeft);
    }

    /** Of any value, or all at one end. */
    byte[] values(int length) {
        byte[] values = new byte[length];
        random.nextBytes(values);
        if (random.nextInt(4) == 0) {
            byte end = random.nextBoolean() ? Byte.MIN_VALUE : Byte.MAX_VALUE;
            for (int i = 0; i < length; i++) {
                values[i] = end;
            }
        }
        return values;
    }

    /** Small ones, or ones that make the accumulator wrap. */
    private int[] bias(int channels) {
        int shift = random.nextInt(3) == 0 ? 0 : random.nextInt(8, 30);
        return IntStream.range(0, channels).map(i -> random.nextInt() >> shift).toArray();
    }

    /** One factor or one a channel, usual ones and ones that shift left. */
    private ChannelScaling scaling(int channels) {
        int largest = random.nextInt(4) == 0 ? 12 : -4;
        return new ChannelScaling(IntStream.range(0, random.nextBoolean() ? 1 : channels)
                .mapToObj(i -> Multiplier.of(Math.scalb(random.nextDouble(0.5, 1), largest - random.nextInt(20))))
                .toList());
    }

    private Int8Layer.Range range() {
        return random.nextBoolean()
                ? Int8Layer.Range.FULL
                : new Int8Layer.Range(-random.nextInt(128), random.nextInt(128));
    }

    private int zero() {
        return pick(ZERO_POINTS);
    }

    private int pick(int[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
