package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.graph.Operator.LogicalFunction;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Drawn graphs of one operator between types, or of plain integers; every operand is an input, or a constant. */
final class RandomLogic {
    /** What QUANTIZE and DEQUANTIZE convert between. */
    private static final Map<TensorType, List<TensorType>> CONVERSIONS = Map.of(
            TensorType.FLOAT32, List.of(TensorType.INT8, TensorType.INT16),
            TensorType.INT8,
                    List.of(TensorType.UINT8, TensorType.INT16, TensorType.INT32, TensorType.FLOAT32, TensorType.INT8),
            TensorType.UINT8, List.of(TensorType.INT8, TensorType.FLOAT32),
            TensorType.INT16, List.of(TensorType.INT8, TensorType.INT16, TensorType.INT32, TensorType.FLOAT32),
            TensorType.INT32, List.of(TensorType.INT8, TensorType.INT16));

    private static final List<TensorType> CONVERTED =
            List.of(TensorType.FLOAT32, TensorType.INT8, TensorType.UINT8, TensorType.INT16, TensorType.INT32);

    private static final List<TensorType> CAST_FROM =
            List.of(TensorType.FLOAT32, TensorType.INT8, TensorType.INT16, TensorType.INT32, TensorType.BOOL);
    private static final List<TensorType> CAST_TO =
            List.of(TensorType.FLOAT32, TensorType.INT8, TensorType.INT16, TensorType.INT32);
    private static final List<TensorType> COMPARED =
            List.of(TensorType.FLOAT32, TensorType.INT8, TensorType.INT32, TensorType.INT64, TensorType.BOOL);
    private static final List<TensorType> SELECTED = List.of(TensorType.FLOAT32, TensorType.INT8, TensorType.INT16);
    private static final List<TensorType> PICKED = List.of(TensorType.INT16, TensorType.INT32, TensorType.INT64);
    private static final List<BinaryFunction> INTEGER_FUNCTIONS = List.of(
            BinaryFunction.ADD,
            BinaryFunction.SUB,
            BinaryFunction.MUL,
            BinaryFunction.DIV,
            BinaryFunction.SQUARED_DIFFERENCE);

    private final Random random;
    private final List<Tensor> tensors = new ArrayList<>();

    private RandomLogic(long seed) {
        // The first numbers of neighbouring seeds are much alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    static Graph graph(long seed) {
        return new RandomLogic(seed).draw((int) (seed % 9));
    }

    private Graph draw(int kind) {
        Operator operator =
                switch (kind) {
                    case 0 -> conversion();
                    case 1 -> cast();
                    case 2, 3 -> compare();
                    case 4 -> logical();
                    case 5 -> select();
                    case 6 -> argExtreme();
                    case 7 -> all();
                    default -> arithmetic();
                };
        int output = tensors.size() - 1;
        List<Integer> operands = IntStream.range(0, output).boxed().toList();
        List<Integer> inputs =
                operands.stream().filter(i -> !tensors.get(i).isConstant()).toList();
        return new Graph(
                "logic",
                tensors,
                List.of(new Node(operator, operands, List.of(output))),
                inputs,
                List.of(output),
                Map.of());
    }

    private Operator conversion() {
        TensorType from = one(CONVERTED);
        TensorType to = one(CONVERSIONS.get(from));
        Shape shape = shape();
        add(from, shape, quantization(from));
        add(to, shape, quantization(to));
        return to == TensorType.FLOAT32 ? new Operator.Dequantize() : new Operator.Quantize();
    }

    private Operator cast() {
        Shape shape = shape();
        add(one(CAST_FROM), shape, Quantization.NONE);
        add(one(CAST_TO), shape, Quantization.NONE);
        return new Operator.Cast();
    }

    private Operator compare() {
        TensorType type = one(COMPARED);
        boolean ordered = type != TensorType.BOOL;
        spread(List.of(type, type), TensorType.BOOL);
        return new Operator.Compare(
                one(ordered ? List.of(Comparison.values()) : List.of(Comparison.EQUAL, Comparison.NOT_EQUAL)));
    }

    private Operator logical() {
        LogicalFunction function = one(List.of(LogicalFunction.values()));
        spread(java.util.Collections.nCopies(function.operands(), TensorType.BOOL), TensorType.BOOL);
        return new Operator.Logical(function);
    }

    private Operator select() {
        TensorType type = one(SELECTED);
        spread(List.of(TensorType.BOOL, type, type), type);
        return new Operator.Select();
    }

