package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.LstmInputs;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small graphs of integer SVDFs and LSTMs; everything is drawn: sizes, weights, scales and zero points. */
final class RandomStates {
    private final SplittableRandom random;
    private final List<Tensor> tensors = new ArrayList<>();

    private RandomStates(int seed) {
        this.random = new SplittableRandom(seed);
    }

    static Graph draw(int seed) {
        RandomStates states = new RandomStates(seed);
        return switch (seed % 4) {
            case 0 -> states.svdf(TensorType.INT16);
            case 1 -> states.svdf(TensorType.INT8);
            case 2 -> states.lstm(TensorType.INT8, TensorType.INT32);
            default -> states.lstm(TensorType.INT16, TensorType.INT64);
        };
    }

    private int size() {
        return random.nextInt(1, 6);
    }

    private Graph svdf(TensorType stateType) {
        int batch = size();
        int inputs = size();
        int units = size();
        int rank = size();
        int filters = units * rank;
        int memory = size();
        variable(TensorType.INT8, activation(TensorType.INT8), batch, inputs);
        constant(TensorType.INT8, weights(), filters, inputs);
        constant(stateType, weights(), filters, memory);
        float stateScale = stateType == TensorType.INT16 ? 1e-4f : 5e-4f;
        float timeScale = ((Quantization.PerTensor) tensors.getLast().quantization()).scale();
        constant(TensorType.INT32, Quantization.perTensor(stateScale * timeScale, 0), units);
        Quantization state = Quantization.perTensor(stateScale, zeroPoint(stateType));
        tensors.add(Tensor.state("state", stateType, Shape.of(batch, filters * memory), state));
        Quantization output = Quantization.perTensor(random.nextInt(1, 9) * 2e-4f, zeroPoint(TensorType.INT8));
        variable(TensorType.INT8, output, batch, units);
        return graph(new Operator.Svdf(rank, Activation.NONE), List.of(0, 1, 2, 3, 4));
    }

    private Graph lstm(TensorType type, TensorType biasType) {
        boolean timeMajor = random.nextBoolean();
        int outer = size();
        int inner = size();
        int batch = timeMajor ? inner : outer;
        int inputs = size();
        int units = size();
        List<Integer> operands = new ArrayList<>(Collections.nCopies(LstmInputs.COUNT, Node.ABSENT));
        operands.set(0, variable(type, activation(type), outer, inner, inputs));
        for (int gate = 0; gate < LstmInputs.GATES; gate++) {
            operands.set(LstmInputs.INPUT_WEIGHTS + gate, constant(TensorType.INT8, weights(), units, inputs));
            operands.set(LstmInputs.HIDDEN_WEIGHTS + gate, constant(TensorType.INT8, weights(), units, units));
            operands.set(LstmInputs.BIAS + gate, constant(biasType, Quantization.NONE, units));
        }
        Quantization hidden = Quantization.perTensor(
                type == TensorType.INT8 ? 1f / 128 : 1f / 32768, random.nextInt(3) == 0 ? 0 : zeroPoint(type));
        Quantization cell = Quantization.perTensor((float) Math.scalb(1.0, -random.nextInt(8, 16)), 0);
        operands.set(LstmInputs.HIDDEN_STATE, tensors.size());
        tensors.add(Tensor.state("hidden", type, Shape.of(batch, units), hidden));
        operands.set(LstmInputs.CELL_STATE, tensors.size());
        tensors.add(Tensor.state("cell", TensorType.INT16, Shape.of(batch, units), cell));
        variable(type, hidden, outer, inner, units);
        float clip = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0;
        return graph(new Operator.UnidirectionalSequenceLstm(clip, timeMajor), operands);
    }

    private Graph graph(Operator operator, List<Integer> inputs) {
        int output = tensors.size() - 1;
        Node node = new Node(operator, inputs, List.of(output));
        return new Graph("state", tensors, List.of(node), List.of(0), List.of(output), Map.of());
    }

    private int variable(TensorType type, Quantization quantization, int... dimensions) {
        tensors.add(Tensor.variable("data", type, Shape.of(dimensions), quantization));
        return tensors.size() - 1;
    }

    private int zeroPoint(TensorType type) {
        return type == TensorType.INT8 ? random.nextInt(-128, 128) : random.nextInt(-300, 300);
    }

    private Quantization activation(TensorType type) {
        return Quantization.perTensor(
                random.nextInt(1, 9) * (type == TensorType.INT8 ? 0.01f : 5e-5f), zeroPoint(type));
    }

    private Quantization weights() {
        return Quantization.perTensor(random.nextInt(1, 9) * 0.004f, 0);
    }

    private int constant(TensorType type, Quantization quantization, int... dimensions) {
        Shape shape = Shape.of(dimensions);
        ByteBuffer bytes = ByteBuffer.allocate(shape.elements() * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            switch (type) {
                case INT8 -> bytes.put((byte) random.nextInt(-127, 128));
                case INT16 -> bytes.putShort((short) random.nextInt(-32767, 32768));
                case INT32 -> bytes.putInt(random.nextInt(-2000, 2000));
                case INT64 -> bytes.putLong(random.nextInt(-2000000, 2000000));
                case FLOAT32, UINT8, BOOL, OTHER -> throw new IllegalArgumentException("type " + type);
            }
        }
        tensors.add(Tensor.constant("constant", type, shape, quantization, TensorData.ofBytes(bytes.array())));
        return tensors.size() - 1;
    }
}
