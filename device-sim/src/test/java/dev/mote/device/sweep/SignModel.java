package dev.mote.device.sweep;

import dev.mote.device.fault.TestStreams;
import dev.mote.device.stream.Simulation;
import dev.mote.device.stream.SimulationOptions;
import dev.mote.device.stream.TimedSample;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells class a where the mean of acc_x over 20 samples is positive, else b; and recordings of both that it tells without a fault. */
public final class SignModel {
    private static final int LENGTH = 20;
    private static final int CHANNELS = 6;

    private SignModel() {}

    public static Simulation simulation() {
        return Simulation.of(model(), Optional.empty(), SimulationOptions.DEFAULT);
    }

    static Int8Model model() {
        List<Tensor> tensors = List.of(
                variable("signal", 4 / 128f, 0, 1, LENGTH, CHANNELS),
                variable("flat", 4 / 128f, 0, 1, LENGTH * CHANNELS),
                weights(),
                variable("sums", 0.05f, 0, 1, 2),
                variable("class", 1 / 256f, -128, 1, 2));
        List<Node> nodes = List.of(
                new Node(new Operator.Reshape(), List.of(0), List.of(1)),
                new Node(new Operator.FullyConnected(Activation.NONE, false), List.of(1, 2, Node.ABSENT), List.of(3)),
                new Node(new Operator.Softmax(1), List.of(3), List.of(4)));
        InputPreparation preparation = new InputPreparation(
                TestStreams.SIGNAL.unit(),
                TestStreams.SIGNAL.channels(),
                TestStreams.SIGNAL.rateHertz(),
                List.of(),
                List.of(),
                List.of());
        ModelCard card = new ModelCard(TestStreams.SIGNAL.labels(), preparation, new TreeMap<>());
        return new Int8Model(card.in(new Graph("sign", tensors, nodes, List.of(0), List.of(4), Map.of())));
    }

    private static Tensor variable(String name, float scale, int zeroPoint, int... shape) {
        return Tensor.variable(name, TensorType.INT8, Shape.of(shape), Quantization.perTensor(scale, zeroPoint));
    }

    private static Tensor weights() {
        byte[] values = new byte[2 * LENGTH * CHANNELS];
        for (int t = 0; t < LENGTH; t++) {
            values[t * CHANNELS] = 10;
            values[(LENGTH + t) * CHANNELS] = -10;
        }
        return Tensor.constant(
                "weights",
                TensorType.INT8,
                Shape.of(2, LENGTH * CHANNELS),
                Quantization.perTensor(0.01f, 0),
                TensorData.ofBytes(values));
    }

    /** 0.5 g for two seconds, then as much the other way; a person differs by where it begins. */
    public static StreamCopy person(String name, int samples, int shift) {
        List<TimedSample> values = TestStreams.signal(samples, n -> {
            float[] sample = new float[CHANNELS];
            sample[0] = (n + shift) / 100 % 2 == 0 ? 0.5f : -0.5f;
            sample[2] = 0.8f;
            return sample;
        });
        List<TimedSample> labelled = values.stream()
                .map(sample -> new TimedSample(sample.micros(), sample.values(), sample.values()[0] > 0 ? 0 : 1))
                .toList();
        return StreamCopy.of(name, TestStreams.of(TestStreams.SIGNAL, labelled), Long.MAX_VALUE)
                .orElseThrow();
    }
}