    private Operator argExtreme() {
        Shape shape = shape();
        int axis = random.nextInt(shape.rank());
        add(one(List.of(TensorType.FLOAT32, TensorType.INT8)), shape, Quantization.NONE);
        tensors.add(ints(axis - (random.nextBoolean() ? shape.rank() : 0)));
        int[] rest = IntStream.range(0, shape.rank())
                .filter(i -> i != axis)
                .map(shape::dimension)
                .toArray();
        add(TensorType.INT32, Shape.of(rest), Quantization.NONE);
        return new Operator.ArgExtreme(random.nextBoolean());
    }

    private Operator all() {
        Shape shape = shape();
        int[] axes = IntStream.range(0, shape.rank())
                .filter(i -> random.nextBoolean())
                .toArray();
        int[] kept = IntStream.range(0, shape.rank())
                .map(i -> IntStream.of(axes).anyMatch(axis -> axis == i) ? 1 : shape.dimension(i))
                .toArray();
        add(TensorType.BOOL, shape, Quantization.NONE);
        tensors.add(ints(axes));
        add(TensorType.BOOL, Shape.of(kept), Quantization.NONE);
        return new Operator.ReduceAll(true);
    }

    private Operator arithmetic() {
        if (random.nextBoolean()) {
            TensorType type = one(PICKED);
            spread(List.of(type, type), type);
            return new Operator.Binary(one(List.of(BinaryFunction.MAXIMUM, BinaryFunction.MINIMUM)), Activation.NONE);
        }
        if (random.nextInt(4) == 0) {
            spread(List.of(TensorType.FLOAT32, TensorType.FLOAT32), TensorType.FLOAT32);
            return new Operator.Binary(
                    one(List.of(BinaryFunction.FLOOR_DIV, BinaryFunction.FLOOR_MOD)), Activation.NONE);
        }
        spread(List.of(TensorType.INT32, TensorType.INT32), TensorType.INT32);
        BinaryFunction function = one(INTEGER_FUNCTIONS);
        boolean clamped = function.hasActivation() && function != BinaryFunction.ADD;
        return new Operator.Binary(function, clamped ? one(List.of(Activation.values())) : Activation.NONE);
    }

    /** Operands that repeat along some dimensions of the output. */
    private void spread(List<TensorType> operands, TensorType output) {
        int[] sizes = shape().dimensions();
        int[] most = new int[sizes.length];
        boolean repeats = operands.size() > 1 && random.nextBoolean();
        for (int k = 0; k < operands.size(); k++) {
            int[] own = sizes.clone();
            for (int i = 0; i < own.length; i++) {
                own[i] = repeats && random.nextInt(3) == 0 ? 1 : own[i];
                most[i] = Math.max(most[i], own[i]);
            }
            Shape shape = Shape.of(own);
            if (k > 0 && random.nextInt(4) == 0) {
                constant(operands.get(k), shape);
            } else {
                add(operands.get(k), shape, comparedScale(operands.get(k)));
            }
        }
        add(output, Shape.of(most), comparedScale(output));
    }

    private Quantization comparedScale(TensorType type) {
        return type == TensorType.INT8 ? quantization(type) : Quantization.NONE;
    }

    private void constant(TensorType type, Shape shape) {
        byte[] bytes = new byte[shape.elements() * type.bytes()];
        for (int i = 0; i < bytes.length; i += type.bytes()) {
            bytes[i] = (byte) (type == TensorType.BOOL ? random.nextInt(2) : random.nextInt(256));
        }
        tensors.add(Tensor.constant("c" + tensors.size(), type, shape, comparedScale(type), TensorData.ofBytes(bytes)));
    }

    private void add(TensorType type, Shape shape, Quantization quantization) {
        tensors.add(Tensor.variable("t" + tensors.size(), type, shape, quantization));
    }

    private static Tensor ints(int... values) {
        return Tensor.constant(
                "ints", TensorType.INT32, Shape.of(values.length), Quantization.NONE, TensorData.ofInts(values));
    }

    /** Scales from very fine to nearly 1. */
    private Quantization quantization(TensorType type) {
        float scale = (float) Math.exp(-8 * random.nextDouble() - 0.01);
        return switch (type) {
            case INT8 -> Quantization.perTensor(scale, random.nextInt(-128, 128));
            case UINT8 -> Quantization.perTensor(scale, random.nextInt(256));
            case INT16 -> Quantization.perTensor(scale, random.nextInt(3) * 100 - 100);
            case INT32 -> Quantization.perTensor(scale, random.nextInt());
            case FLOAT32, INT64, BOOL, OTHER -> Quantization.NONE;
        };
    }

    private Shape shape() {
        int rank = 1 + random.nextInt(4);
        return Shape.of(IntStream.range(0, rank).map(i -> 1 + random.nextInt(5)).toArray());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
