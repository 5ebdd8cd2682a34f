package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Initializer;
import dev.mote.trainer.recipe.WeightOptions;
import java.util.ArrayList;
import java.util.List;

/** The parameters of an LSTM: kernel [inputs, 4 * units], recurrent kernel [units, 4 * units], and a bias [units] for each gate. */
public final class LstmWeights {
    /** In the order of Keras' kernels, and of TensorFlow Lite. */
    public static final List<String> GATES = List.of("input", "forget", "cell", "output");

    private LstmWeights() {}

    public static String kernel(Stage.Lstm lstm) {
        return lstm.name() + "/kernel";
    }

    public static String recurrentKernel(Stage.Lstm lstm) {
        return lstm.name() + "/recurrent_kernel";
    }

    public static String bias(Stage.Lstm lstm, String gate) {
        return lstm.name() + "/bias_" + gate;
    }

    /** As Keras, it starts with an open forget gate: its bias is 1. */
    static List<Parameter> parameters(Stage.Lstm lstm) {
        int units = lstm.units();
        WeightOptions options = lstm.weights();
        Shape kernel = Shape.of(lstm.inputs(), GATES.size() * units);
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(kernel(lstm), kernel, options.kernelInitializer(), options.kernelRegularizer()));
        parameters.add(new Parameter(
                recurrentKernel(lstm),
                Shape.of(units, GATES.size() * units),
                new Initializer.Scaled(Initializer.Scaled.Kind.ORTHOGONAL)));
        for (String gate : GATES) {
            Initializer initial = gate.equals("forget") ? Initializer.ONES : Initializer.ZEROS;
            parameters.add(new Parameter(bias(lstm, gate), Shape.of(units), initial, options.biasRegularizer()));
        }
        return parameters;
    }
}
